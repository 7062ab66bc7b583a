import { Module } from '@nestjs/common';
import { OrganisationsReader } from './organisations.reader.js';

/** Samenwerkingsverband, schools, locations and whom to call there. */
@Module({ providers: [OrganisationsReader], exports: [OrganisationsReader] })
export class OrganisationsModule {}
