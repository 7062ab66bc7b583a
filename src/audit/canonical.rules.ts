import { createHmac } from 'node:crypto';

/** A row of audit_event, every value as PostgreSQL writes it as text; `at` in seconds since 1970, bytes as hex. */
export interface AuditRow {
  chain_id: string;
  seq: string;
  chain: string;
  at: string;
  request_id: string;
  actor_id: string | null;
  actor_role: string;
  actor_school_id: string | null;
  action: string;
  outcome: string;
  sections: string;
  basis: string | null;
  purpose: string | null;
  pupil_ids: string;
  subject_ids: string;
  school_id: string | null;
  prev_hash: string;
  hash: string;
  form: string;
  on_behalf_of: string | null;
  share_id: string | null;
  reason: string | null;
}

export const rowColumns = [
  'chain_id',
  'seq',
  'chain',
  'at',
  'request_id',
  'actor_id',
  'actor_role',
  'actor_school_id',
  'action',
  'outcome',
  'sections',
  'basis',
  'purpose',
  'pupil_ids',
  'subject_ids',
  'school_id',
  'prev_hash',
  'hash',
  'form',
  'on_behalf_of',
  'share_id',
  'reason',
] as const satisfies readonly (keyof AuditRow)[];

/**
 * Everything a row says as one text, letter for letter what the function audit_canonical makes of it. `null` for a row
 * that cannot have been written so: a form that is not known, one that says less than the row does, a list that is no
 * plain list.
 */
export function canonical(row: AuditRow): string | null {
  const lists = [row.sections, row.pupil_ids, row.subject_ids].map(list);
  if (lists.includes(null)) return null;
  const [sections, pupilIds, subjectIds] = lists as [string, string, string];
  const head = [json(row.chain_id), row.seq, json(row.chain), row.at, json(row.request_id), json(row.actor_id)];
  const actor = [json(row.actor_role), json(row.actor_school_id)];
  const what = [json(row.action), json(row.outcome), sections, json(row.basis), json(row.purpose)];
  const about = [pupilIds, subjectIds, json(row.school_id)];
  if (row.form === '1' && row.on_behalf_of === null && row.share_id === null && row.reason === null)
    return `[${[...head, ...actor, ...what, ...about].join(', ')}]`;
  if (row.form !== '2') return null;
  const why = [json(row.share_id), json(row.reason)];
  return `[${['2', ...head, ...actor, json(row.on_behalf_of), ...what, ...why, ...about].join(', ')}]`;
}

/** What the hash of a row has to be: an HMAC over the hash of the row before it and everything the row says. */
export function rowHash(row: AuditRow, key: Buffer): string | null {
  const text = canonical(row);
  if (text === null || !/^([0-9a-f]{2})*$/.test(row.prev_hash)) return null;
  return createHmac('sha256', key).update(row.prev_hash, 'hex').update(text).digest('hex');
}

/** The seal on the number of the last row of a chain. */
export const headMac = (chain: string, seq: string, hash: string, key: Buffer): string =>
  createHmac('sha256', key).update(`head ${chain} ${seq} `).update(hash, 'hex').digest('hex');

const json = (value: string | null): string => (value === null ? 'null' : JSON.stringify(value));

/** `{lob,"school career",NULL}` as JSON; null for anything but a flat list that begins at 1. */
function list(text: string): string | null {
  const inner = /^\{(.*)\}$/s.exec(text)?.[1];
  if (inner === undefined) return null;
  if (inner === '') return '[]';
  const items: string[] = [];
  for (let at = 0; ;) {
    const item = nextItem(inner, at);
    if (!item) return null;
    items.push(item.json);
    if (item.end === inner.length) return `[${items.join(',')}]`;
    if (inner[item.end] !== ',') return null;
    at = item.end + 1;
  }
}

function nextItem(text: string, start: number): { json: string; end: number } | null {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && !',"{}\\'.includes(text[end]!)) end++;
    const bare = text.slice(start, end);
    return bare === '' ? null : { json: bare === 'NULL' ? 'null' : JSON.stringify(bare), end };
  }
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"') return { json: JSON.stringify(value), end: at + 1 };
    if (text[at] === '\\') at++;
    value += text[at] ?? '';
  }
  return null;
}
