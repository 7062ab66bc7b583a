import { Module } from '@nestjs/common';
import { PupilAccessModule } from '../pupil-access/pupil-access.module.js';
import { LobController } from './lob.controller.js';
import { LobReader } from './lob.reader.js';
import { LobService } from './lob.service.js';
import { ReflectionsService } from './reflections.service.js';

@Module({
  imports: [PupilAccessModule],
  controllers: [LobController],
  providers: [LobService, ReflectionsService, LobReader],
  exports: [LobService, ReflectionsService, LobReader],
})
export class LobModule {}
