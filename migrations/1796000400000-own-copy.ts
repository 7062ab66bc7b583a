import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a pupil's own copy says of the account: the application reads no sessions and no mail, and letters only to print them. The
 * hashes of password, codes and tokens stay where they are.
 */
export class OwnCopy1796000400000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create function account_for_copy(p_pupil uuid) returns jsonb
        language sql stable security definer set search_path = pg_catalog, public as $$
        select jsonb_build_object('login', a.login, 'createdAt', a.created_at, 'activatedAt', a.activated_at,
          'letters', coalesce((select jsonb_agg(jsonb_build_object('issuedAt', c.issued_at, 'expiresAt', c.expires_at,
              'usedAt', c.used_at) order by c.issued_at, c.id) from public.activation_code c where c.account_id = a.id), '[]'),
          'sessions', coalesce((select jsonb_agg(jsonb_build_object('startedAt', s.created_at, 'lastSeenAt', s.last_seen_at,
              'endedAt', s.ended_at) order by s.created_at, s.id) from public.session s where s.account_id = a.id), '[]'),
          'messages', coalesce((select jsonb_agg(jsonb_build_object('kind', m.kind, 'status', m.status, 'createdAt', m.created_at,
              'endedAt', m.ended_at) order by m.created_at, m.id) from public.mail_message m where m.pupil_id = p.id), '[]'))
          from public.pupil p join public.account a on a.id = p.account_id
         where p.id = p_pupil and (p.id = public.app_actor() or public.app_guards(p.id, false, null)) $$;
      revoke execute on function account_for_copy(uuid) from public;
      grant execute on function account_for_copy(uuid) to dsd_app;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop function account_for_copy(uuid)');
  }
}
