import { Module } from '@nestjs/common';
import { DossierModule } from '../../dossier/dossier.module.js';
import { PrivacyRightsModule } from '../../privacy-rights/privacy-rights.module.js';
import { OverviewPages } from './overview.pages.js';

/** The overview of decaan and mentor, and the reminders on paper. */
@Module({ imports: [DossierModule, PrivacyRightsModule], controllers: [OverviewPages] })
export class OverviewPagesModule {}
