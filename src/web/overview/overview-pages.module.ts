import { Module } from '@nestjs/common';
import { DossierModule } from '../../dossier/dossier.module.js';
import { OverviewPages } from './overview.pages.js';

/** The overview of decaan and mentor, and the reminders on paper. */
@Module({ imports: [DossierModule], controllers: [OverviewPages] })
export class OverviewPagesModule {}
