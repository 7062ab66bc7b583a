import { Module } from '@nestjs/common';
import { PrivacyRightsModule } from '../../privacy-rights/privacy-rights.module.js';
import { RosterImportModule } from '../../roster-import/roster-import.module.js';
import { ImportPages } from './import.pages.js';

@Module({ imports: [PrivacyRightsModule, RosterImportModule], controllers: [ImportPages] })
export class ImportPagesModule {}
