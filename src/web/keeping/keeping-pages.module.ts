import { Module } from '@nestjs/common';
import { ErasureModule } from '../../erasure/erasure.module.js';
import { KeepingPages } from './keeping.pages.js';

/** What a school keeps and for how long: requests to be forgotten, terms, holds. */
@Module({ imports: [ErasureModule], controllers: [KeepingPages] })
export class KeepingPagesModule {}
