import { Module } from '@nestjs/common';
import { DossierModule } from '../../dossier/dossier.module.js';
import { EmergencyModule } from '../../emergency-access/emergency.module.js';
import { EmergencyPages } from './emergency.pages.js';

@Module({ imports: [DossierModule, EmergencyModule], controllers: [EmergencyPages] })
export class EmergencyPagesModule {}
