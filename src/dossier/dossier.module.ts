import { Module } from '@nestjs/common';
import { ConsentModule } from '../consent/consent.module.js';
import { LobModule } from '../lob/lob.module.js';
import { PlacementsModule } from '../placements/placements.module.js';
import { PupilAccessModule } from '../pupil-access/pupil-access.module.js';
import { PupilsModule } from '../pupils/pupils.module.js';
import { DossierController } from './dossier.controller.js';
import { DossierReader } from './dossier.reader.js';
import { OverviewReader } from './overview.reader.js';
import { ProfileReader } from './profile.reader.js';
import { SharingReader } from './sharing.reader.js';

@Module({
  imports: [ConsentModule, LobModule, PlacementsModule, PupilAccessModule, PupilsModule],
  controllers: [DossierController],
  providers: [DossierReader, OverviewReader, ProfileReader, SharingReader],
  exports: [DossierReader, OverviewReader, SharingReader],
})
export class DossierModule {}
