import { Module } from '@nestjs/common';
import { DossierModule } from '../dossier/dossier.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { DossierExportsController } from './dossier-exports.controller.js';
import { DossierExportsService } from './dossier-exports.service.js';

/** Taking over what is shared, with a receipt that the pupil sees. */
@Module({
  imports: [DossierModule, OrganisationsModule],
  controllers: [DossierExportsController],
  providers: [DossierExportsService],
  exports: [DossierExportsService],
})
export class DossierExportsModule {}
