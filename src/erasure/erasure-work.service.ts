import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { AuditRecord } from '../audit/audit.types.js';
import { Config } from '../platform/config.js';
import { JobRegistry } from '../platform/jobs/job-registry.js';
import { JobsDb } from '../platform/jobs/jobs-db.js';
import { sectionsOf } from './erasure.rules.js';
import type { ErasurePart } from './erasure.types.js';
import { ERASE_TASK } from './retention.service.js';

interface Erased {
  pupil_id: string;
  school_id: string;
  parts: ErasurePart[];
  outcome: 'erased' | 'held' | 'not-due';
}
export interface Work {
  /** Pupils of whom something was erased. */
  erased: number;
  held: number;
}

/** Pupils in one transaction. Of one pupil everything that is due goes in it, or nothing. */
const AT_ONCE = 100;

/** Erases what a person confirmed, in parts that can be broken off and begun again; and keeps the reports up to date. */
@Injectable()
export class ErasureWork implements OnModuleInit {
  constructor(
    private readonly db: JobsDb,
    private readonly config: Config,
    private readonly jobs: JobRegistry,
  ) {}

  onModuleInit(): void {
    this.jobs.addTask({ name: ERASE_TASK, run: (ids) => this.eraseReports(ids) });
    const daily = async (): Promise<void> => {
      await this.daily();
    };
    this.jobs.addRepeating({ name: 'retention.daily', schedule: '40 2 * * *', run: daily });
  }

  /** Once a day: what somebody confirmed, what hangs on no pupil, and new reports to look at. Twice is once. */
  async daily(): Promise<Work & { reports: number }> {
    const work = await this.eraseConfirmed(null);
    await this.db.transaction(async (client) => {
      await client.query('select retention_sweep()');
      await client.query('select retention_tidy()');
    });
    return { ...work, reports: await this.makeReports() };
  }

  /** For each school what it keeps too long; nothing is erased by it. Answers how many reports wait. */
  private async makeReports(): Promise<number> {
    return this.db.transaction(
      async (client) => (await client.query('select * from make_retention_reports()')).rowCount ?? 0,
    );
  }

  private async eraseReports(ids: string[]): Promise<void> {
    for (const id of ids) await this.eraseConfirmed(id); // a person confirmed each of them
  }

  /** What was confirmed, of one report or of all. Who is being written to at this moment is left for the next time. */
  private async eraseConfirmed(report: string | null): Promise<Work> {
    const work: Work = { erased: 0, held: 0 };
    for (;;) {
      const rows = await this.db.transaction(async (client) => {
        const result = await client.query<Erased>('select * from retention_erase($1, $2)', [report, AT_ONCE]);
        const erased = result.rows.filter(({ outcome }) => outcome === 'erased');
        await this.record(client, report, erased);
        return result.rows;
      });
      if (rows.length === 0) return work;
      work.erased += rows.filter(({ outcome }) => outcome === 'erased').length;
      work.held += rows.filter(({ outcome }) => outcome === 'held').length;
    }
  }

  /** On the chain of each pupil, and once on that of the school; in the transaction of the erasing itself. */
  private async record(client: PoolClient, report: string | null, erased: readonly Erased[]): Promise<void> {
    if (erased.length === 0) return;
    const subjectIds = report ? [report] : [];
    const same = { action: 'pupil.erased', basis: 'retention', subjectIds } as const;
    const schools = [...new Set(erased.map(({ school_id }) => school_id))];
    const events: AuditRecord[] = [
      ...erased.map(({ pupil_id, parts }) => ({
        ...same,
        chain: 'pupil' as const,
        chainId: pupil_id,
        sections: sectionsOf(parts),
      })),
      ...schools.map((school) => ({
        ...same,
        chain: 'school' as const,
        chainId: school,
        pupilIds: erased.filter(({ school_id }) => school_id === school).map(({ pupil_id }) => pupil_id),
      })),
    ];
    await client.query('select audit_append($1, $2, $3)', [
      this.config.auditKeyBytes,
      randomUUID(),
      JSON.stringify(events),
    ]);
  }
}
