import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { staleVersion } from '../platform/errors/domain-error.js';
import type { Faults } from './faults.rules.js';
import { diffHistory, historyKey, readHistory } from './lob-history.rules.js';
import { knownCompetences, knownTypes, moreTypes } from './lob-words.types.js';
import type { ComparedHistory, ImportResult, ParsedHistory } from './roster-import.types.js';
import type { HistoryRow, RosterFile } from './roster.types.js';
import { readSingle, unpackUpload } from './upload.rules.js';

const nothingElse = { changed: 0, returned: 0, left: 0, notLeft: 0, newGroups: 0, newStaff: 0, newGuardians: 0 };

/** What pupils did for LOB before the school came here, so that the first exam class is not empty. */
@Injectable()
export class HistoryWork {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  async parse(files: readonly RosterFile[], faults: Faults): Promise<ParsedHistory | null> {
    const csv = await unpackUpload(files, faults);
    const file = csv && readSingle(csv, faults);
    if (!file) return null;
    const context = { today: this.clock.today(), knownTypes, moreTypes, knownCompetences };
    const rows = readHistory(file.name, file.text, context, faults);
    return rows && { file: file.name, rows };
  }

  async compare(actor: Actor, { file, rows }: ParsedHistory, faults: Faults): Promise<ComparedHistory> {
    const pupils = await this.db.query<{ pupilNumber: string }>(
      'select pupil_number as "pupilNumber" from pupil where school_id = $1',
      [actor.schoolId],
    );
    const activities = await this.db.query<Pick<HistoryRow, 'pupilNumber' | 'date' | 'type' | 'title'>>(
      `select p.pupil_number as "pupilNumber", a.starts_on::text as date, a.type, a.title
         from activity a join pupil p on p.id = a.pupil_id
        where a.school_id = $1 and p.school_id = $1 and a.removed_at is null`,
      [actor.schoolId],
    );
    const school = {
      pupilNumbers: new Set(pupils.map((pupil) => pupil.pupilNumber)),
      activityKeys: new Set(activities.map(historyKey)),
    };
    const diff = diffHistory(file, rows, school, faults);
    if (diff.known > 0) faults.notice('history-known', { count: diff.known });
    return { kind: 'lob-history', new: diff.new, known: diff.known };
  }

  /** Lines of one day with one title are one activity of a class, and share its log. */
  async apply(actor: Actor, importId: string, { new: rows, known }: ComparedHistory): Promise<ImportResult> {
    const logs = new Map<string, string>();
    const logOf = ({ date, type, title, place }: HistoryRow): string => {
      const key = JSON.stringify([date, type, title, place]);
      const log = logs.get(key) ?? randomUUID();
      logs.set(key, log);
      return log;
    };
    const activities = rows.map((row) => ({ ...row, id: randomUUID(), logId: logOf(row) }));
    const written = await this.db.query<{ id: string; pupilId: string }>(
      `insert into activity (id, log_id, pupil_id, school_id, type, title, place, starts_on, competences, logged_by, logged_at)
       select r.id, r."logId", p.id, p.school_id, r.type, r.title, r.place, r.date,
              array(select jsonb_array_elements_text(r.competences)), $3, $4
         from jsonb_to_recordset($1::jsonb) as r(id uuid, "logId" uuid, "pupilNumber" text, date date, type text,
              title text, place text, competences jsonb)
         join pupil p on p.school_id = $2 and p.pupil_number = r."pupilNumber"
       returning id, pupil_id as "pupilId"`,
      [JSON.stringify(activities), actor.schoolId, actor.id, this.clock.now()],
    );
    if (written.length !== rows.length) throw staleVersion();
    const perPupil = new Map<string, string[]>();
    for (const { id, pupilId } of written) perPupil.set(pupilId, [...(perPupil.get(pupilId) ?? []), id]);
    await this.audit.record(
      {
        chain: 'school',
        chainId: actor.schoolId ?? '',
        action: 'roster.imported',
        role: 'decaan',
        basis: 'school-role',
        sections: ['lob'],
        subjectIds: [importId],
        pupilIds: [...perPupil.keys()],
      },
      ...[...perPupil].map(([pupilId, subjectIds]) => ({
        chain: 'pupil' as const,
        chainId: pupilId,
        action: 'activity.logged' as const,
        role: 'decaan' as const,
        basis: 'school-role',
        sections: ['lob'],
        subjectIds,
      })),
    );
    return { ...nothingElse, new: rows.length, unchanged: known, rows: written.length };
  }
}
