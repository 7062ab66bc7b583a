import type { Mistake, Mutant } from './mutant.js';

/** Texts of policies as the database says them back. */
export const school = '( SELECT app_school() AS app_school)';
export const ownSchool = `(school_id = ${school})`;
export const toHere = `(to_school_id = ${school})`;
export const fromElsewhere = `(school_id <> ${school})`;
export const self = '(pupil_id = ( SELECT app_self() AS app_self))';
export const anyPupil = `(app_kind() = 'pupil')`;
export const anyStaff = `(app_kind() = 'staff')`;
export const actor = '( SELECT app_actor() AS app_actor)';
export const now = '( SELECT app_now() AS app_now)';
export const today = '( SELECT app_today() AS app_today)';
export const keepsRoster = '( SELECT app_keeps_roster() AS app_keeps_roster)';
export const has = (...roles: string[]): string =>
  `( SELECT app_has(VARIADIC ARRAY[${roles.map((role) => `'${role}'::text`).join(', ')}]) AS app_has)`;
export const wide = (sight: string): string => `( SELECT app_wide('${sight}'::text) AS app_wide)`;
const not = (view: string, table: string): string =>
  `(NOT (EXISTS ( SELECT FROM ${view} x WHERE (x.id = ${table}.pupil_id) OFFSET 0)))`;
export const stillHere = (table: string): string => not('app_gone', table);
export const notErased = (table: string): string => not('app_erased', table);

type Line = [mistake: Mistake, at: string, from: string, to: string, tests?: string];
/** Replacements in one place each. */
export const of = (table: string, lines: readonly Line[]): Mutant[] =>
  lines.map(([mistake, at, from, to, tests]) => ({ table, mistake, at, from, to, ...(tests ? { tests } : {}) }));
/** Mistakes that are a statement. */
export const statement = (table: string, mistake: Mistake, sql: string, tests?: string): Mutant => ({
  table,
  mistake,
  at: '',
  from: '',
  to: '',
  sql,
  ...(tests ? { tests } : {}),
});
/** The same words for more than they were for: whoever sees a row, changes it. */
export const forAll = (table: string, tests?: string): Mutant =>
  statement(
    table,
    'wrong command',
    `do $$ declare q text; begin
       select qual into strict q from pg_policies where policyname = '${table}_select';
       execute format('drop policy ${table}_select on ${table}');
       execute format('create policy ${table}_select on ${table} for all to dsd_app using (%s) with check (%s)', q, q);
     end $$`,
    tests,
  );
export const open = (table: string, command: string): Mutant =>
  statement(table, 'check dropped', `alter policy ${table}_${command} on ${table} with check (true)`);
