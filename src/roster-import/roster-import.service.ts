import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { staleVersion } from '../platform/errors/domain-error.js';
import { exampleCsv } from './example.rules.js';
import { Faults } from './faults.rules.js';
import { HistoryWork } from './history-work.service.js';
import { ImportProgress } from './import-progress.service.js';
import { keeperRole } from '../pupils/pupils.types.js';
import { ImportStore } from './import-store.service.js';
import { importExpired, importRefused } from './roster-import.errors.js';
import type {
  ApplyChoice,
  ComparedHistory,
  ComparedRoster,
  Findings,
  ImportHead,
  ImportKind,
  ImportResult,
  ImportRow,
  ImportView,
  ParsedHistory,
} from './roster-import.types.js';
import type { UploadedRoster } from './roster-upload.types.js';
import { RosterWork } from './roster-work.service.js';
import type { ParsedRoster } from './roster.types.js';

/** Files of a school in two steps: read and look, then apply all of it or nothing. */
@Injectable()
export class RosterImportService {
  constructor(
    private readonly store: ImportStore,
    private readonly rosters: RosterWork,
    private readonly histories: HistoryWork,
    private readonly progress: ImportProgress,
    private readonly audit: AuditService,
  ) {}

  /** Reads the files and says what they would change. Nothing of the school changes yet. */
  async read(actor: Actor, kind: ImportKind, uploaded: readonly UploadedRoster[]): Promise<ImportView> {
    const faults = new Faults();
    const files = uploaded.map(({ originalname, buffer }) => ({ name: baseName(originalname), bytes: buffer }));
    const work = kind === 'roster' ? this.rosters : this.histories;
    const parsed = await work.parse(files, faults);
    const id = await this.store.add(actor, {
      kind,
      fileName: nameOf(files),
      parsed: faults.any ? null : parsed,
      findings: findingsOf(faults),
    });
    return this.view(actor, id);
  }

  /** One import: what it would change now, what is wrong with it, or what it did. */
  async view(actor: Actor, id: string): Promise<ImportView> {
    const row = await this.store.get(actor, id);
    const compared = this.progress.isRunning(id) ? null : await this.compare(actor, row);
    const shown = compared ? pupilsOf(compared.with) : [];
    if (shown.length > 0) {
      await this.audit.record({
        chain: 'school',
        chainId: actor.schoolId ?? '',
        action: 'list.read',
        role: keeperRole(actor),
        sections: ['profile'],
        pupilIds: shown,
      });
    }
    return this.toView(row, compared);
  }

  /** A file to begin with: the columns of our own CSV and two invented pupils. */
  example(): string {
    return exampleCsv();
  }

  /** The latest imports of the school. */
  latest(actor: Actor): Promise<ImportHead[]> {
    return this.store.latest(actor);
  }

  /** All or nothing, in this transaction. Applying what was applied already answers the same and changes nothing. */
  async apply(actor: Actor, id: string, choice: ApplyChoice): Promise<ImportResult> {
    const row = await this.store.lock(actor, id);
    if (row.result) return row.result;
    if (row.status === 'expired') throw importExpired();
    const compared = await this.compare(actor, row);
    if (!compared) throw importRefused(row.findings?.faultTotal ?? 0);
    if (compared.faults.any) throw importRefused(compared.faults.total);
    if (compared.seen !== choice.seen) throw staleVersion();
    const told = this.progress.teller(id);
    const result =
      compared.with.kind === 'roster'
        ? await this.rosters.apply(actor, id, compared.with, choice, told)
        : await this.histories.apply(actor, id, compared.with);
    await this.store.applied(actor, id, result);
    return result;
  }

  private async compare(actor: Actor, row: ImportRow): Promise<Compared | null> {
    if (!row.parsed) return null;
    const faults = new Faults();
    const compared =
      row.kind === 'roster'
        ? await this.rosters.compare(actor, row.parsed as ParsedRoster, row.schoolYear, faults)
        : await this.histories.compare(actor, row.parsed as ParsedHistory, faults);
    return { with: compared, faults, seen: digestOf(compared) };
  }

  private toView({ parsed: _, findings, ...row }: ImportRow, compared: Compared | null): ImportView {
    const now = compared ? findingsOf(compared.faults) : null;
    const running = this.progress.isRunning(row.id);
    // An attempt that its process did not live to finish left nothing behind, so it can be tried again.
    const waiting = row.status === 'applying' && !running ? 'previewed' : row.status;
    const ready = compared !== null && !compared.faults.any;
    return {
      ...row,
      status: waiting === 'previewed' && !running && !ready ? 'refused' : running ? 'applying' : waiting,
      seen: ready ? compared.seen : null,
      faults: [...(findings?.faults ?? []), ...(now?.faults ?? [])],
      faultTotal: (findings?.faultTotal ?? 0) + (now?.faultTotal ?? 0),
      notices: [...(findings?.notices ?? []), ...(now?.notices ?? [])],
      compared: compared?.with ?? null,
      progress: this.progress.of(row.id),
      failure: this.progress.failureOf(row.id),
    };
  }
}

interface Compared {
  with: ComparedRoster | ComparedHistory;
  faults: Faults;
  seen: string;
}

const findingsOf = ({ items, total, notices }: Faults): Findings => ({ faults: items, faultTotal: total, notices });

/** What counts is what would be written, not what is said about it. */
function digestOf(compared: ComparedRoster | ComparedHistory): string {
  const written = compared.kind === 'roster' ? { ...compared.diff, notices: [] } : compared;
  return createHash('sha256').update(JSON.stringify(written)).digest('base64url');
}

/** The pupils of the school whose names are shown. */
function pupilsOf(compared: ComparedRoster | ComparedHistory): string[] {
  if (compared.kind === 'lob-history') return [];
  const { changed, returned, gone } = compared.diff;
  return [...changed, ...returned, ...gone].map((pupil) => pupil.pupilId);
}

/** A name to recognise the file by: no folders, nothing invisible. */
const baseName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '').replace(/\p{C}/gu, '').trim().slice(0, 100) || 'lijst.csv';

const nameOf = (files: readonly { name: string }[]): string => {
  const [first, ...more] = files;
  return more.length === 0 ? (first?.name ?? '') : `${first?.name ?? ''} +${more.length}`;
};
