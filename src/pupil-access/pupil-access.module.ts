import { Module } from '@nestjs/common';
import { PupilAccessController } from './pupil-access.controller.js';
import { PupilAccessReader } from './pupil-access.reader.js';
import { PupilAccess } from './pupil-access.service.js';

@Module({
  controllers: [PupilAccessController],
  providers: [PupilAccess, PupilAccessReader],
  exports: [PupilAccess, PupilAccessReader],
})
export class PupilAccessModule {}
