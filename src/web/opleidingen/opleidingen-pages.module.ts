import { Module } from '@nestjs/common';
import { OpleidingenModule } from '../../opleidingen/opleidingen.module.js';
import { OrganisationsModule } from '../../organisations/organisations.module.js';
import { OpleidingImportPages } from './import.pages.js';
import { OpleidingenPages } from './opleidingen.pages.js';

@Module({
  imports: [OpleidingenModule, OrganisationsModule],
  // `import` is a word of its own before it is an id.
  controllers: [OpleidingImportPages, OpleidingenPages],
})
export class OpleidingenPagesModule {}
