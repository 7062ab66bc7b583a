import { Module } from '@nestjs/common';
import { WhoLookedModule } from '../../who-looked/who-looked.module.js';
import { PrivacyOfficerPages } from './privacy-officer.pages.js';

@Module({ imports: [WhoLookedModule], controllers: [PrivacyOfficerPages] })
export class PrivacyOfficerPagesModule {}
