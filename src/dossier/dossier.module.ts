import { Module } from '@nestjs/common';
import { LobModule } from '../lob/lob.module.js';
import { PupilAccessModule } from '../pupil-access/pupil-access.module.js';
import { DossierController } from './dossier.controller.js';
import { DossierReader } from './dossier.reader.js';
import { OverviewReader } from './overview.reader.js';
import { ProfileReader } from './profile.reader.js';

@Module({
  imports: [LobModule, PupilAccessModule],
  controllers: [DossierController],
  providers: [DossierReader, OverviewReader, ProfileReader],
  exports: [DossierReader, OverviewReader],
})
export class DossierModule {}
