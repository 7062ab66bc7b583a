import { Module } from '@nestjs/common';
import { ConsentModule } from '../../consent/consent.module.js';
import { ConsentPapersModule } from '../../consent-papers/consent-papers.module.js';
import { DossierModule } from '../../dossier/dossier.module.js';
import { EmergencyModule } from '../../emergency-access/emergency.module.js';
import { LobModule } from '../../lob/lob.module.js';
import { OpleidingenModule } from '../../opleidingen/opleidingen.module.js';
import { OrganisationsModule } from '../../organisations/organisations.module.js';
import { PlacementsModule } from '../../placements/placements.module.js';
import { PupilsModule } from '../../pupils/pupils.module.js';
import { ShareNoticesModule } from '../../share-notices/share-notices.module.js';
import { StatutoryModule } from '../../statutory/statutory.module.js';
import { WhoLookedModule } from '../../who-looked/who-looked.module.js';
import { PupilActivityPages } from './activities.pages.js';
import { PupilApplicationPages } from './applications.pages.js';
import { PupilConsentPages } from './consent.pages.js';
import { PupilPages } from './home.pages.js';

/** The pages of a pupil. */
@Module({
  imports: [
    ConsentModule,
    ConsentPapersModule,
    DossierModule,
    EmergencyModule,
    LobModule,
    OpleidingenModule,
    OrganisationsModule,
    PlacementsModule,
    PupilsModule,
    ShareNoticesModule,
    StatutoryModule,
    WhoLookedModule,
  ],
  controllers: [PupilPages, PupilActivityPages, PupilApplicationPages, PupilConsentPages],
})
export class PupilPagesModule {}
