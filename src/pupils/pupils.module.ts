import { Module } from '@nestjs/common';
import { RelationsReader } from './relations.reader.js';

@Module({ providers: [RelationsReader], exports: [RelationsReader] })
export class PupilsModule {}
