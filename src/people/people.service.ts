import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AuditAction } from '../audit/audit.types.js';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { dayBefore } from '../platform/calendar.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { invalid, notFound } from '../platform/errors/domain-error.js';
import { ActivationService } from '../accounts/activation.service.js';
import type {
  AddedResponse,
  ContactRequest,
  IssuedCodeResponse,
  NewRoleRequest,
  NewStaffRequest,
  StaffResponse,
} from './people.dto.js';
import {
  accountElsewhere,
  inviteAgain,
  lastAdministrator,
  ownRole,
  ownSecondFactor,
  personExists,
  roleExists,
} from './people.errors.js';
import { PeopleReader } from './people.reader.js';
import type { StaffRole } from './roles.rules.js';

/** What the school's administrator does with its staff: adds them, gives and ends roles, hands out codes. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly reader: PeopleReader,
    private readonly activation: ActivationService,
  ) {}

  /** Someone new, with roles from today or another day. */
  async add(actor: Actor, request: NewStaffRequest): Promise<AddedResponse> {
    const { givenName, infix, familyName, phone = null, roles, until = null } = request;
    const from = request.from ?? this.clock.today();
    if (until && until < from) throw invalid([{ field: 'until', code: 'until-before-from' }]);
    const email = request.email.toLowerCase();
    await this.checkRoles(actor, roles, 'roles');
    await this.checkAddress(actor, email, null);

    const personId = randomUUID();
    await this.db.change(
      'insert into person (id, given_name, infix, family_name, email, phone) values ($1, $2, $3, $4, $5, $6)',
      [personId, givenName, infix, familyName, email, phone],
    );
    const roleIds = roles.map(() => randomUUID());
    await this.db.change(
      `insert into role_assignment (id, person_id, school_id, role, valid_from, valid_until)
       select g.id, $1, $2, g.role, $3, $6 from unnest($4::uuid[], $5::text[]) as g (id, role)`,
      [personId, actor.schoolId, from, roleIds, roles, until],
    );
    await this.record(actor, 'role.given', [personId, ...roleIds], roles.join(' '));
    return { id: personId };
  }

  /**
   * Where to reach someone. Whoever reads somebody's mail can choose his password anew, so an address changes under the same
   * rule as a code is handed out: not of a colleague who works elsewhere too.
   */
  async changeContact(actor: Actor, personId: string, request: ContactRequest): Promise<void> {
    const { email: before } = await this.reader.member(actor, personId);
    const email = request.email.toLowerCase();
    await this.checkAddress(actor, email, personId);
    const changed = await this.db.change(
      `update person p set email = $2, phone = $3
        where p.id = $1 and (p.account_id is null or p.email = $2 or p.id = app_actor() or app_hands_out(p.account_id))`,
      [personId, email, request.phone ?? null],
    );
    if (changed === 0) throw accountElsewhere();
    // What was sent to the wrong address must lead nowhere.
    if (email !== before)
      await this.db.query(
        `update invitation set withdrawn_at = app_now()
          where person_id = $1 and school_id = $2 and used_at is null and withdrawn_at is null returning cancel_mail(mail_id)`,
        [personId, actor.schoolId],
      );
    await this.record(actor, 'person.changed', [personId]);
  }

  /**
   * One address, one colleague. Sent twice at once, the second waits here and then finds the first. Who left and is something
   * elsewhere comes back as somebody new, who is invited.
   */
  private async checkAddress(actor: Actor, email: string, exceptId: string | null): Promise<void> {
    await this.db.query('select pg_advisory_xact_lock(hashtextextended($1, 7514))', [`${actor.schoolId} ${email}`]);
    const taken = await this.db.one(
      `select from person p where lower(p.email) = $1 and p.id is distinct from $3 and exists (select from role_assignment r
         where r.person_id = p.id and r.school_id = $2) and app_may_employ(p.id)`,
      [email, actor.schoolId, exceptId],
    );
    if (taken) throw personExists();
  }

  /**
   * A new code: for the first sign-in, or for who forgot the password. Earlier codes end, so that asking twice is safe
   * without a stored answer: the code itself is stored nowhere.
   */
  async issueCode(actor: Actor, personId: string): Promise<IssuedCodeResponse> {
    const member = await this.reader.member(actor, personId);
    const accountId = await this.accountOf(member);
    const [issued] = await this.activation.issue([accountId]);
    if (!issued) throw accountElsewhere();
    await this.record(actor, 'activation.issued', [personId]);
    const { login, code, expiresAt } = issued;
    return { personId, name: member.name, login, code, expiresAt: expiresAt.toISOString() };
  }

  private async accountOf(member: StaffResponse): Promise<string> {
    const person = await this.db.one<{ accountId: string | null }>(
      'select account_id as "accountId" from person where id = $1',
      [member.id],
    );
    if (person?.accountId) return person.accountId;
    const [account] = await this.activation.openAccounts([{ ...member, holderId: member.id }]);
    await this.db.change('update person set account_id = $2 where id = $1 and account_id is null', [
      member.id,
      account!.accountId,
    ]);
    return account!.accountId;
  }

  /**
   * From a day, until a day or until it is ended. Not twice at the same time, and not to who left and is something elsewhere
   * by now: with a role here the school would come near what he is there. Nobody gives one to himself.
   */
  async giveRole(actor: Actor, personId: string, { role, from, until }: NewRoleRequest): Promise<AddedResponse> {
    await this.checkRoles(actor, [role], 'role');
    if (personId === actor.id) throw ownRole();
    const first = from ?? this.clock.today();
    if (until && until < first) throw invalid([{ field: 'until', code: 'until-before-from' }]);
    await this.reader.member(actor, personId);
    const employed = await this.db.one<{ may: boolean }>('select app_may_employ($1) as may', [personId]);
    if (!employed?.may) throw inviteAgain();
    const overlapping = await this.db.one(
      `select from role_assignment where person_id = $1 and school_id = $2 and role = $3
          and valid_from <= coalesce($5::date, 'infinity') and coalesce(valid_until, 'infinity') >= $4::date`,
      [personId, actor.schoolId, role, first, until ?? null],
    );
    if (overlapping) throw roleExists();
    const id = randomUUID();
    await this.db.change(
      `insert into role_assignment (id, person_id, school_id, role, valid_from, valid_until)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, personId, actor.schoolId, role, first, until ?? null],
    );
    await this.record(actor, 'role.given', [personId, id], role);
    return { id };
  }

  /**
   * Ends a role after a day; without a day it is over at once, at the next request. A role that had not begun yet, or
   * began today, is then as if it never was: its last day lies before its first.
   */
  async endRole(actor: Actor, personId: string, roleId: string, until?: string): Promise<void> {
    const { roles } = await this.reader.member(actor, personId);
    const role = roles.find(({ id }) => id === roleId);
    if (!role || role.ended) throw notFound();
    const last = until ?? dayBefore(this.clock.today());
    if (until && until < role.from) throw invalid([{ field: 'until', code: 'until-before-from' }]);
    if (personId === actor.id && role.until && last > role.until) throw ownRole();
    if (role.role === 'school-administrator') await this.keepAnAdministrator(actor, roleId);
    await this.db.change('update role_assignment set valid_until = $3 where id = $1 and school_id = $2', [
      roleId,
      actor.schoolId,
      last,
    ]);
    await this.record(actor, 'role.ended', [personId, roleId], role.role);
  }

  /** Lets someone sign in no longer, or again. Whoever works at another school too keeps the account: end the roles. */
  async setAccount(actor: Actor, personId: string, disabled: boolean): Promise<void> {
    const member = await this.reader.member(actor, personId);
    if (!member.account) throw notFound();
    const administers = member.roles.find(({ role, current }) => current && role === 'school-administrator');
    if (disabled && administers) await this.keepAnAdministrator(actor, administers.id);
    const changed = await this.db.change(
      `update account a set disabled_at = case when $2 then coalesce(a.disabled_at, app_now()) end
        where a.id = (select account_id from person where id = $1) and app_hands_out(a.id)`,
      [personId, disabled],
    );
    if (changed === 0) throw accountElsewhere();
    await this.record(actor, disabled ? 'account.disabled' : 'account.enabled', [personId]);
  }

  /**
   * Takes away the second step of a colleague who lost it: the next sign-in sets up a new one, and what was open ends.
   * Whoever works at other schools too is the same person there, so it stands on their record as well.
   */
  async resetSecondFactor(actor: Actor, personId: string): Promise<void> {
    if (personId === actor.id) throw ownSecondFactor();
    const { roles } = await this.reader.member(actor, personId);
    if (!roles.some(({ until }) => !until || until >= this.clock.today())) throw notFound();
    const elsewhere = await this.db.query<{ schoolId: string }>(
      `select distinct school_id as "schoolId" from role_assignment where person_id = $1 and school_id <> $2
          and valid_from <= app_today() and (valid_until is null or valid_until >= app_today())`,
      [personId, actor.schoolId],
    );
    const reset = await this.db.one<{ done: boolean }>('select reset_second_factor($1) as done', [personId]);
    if (!reset?.done) throw notFound();
    const at = [actor.schoolId ?? actor.id, ...elsewhere.map(({ schoolId }) => schoolId)];
    await this.audit.record(
      ...at.map((chainId) => ({
        chain: 'school' as const,
        chainId,
        action: 'factor.reset' as const,
        role: 'school-administrator' as const,
        subjectIds: [personId],
      })),
    );
  }

  private async checkRoles(actor: Actor, roles: StaffRole[], field: string): Promise<void> {
    const possible = await this.reader.possibleRoles(actor);
    if (!roles.every((role) => possible.includes(role))) throw invalid([{ field, code: 'role-not-here' }]);
  }

  /** Locks the roles it looks at: of two administrators who end each other at once, one has to wait and is refused. */
  private async keepAnAdministrator(actor: Actor, exceptRoleId: string): Promise<void> {
    const others = await this.db.query(
      `select r.id from role_assignment r join person p on p.id = r.person_id left join account a on a.id = p.account_id
        where r.school_id = $1 and r.role = 'school-administrator' and r.valid_from <= app_today() and r.valid_until is null
          and a.disabled_at is null and a.activated_at is not null order by r.id for update of r`,
      [actor.schoolId],
    );
    if (!others.some(({ id }) => id !== exceptRoleId)) throw lastAdministrator();
  }

  private record(actor: Actor, action: AuditAction, subjectIds: string[], reason?: string): Promise<void> {
    return this.audit.record({
      chain: 'school',
      chainId: actor.schoolId ?? actor.id,
      action,
      role: 'school-administrator',
      subjectIds,
      reason,
    });
  }
}
