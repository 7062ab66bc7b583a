import { Module } from '@nestjs/common';
import { PupilsModule } from '../pupils/pupils.module.js';
import { PlacementsController } from './placements.controller.js';
import { PlacementsReader } from './placements.reader.js';
import { PlacementsService } from './placements.service.js';

@Module({
  imports: [PupilsModule],
  controllers: [PlacementsController],
  providers: [PlacementsService, PlacementsReader],
  exports: [PlacementsService, PlacementsReader],
})
export class PlacementsModule {}
