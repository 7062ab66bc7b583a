import { Module } from '@nestjs/common';
import { ConsentModule } from '../../consent/consent.module.js';
import { DossierModule } from '../../dossier/dossier.module.js';
import { DossiersPages } from './dossiers.pages.js';

@Module({ imports: [ConsentModule, DossierModule], controllers: [DossiersPages] })
export class DossiersPagesModule {}
