import { Module } from '@nestjs/common';
import { PupilsModule } from '../pupils/pupils.module.js';
import { StatutoryController } from './statutory.controller.js';
import { StatutoryReader } from './statutory.reader.js';
import { StatutoryService } from './statutory.service.js';

@Module({
  imports: [PupilsModule],
  controllers: [StatutoryController],
  providers: [StatutoryReader, StatutoryService],
  exports: [StatutoryReader, StatutoryService],
})
export class StatutoryModule {}
