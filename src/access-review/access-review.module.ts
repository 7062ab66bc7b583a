import { Module } from '@nestjs/common';
import { AccessReviewController } from './access-review.controller.js';
import { SchoolAuditReader } from './school-audit.reader.js';
import { UnusualReader } from './unusual.reader.js';
import { UnusualService } from './unusual.service.js';

@Module({
  controllers: [AccessReviewController],
  providers: [SchoolAuditReader, UnusualReader, UnusualService],
  exports: [SchoolAuditReader, UnusualReader, UnusualService],
})
export class AccessReviewModule {}
