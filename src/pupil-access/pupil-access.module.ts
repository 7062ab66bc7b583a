import { Module } from '@nestjs/common';
import { PupilAccessReader } from './pupil-access.reader.js';
import { PupilAccess } from './pupil-access.service.js';

@Module({ providers: [PupilAccess, PupilAccessReader], exports: [PupilAccess, PupilAccessReader] })
export class PupilAccessModule {}
