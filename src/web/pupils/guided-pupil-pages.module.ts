import { Module } from '@nestjs/common';
import { ConsentPapersModule } from '../../consent-papers/consent-papers.module.js';
import { ConsentTextsModule } from '../../consent-texts/consent-texts.module.js';
import { DossierModule } from '../../dossier/dossier.module.js';
import { LobModule } from '../../lob/lob.module.js';
import { OpleidingenModule } from '../../opleidingen/opleidingen.module.js';
import { PlacementsModule } from '../../placements/placements.module.js';
import { ActivityPages } from './activities.pages.js';
import { PaperPages } from './paper.pages.js';
import { PupilPages } from './pupils.pages.js';
import { SheetPages } from './sheets.pages.js';

/** Pages of one pupil for the school, and the printed page. */
@Module({
  imports: [ConsentPapersModule, ConsentTextsModule, DossierModule, LobModule, OpleidingenModule, PlacementsModule],
  controllers: [SheetPages, PaperPages, PupilPages, ActivityPages],
})
export class GuidedPupilPagesModule {}
