import { Module } from '@nestjs/common';
import { PupilsModule } from '../pupils/pupils.module.js';
import { ErasureRequestsReader } from './erasure-requests.reader.js';
import { ErasureRequestsService } from './erasure-requests.service.js';
import { ErasureWork } from './erasure-work.service.js';
import { ErasureController } from './erasure.controller.js';
import { RetentionReader } from './retention.reader.js';
import { RetentionService } from './retention.service.js';

/** Keeping no longer than is needed, holding what must stay, and forgetting on request. */
@Module({
  imports: [PupilsModule],
  controllers: [ErasureController],
  providers: [ErasureRequestsReader, ErasureRequestsService, ErasureWork, RetentionReader, RetentionService],
  exports: [ErasureRequestsReader, ErasureRequestsService, ErasureWork, RetentionReader, RetentionService],
})
export class ErasureModule {}
