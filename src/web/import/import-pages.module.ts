import { Module } from '@nestjs/common';
import { RosterImportModule } from '../../roster-import/roster-import.module.js';
import { ImportPages } from './import.pages.js';

@Module({ imports: [RosterImportModule], controllers: [ImportPages] })
export class ImportPagesModule {}
