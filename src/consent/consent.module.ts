import { Module } from '@nestjs/common';
import { PupilsModule } from '../pupils/pupils.module.js';
import { ConsentController } from './consent.controller.js';
import { ConsentReader } from './consent.reader.js';
import { ConsentService } from './consent.service.js';

@Module({
  imports: [PupilsModule],
  controllers: [ConsentController],
  providers: [ConsentService, ConsentReader],
  exports: [ConsentService, ConsentReader],
})
export class ConsentModule {}
