import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** What someone of the demo did, and with which pupils `p`: a condition in SQL, in which `me` is the person. */
interface Story {
  login: string;
  role: string;
  action: 'section.read' | 'access.refused';
  basis?: string;
  purpose?: string;
  pupils: string;
  many?: boolean;
}
const mine = `p.school_id = (select r.school_id from role_assignment r where r.person_id = me.id limit 1) and p.left_on is null`;
const stories: Story[] = [
  {
    login: 'mentor@sluiswachter.example',
    role: 'mentor',
    action: 'section.read',
    basis: 'mentor',
    pupils: 'exists (select from mentor_assignment m where m.pupil_id = p.id and m.person_id = me.id)',
  },
  {
    login: 'decaan@sluiswachter.example',
    role: 'decaan',
    action: 'section.read',
    basis: 'school-role',
    pupils: `${mine} and exists (select from application a where a.pupil_id = p.id)`,
  },
  {
    login: 'intake@rocvaarlanden.example',
    role: 'intaker',
    action: 'section.read',
    basis: 'consent',
    purpose: 'intake',
    pupils: `exists (select from consent c join role_assignment r on r.school_id = c.to_school_id and r.person_id = me.id
      where c.pupil_id = p.id and c.purpose = 'intake' and c.in_force_since <= now() and c.withdrawn_at is null)`,
  },
  // What a privacy officer has to look into: far more dossiers than one needs, and refusals again and again.
  {
    login: 'zorg@sluiswachter.example',
    role: 'care-coordinator',
    action: 'section.read',
    basis: 'school-role',
    pupils: mine,
    many: true,
  },
  {
    login: 'medewerker@sluiswachter.example',
    role: 'staff',
    action: 'access.refused',
    pupils: `${mine} and p.id in (select p2.id from pupil p2 where p2.school_id = p.school_id order by p2.id limit 6)`,
  },
];

/** Gives the audit of the invented region a first day, so that "wie keek" and the privacy officer have something to see. */
export async function loadHistory(owner: pg.Client, auditKey: Buffer): Promise<void> {
  for (const { login, role, action, basis, purpose, pupils, many } of stories) {
    await owner.query('begin');
    await owner.query(
      `select set_config('app.actor', me.id::text, true), set_config('app.kind', 'staff', true),
              set_config('app.school', (select r.school_id::text from role_assignment r where r.person_id = me.id limit 1), true)
         from person me join account a on a.id = me.account_id where a.login = $1`,
      [login],
    );
    await owner.query(
      `with said as (
         select jsonb_build_object('chain', 'pupil', 'chainId', p.id, 'action', $3::text, 'role', $2::text, 'basis', $4::text,
                  'purpose', $5::text, 'sections', jsonb_build_array('profile', 'lob'),
                  'outcome', case when $3 = 'access.refused' then 'refused' else 'allowed' end) as event
           from person me join account a on a.id = me.account_id and a.login = $1 join pupil p on ${pupils}
          order by p.id limit $8)
       select audit_append($6, $7, jsonb_agg(event)) from said having count(*) > 0`,
      [login, role, action, basis ?? null, purpose ?? null, auditKey, randomUUID(), many ? 60 : 25],
    );
    await owner.query('commit');
  }
}
