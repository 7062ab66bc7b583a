import { Module } from '@nestjs/common';
import { RectificationModule } from '../../rectification/rectification.module.js';
import { RequestsPages } from './requests.pages.js';

/** What pupils and guardians ask of the school about their data. */
@Module({ imports: [RectificationModule], controllers: [RequestsPages] })
export class RequestsPagesModule {}
