import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { OpleidingImportsController } from './opleiding-imports.controller.js';
import { OpleidingImportsService } from './opleiding-imports.service.js';
import { OpleidingenController } from './opleidingen.controller.js';
import { OpleidingenReader } from './opleidingen.reader.js';
import { OpleidingenService } from './opleidingen.service.js';

/** The programmes of the mbo schools: who offers what, where. */
@Module({
  imports: [OrganisationsModule],
  controllers: [OpleidingImportsController, OpleidingenController],
  providers: [OpleidingenService, OpleidingImportsService, OpleidingenReader],
  exports: [OpleidingenService, OpleidingImportsService, OpleidingenReader],
})
export class OpleidingenModule {}
