import { Module } from '@nestjs/common';
import { ConsentTextsModule } from '../../consent-texts/consent-texts.module.js';
import { ConsentTextsPages } from './consent-texts.pages.js';

/** What people agree to, as the regional coordinator keeps it. */
@Module({ imports: [ConsentTextsModule], controllers: [ConsentTextsPages] })
export class ConsentTextsPagesModule {}
