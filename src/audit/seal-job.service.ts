import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Config } from '../platform/config.js';
import { JobRegistry } from '../platform/jobs/job-registry.js';
import { JobsDb } from '../platform/jobs/jobs-db.js';
import { signingKey } from './heads-file.rules.js';
import { sealHeads } from './seal.service.js';

/** Signs where the chains end, every five minutes. What is not signed yet is covered by the key of the chain alone. */
@Injectable()
export class SealJobService implements OnModuleInit {
  private readonly log = new Logger('Audit');

  constructor(
    private readonly config: Config,
    private readonly jobs: JobRegistry,
    private readonly db: JobsDb,
  ) {}

  onModuleInit(): void {
    this.jobs.addRepeating({ name: 'audit.seal', schedule: '*/5 * * * *', run: () => this.seal() });
  }

  private async seal(): Promise<void> {
    const { auditHeadsFile: file, auditKeyBytes, auditSigningKeyBytes } = this.config;
    const key = signingKey(auditKeyBytes, auditSigningKeyBytes);
    const { shorter } = await this.db.transaction((client) => sealHeads(client, { file, key }));
    if (shorter.length > 0) this.log.error('chains of the audit got shorter', { chains: shorter.length });
  }
}
