import type { Mutant } from './mutant.js';
import { actor, has, keepsRoster, of, open, ownSchool, statement } from './words.js';

/** What is logged of pupils, what was answered before, and rows that give sight: beside the dossier itself. */
export const otherMutants: readonly Mutant[] = [
  ...of('audit_event', [
    ['missing condition', 'audit_event_select', ` AND (outcome = 'allowed'::text)`, ''],
    ['missing condition', 'audit_event_select', `(chain_id = ${actor}) AND `, ''],
    ['other school', 'audit_event_select', `${ownSchool} AND `, '', 'test/(second-wall|access-review|audit)\\.'],
    ['wrong role', 'audit_event_select', has('privacy-officer'), has('privacy-officer', 'decaan')],
    ['or for and', 'audit_event_select', `${ownSchool} AND`, `${ownSchool} OR`],
    [
      'null handling',
      'audit_event_select',
      'app_guards(chain_id, false, NULL::timestamp with time zone)',
      'app_guards(chain_id, true, app_now())',
    ],
  ]),
  statement('audit_event', 'policy off', 'alter table audit_event disable row level security'),
  ...of('idempotency', [
    ['missing condition', 'idempotency_select', `(actor_id = ${actor})`, '(actor_id IS NOT NULL)'],
    ['missing condition', 'idempotency_update', `(actor_id = ${actor})`, '(actor_id IS NOT NULL)'],
    ['missing condition', 'idempotency_delete', `(actor_id = ${actor})`, '(actor_id IS NOT NULL)'],
  ]),
  open('idempotency', 'insert'),
  statement('idempotency', 'policy off', 'alter table idempotency disable row level security'),
  ...of('roster_import', [
    ['wrong role', 'roster_import_select', keepsRoster, `(app_kind() = 'staff')`],
    ['missing condition', 'roster_import_select', ` AND ${keepsRoster}`, ''],
    ['other school', 'roster_import_select', `${ownSchool} AND `, '', 'test/(second-wall|roster-import|hostile)\\.'],
  ]),
  open('roster_import', 'insert'),
  statement('roster_import', 'policy off', 'alter table roster_import disable row level security'),
  open('mentor_assignment', 'insert'),
  open('teaching_assignment', 'insert'),
  ...of('teaching_assignment', [
    ['wrong role', 'teaching_assignment_update', keepsRoster, `(app_kind() = 'staff')`],
    ['missing condition', 'teaching_assignment_update', ` AND ${keepsRoster}`, ''],
  ]),
  open('role_assignment', 'insert'),
  ...of('role_assignment', [
    ['wrong role', 'role_assignment_update', has('school-administrator'), has('school-administrator', 'decaan')],
    ['wrong role', 'role_assignment_insert', ` AND (role = 'staff'::text)`, ''],
    ['missing condition', 'role_assignment_insert', ' AND app_may_employ(person_id)', '', 'test/people\\.'],
    ['missing condition', 'role_assignment_insert', ` AND (person_id <> ${actor})`, '', 'test/people\\.'],
    ['missing condition', 'guard_role_assignment()', ' or old.person_id = public.app_actor()', '', 'test/people\\.'],
    ['missing condition', 'guard_role_assignment()', 'old.valid_until < public.app_today() or ', '', 'test/people\\.'],
  ]),
  ...[
    'pupil',
    'enrolment',
    'guardian',
    'mentor_assignment',
    'activity',
    'reflection',
    'consent',
    'consent_answer',
    'consent_answer_past',
    'application',
    'placement',
    'slb_assignment',
    'account',
    'activation_code',
    'person',
    'audit_event',
    'idempotency',
    'roster_import',
  ].map((table) => statement(table, 'force off', `alter table ${table} no force row level security`)),
];
