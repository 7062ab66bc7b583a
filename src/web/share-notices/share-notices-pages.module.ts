import { Module } from '@nestjs/common';
import { DossierExportsModule } from '../../dossier-exports/dossier-exports.module.js';
import { ShareNoticesModule } from '../../share-notices/share-notices.module.js';
import { DossierExportPages, ShareNoticesPages, UnconfirmedPages } from './share-notices.pages.js';

/** What changed in what a school may read, taking over, and what was not confirmed. */
@Module({
  imports: [DossierExportsModule, ShareNoticesModule],
  controllers: [ShareNoticesPages, UnconfirmedPages, DossierExportPages],
})
export class ShareNoticesPagesModule {}
