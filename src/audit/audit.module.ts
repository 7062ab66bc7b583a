import { Global, Module } from '@nestjs/common';
import { RefusalLog } from '../platform/access/refusal-log.js';
import { AuditService } from './audit.service.js';
import { SealJobService } from './seal-job.service.js';

/** Global: everything that happens to a pupil is on record. */
@Global()
@Module({
  providers: [SealJobService, AuditService, { provide: RefusalLog, useExisting: AuditService }],
  exports: [AuditService, RefusalLog],
})
export class AuditModule {}
