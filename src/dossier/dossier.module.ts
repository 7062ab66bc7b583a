import { Module } from '@nestjs/common';
import { ConsentModule } from '../consent/consent.module.js';
import { ConsentTextsModule } from '../consent-texts/consent-texts.module.js';
import { LobModule } from '../lob/lob.module.js';
import { PlacementsModule } from '../placements/placements.module.js';
import { PupilAccessModule } from '../pupil-access/pupil-access.module.js';
import { PupilsModule } from '../pupils/pupils.module.js';
import { StatutoryModule } from '../statutory/statutory.module.js';
import { ApplicantsReader } from './applicants.reader.js';
import { DossierController } from './dossier.controller.js';
import { DossierReader } from './dossier.reader.js';
import { GuidanceReader } from './guidance.reader.js';
import { OverviewReader } from './overview.reader.js';
import { ProfileReader } from './profile.reader.js';
import { SharingReader } from './sharing.reader.js';
import { SheetsReader } from './sheets.reader.js';

@Module({
  imports: [
    ConsentModule,
    ConsentTextsModule,
    LobModule,
    PlacementsModule,
    PupilAccessModule,
    PupilsModule,
    StatutoryModule,
  ],
  controllers: [DossierController],
  providers: [
    ApplicantsReader,
    DossierReader,
    GuidanceReader,
    OverviewReader,
    ProfileReader,
    SharingReader,
    SheetsReader,
  ],
  exports: [ApplicantsReader, DossierReader, GuidanceReader, OverviewReader, SharingReader, SheetsReader],
})
export class DossierModule {}
