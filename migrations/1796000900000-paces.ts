import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How fast one account may search and take things along, whichever process it asks. One moment per account and kind (the
 * generic cell rate algorithm): each use moves it on by its share of the period, and it may not be further ahead than one
 * period. So nothing has to be cleaned up, and no window ends at which everything is allowed again.
 */
export class Paces1796000900000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table pace (
        actor_id uuid not null,
        kind text not null,
        ahead_until timestamptz not null,
        constraint pace_pkey primary key (actor_id, kind)
      );

      -- Takes one turn of whoever asks; answers how many seconds there are to wait, 0 when it was given. A clock that was
      -- set back makes nobody wait longer than one turn: nothing is ahead further than one period.
      create function take_turn(p_kind text, p_most int, p_seconds int) returns int
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare period interval := make_interval(secs => p_seconds); turn interval := period / p_most;
        moment timestamptz := public.app_now(); ahead timestamptz;
      begin
        if public.app_actor() is null then raise insufficient_privilege; end if;
        insert into public.pace values (public.app_actor(), p_kind, moment) on conflict do nothing;
        select least(greatest(x.ahead_until, moment), moment + period) into ahead
          from public.pace x where x.actor_id = public.app_actor() and x.kind = p_kind for update;
        if ahead + turn > moment + period then
          return ceil(extract(epoch from ahead + turn - period - moment));
        end if;
        update public.pace x set ahead_until = ahead + turn where x.actor_id = public.app_actor() and x.kind = p_kind;
        return 0;
      end $$;
      revoke execute on function take_turn(text, int, int) from public;
      grant execute on function take_turn(text, int, int) to dsd_app`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop function take_turn(text, int, int); drop table pace`);
  }
}
