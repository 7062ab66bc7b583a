import { Module } from '@nestjs/common';
import { DossierModule } from '../../dossier/dossier.module.js';
import { LobModule } from '../../lob/lob.module.js';
import { OpleidingenModule } from '../../opleidingen/opleidingen.module.js';
import { PrivacyRightsModule } from '../../privacy-rights/privacy-rights.module.js';
import { PupilAccessModule } from '../../pupil-access/pupil-access.module.js';
import { GroupPages } from './groups.pages.js';
import { LogPages } from './logs.pages.js';

/** Pages of groups and of what is logged for them. */
@Module({
  imports: [DossierModule, LobModule, OpleidingenModule, PrivacyRightsModule, PupilAccessModule],
  controllers: [GroupPages, LogPages],
})
export class GroupPagesModule {}
