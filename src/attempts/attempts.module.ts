import { Module } from '@nestjs/common';
import { AttemptsService } from './attempts.service.js';

/** How often someone may guess, and how long he waits then. */
@Module({ providers: [AttemptsService], exports: [AttemptsService] })
export class AttemptsModule {}
