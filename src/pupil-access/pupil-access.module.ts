import { Module } from '@nestjs/common';
import { PupilAccessController } from './pupil-access.controller.js';
import { PupilAccessReader } from './pupil-access.reader.js';
import { PupilAccess } from './pupil-access.service.js';
import { WhoMayController } from './who-may.controller.js';
import { WhoMayReader } from './who-may.reader.js';

@Module({
  controllers: [PupilAccessController, WhoMayController],
  providers: [PupilAccess, PupilAccessReader, WhoMayReader],
  exports: [PupilAccess, PupilAccessReader, WhoMayReader],
})
export class PupilAccessModule {}
