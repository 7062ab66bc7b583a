import { Module } from '@nestjs/common';
import { ConsentModule } from '../../consent/consent.module.js';
import { ConsentPapersModule } from '../../consent-papers/consent-papers.module.js';
import { DossierModule } from '../../dossier/dossier.module.js';
import { EmergencyModule } from '../../emergency-access/emergency.module.js';
import { PupilsModule } from '../../pupils/pupils.module.js';
import { ShareNoticesModule } from '../../share-notices/share-notices.module.js';
import { StatutoryModule } from '../../statutory/statutory.module.js';
import { WhoLookedModule } from '../../who-looked/who-looked.module.js';
import { GuardianPages } from './child.pages.js';

/** The pages of parents and other guardians. */
@Module({
  imports: [
    ConsentModule,
    ConsentPapersModule,
    DossierModule,
    EmergencyModule,
    PupilsModule,
    ShareNoticesModule,
    StatutoryModule,
    WhoLookedModule,
  ],
  controllers: [GuardianPages],
})
export class GuardianPagesModule {}
