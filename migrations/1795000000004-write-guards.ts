import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a row-level policy cannot say, because it sees the old row or the new one and never both: who may change which part
 * of a row. For the application alone; the owner, who migrates, is not held.
 */
const guards: Record<string, string> = {
  // The school says who a pupil is, the pupil what the guardians read; an account is given once.
  pupil: `
    wrong := (old.account_id is not null and new.account_id is distinct from old.account_id)
      or (old.id is distinct from public.app_actor() and (new.guardian_sections, new.guardian_sections_at)
            is distinct from (old.guardian_sections, old.guardian_sections_at))
      or (not (old.school_id = public.app_school() and public.app_keeps_roster()) and
          (new.given_name, new.register_name, new.infix, new.family_name, new.birth_date, new.email, new.left_on) is distinct from
          (old.given_name, old.register_name, old.infix, old.family_name, old.birth_date, old.email, old.left_on));`,
  person: `wrong := old.account_id is not null and new.account_id is distinct from old.account_id;`,
  // Result, evaluation and follow-up are the pupil's and a remark is the school's; facts are whose who logged them. What
  // was removed stays as it was.
  activity: `
    words := (new.result, new.evaluation, new.follow_up) is distinct from (old.result, old.evaluation, old.follow_up);
    facts := (new.type, new.title, new.place, new.starts_on, new.ends_on, new.beroep, new.opleiding_id, new.goal,
                new.competences, new.removed_at, new.removed_reason) is distinct from
             (old.type, old.title, old.place, old.starts_on, old.ends_on, old.beroep, old.opleiding_id, old.goal,
                old.competences, old.removed_at, old.removed_reason);
    wrong := old.removed_at is not null or case when public.app_kind() = 'pupil'
      then new.remark is distinct from old.remark or (facts and old.logged_by <> old.pupil_id)
      else words or old.logged_by = old.pupil_id end;`,
  // A share comes into force when every needed yes is there, is made narrower by the pupil alone, and ends once.
  consent: `
    wrong := old.withdrawn_at is not null
      or (new.withdrawn_at is not null and new.withdrawn_by is distinct from public.app_actor())
      or (new.sections is distinct from old.sections and not (public.app_kind() = 'pupil'
            and new.sections <@ old.sections and cardinality(new.sections) > 0))
      or (new.in_force_since is not null and new.in_force_since is distinct from old.in_force_since
            and not (new.in_force_since = public.app_now() and public.consent_complete(new.id)));`,
};

export class WriteGuards1795000000004 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const [table, asWritten] of Object.entries(guards))
      await q.query(`
        create function guard_${table}() returns trigger language plpgsql set search_path = pg_catalog, public as $$
        declare wrong boolean; words boolean; facts boolean;
        begin
          ${asWritten}
          if wrong then raise insufficient_privilege; end if;
          return new;
        end $$;
        revoke execute on function guard_${table}() from public;
        create trigger guard before update on ${table} for each row when (current_user = 'dsd_app')
          execute function guard_${table}();`);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of Object.keys(guards))
      await q.query(`drop trigger guard on ${table}; drop function guard_${table}()`);
  }
}
