import { csvFile } from '../platform/csv.rules.js';
import type { SchoolAuditEvent } from './school-audit.dto.js';

const columns: readonly (readonly [head: string, of: (event: SchoolAuditEvent) => string])[] = [
  ['moment', ({ at }) => new Date(at).toISOString()],
  ['wie', ({ who }) => who],
  ['rol', ({ role }) => role],
  ['school', ({ school }) => school ?? ''],
  ['namens', ({ onBehalfOf }) => onBehalfOf ?? ''],
  ['wat', ({ action }) => action],
  ['onderdelen', ({ sections }) => sections.join(' ')],
  ['grond', ({ basis }) => basis ?? ''],
  ['doel', ({ purpose }) => purpose ?? ''],
  ['reden', ({ reason }) => reason ?? ''],
  ['leerlingnummer', ({ pupilNumber }) => pupilNumber ?? ''],
  ['aantal leerlingen', ({ pupils }) => String(pupils)],
  ['uitkomst', ({ outcome }) => outcome],
];

export const auditCsv = (events: readonly SchoolAuditEvent[]): string =>
  csvFile(
    columns.map(([head]) => head),
    events.map((event) => columns.map(([, of]) => of(event))),
  );
