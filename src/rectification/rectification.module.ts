import { Module } from '@nestjs/common';
import { PupilsModule } from '../pupils/pupils.module.js';
import { RectificationController } from './rectification.controller.js';
import { RectificationReader } from './rectification.reader.js';
import { RectificationService } from './rectification.service.js';

/** "Dit klopt niet": asked by pupil or guardian, answered by the school. */
@Module({
  imports: [PupilsModule],
  controllers: [RectificationController],
  providers: [RectificationReader, RectificationService],
  exports: [RectificationReader, RectificationService],
})
export class RectificationModule {}
