import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { ActivationService } from '../accounts/activation.service.js';
import { type Actor, hasRole, type Role } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { DomainError, notFound } from '../platform/errors/domain-error.js';
import type {
  LetterResponse,
  LetterListRequest,
  LettersRequest,
  LettersResponse,
  LetterState,
  RecipientResponse,
  SkippedResponse,
} from './letters.dto.js';
import type { IssuedCode } from '../accounts/accounts.types.js';
import { nameIn } from './pupil-names.types.js';
import { nameWho } from './pupils.errors.js';
import { keeperRole, stillThere } from './pupils.types.js';

/** One pupil, or the pupils of one group. */
export type LetterScope = { pupilId: string } | { groupId: string };

interface Recipient extends RecipientResponse {
  givenName: string;
  infix: string;
  familyName: string;
  accountId: string | null;
  unsaidIds: string[];
}

/** $1 school, $2 may see all of it, $3 who asks, $4 one pupil, $5 one group: the pupils whose letters the actor prints. */
const inReach = `p.school_id = $1 and ${stillThere}
  and (p.id = $4::uuid or exists (select from enrolment e where e.pupil_id = p.id and e.group_id = $5::uuid
       and coalesce(e.valid_until, 'infinity') >= app_today()))
  and ($2::boolean or exists (select from mentor_assignment m where m.pupil_id = p.id and m.person_id = $3
       and app_today() between m.valid_from and m.valid_until))`;
const groupName = `(select g.name from enrolment e join pupil_group g on g.id = e.group_id
  where e.pupil_id = p.id and e.school_year = app_school_year())`;
/** $2 as above: whose account opens more than the actor keeps gets no letter from him, used or not. */
const stateOf = (works: string, beyond: string): string => `case
  when ${works} then 'works-at-school' when a.disabled_at is not null then 'disabled'
  when ${beyond} then case when $2::boolean then 'by-mail' else 'ask-administrator' end
  when a.activated_at is not null then 'activated'
  when exists (select from activation_code c where c.account_id = a.id and c.used_at is null and c.expires_at > app_now())
    then 'invited' else 'new' end`;

/**
 * The letters with which pupils and guardians sign in for the first time, by the mentor of the pupils, the decaan or the
 * administrator. A guardian gets one when the school has said that he has custody. Whoever uses the code becomes the
 * guardian of all his children: so a mentor prints for who has no other children than his pupils, the decaan and the
 * administrator for who has no others than of their school. Someone who works at a school signs in with the account he has
 * there, and nobody must come to it by such a letter.
 */
@Injectable()
export class LettersService {
  constructor(
    private readonly db: Db,
    private readonly activation: ActivationService,
    private readonly audit: AuditService,
  ) {}

  /** Who would get a letter, and who has no need of one. */
  async recipients(actor: Actor, scope: LetterScope): Promise<RecipientResponse[]> {
    const recipients = await this.find(actor, scope);
    await this.audit.record({
      chain: 'school',
      chainId: actor.schoolId!,
      action: 'list.read',
      role: printingRole(actor),
      sections: ['profile'],
      pupilIds: pupilIdsOf(recipients),
    });
    return recipients.map(toRecipient);
  }

  /**
   * Makes the codes and says them once. Earlier codes that were not used end. Who chose a password already is skipped
   * and named, unless he is asked for by name with `reset`.
   */
  async issue(
    actor: Actor,
    scope: LetterScope,
    { recipients: wanted, reset }: LettersRequest,
  ): Promise<LettersResponse> {
    if (reset && !wanted?.length) throw nameWho();
    await this.lock(actor, scope);
    const all = await this.find(actor, scope);
    if (wanted && !wanted.every((id) => all.some((recipient) => recipient.id === id))) throw notFound();
    const asked = wanted ? all.filter(({ id }) => wanted.includes(id)) : all;
    const writable = (state: LetterState): boolean =>
      state === 'new' || state === 'invited' || (state === 'activated' && reset);
    const written = asked.filter(({ state }) => writable(state));
    const accounts = await this.accountsOf(written);
    const codes = new Map((await this.activation.issue([...accounts.values()])).map((code) => [code.accountId, code]));

    const letters: LetterResponse[] = [];
    const skipped: SkippedResponse[] = [];
    for (const recipient of asked) {
      const { id, name, state } = recipient;
      const code = codes.get(accounts.get(id) ?? '');
      if (code) {
        letters.push(toLetter(recipient, code));
      } else {
        skipped.push({ recipientId: id, name, reason: writable(state) ? 'works-at-school' : state });
      }
    }
    await this.record(
      actor,
      written.filter(({ id }) => codes.has(accounts.get(id) ?? '')),
    );
    return { letters, skipped };
  }

  /** The same for who was ticked in a list. */
  async issueTicked(actor: Actor, scope: LetterScope, { rows }: LetterListRequest): Promise<LettersResponse> {
    const recipients = rows.filter(({ print }) => print).map(({ recipientId }) => recipientId);
    if (recipients.length === 0) throw nameWho('rows');
    return this.issue(actor, scope, { recipients, reset: false });
  }

  /** Two people who print for the same pupils at once do it one after the other. */
  private async lock(actor: Actor, scope: LetterScope): Promise<void> {
    await this.db.query(`select p.id from pupil p where ${inReach} order by p.id for update`, reach(actor, scope));
  }

  /**
   * By pupil: the pupil, and after him the guardians, but not those without custody. A guardian of two of them comes once,
   * for those over whom he has custody.
   */
  private async find(actor: Actor, scope: LetterScope): Promise<Recipient[]> {
    const values = reach(actor, scope);
    const pupils = await this.db.query<Recipient & Record<string, unknown>>(
      `select p.id, 'pupil' as kind, ${nameIn('p')} as name,
              array[p.id] as "pupilIds", p.given_name as "givenName", p.infix, p.family_name as "familyName",
              p.account_id as "accountId", ${groupName} as "groupName", ${stateOf('false', 'false')} as state,
              array[]::uuid[] as "unsaidIds"
         from pupil p left join account a on a.id = p.account_id
        where ${inReach} order by p.given_name collate "und-x-icu", p.family_name collate "und-x-icu", p.id`,
      values,
    );
    if (pupils.length === 0) throw notFound();
    const works = `exists (select from role_assignment r where r.person_id = d.id
      and coalesce(r.valid_until, 'infinity') >= app_today())`;
    const guardians = await this.db.query<Recipient & Record<string, unknown>>(
      `select d.id, 'guardian' as kind, ${nameIn('d')} as name,
              coalesce(w."saidIds", w."unsaidIds") as "pupilIds", coalesce(w."unsaidIds", '{}') as "unsaidIds",
              d.given_name as "givenName", d.infix, d.family_name as "familyName", d.account_id as "accountId",
              case when w."saidIds" is null then 'custody-unsaid' else ${stateOf(works, 'app_reaches_beyond(d.id)')} end as state
         from (select g.person_id, array_agg(g.pupil_id) filter (where g.custody) as "saidIds",
                      array_agg(g.pupil_id) filter (where g.custody is null) as "unsaidIds"
                 from guardian g join pupil p on p.id = g.pupil_id
                where g.custody is distinct from false and ${inReach} group by g.person_id) w
         join person d on d.id = w.person_id left join account a on a.id = d.account_id
        order by d.family_name, d.given_name, d.id`,
      values,
    );
    const order = new Map(pupils.map((pupil, at) => [pupil.id, { ...pupil, at }]));
    return [...pupils, ...guardians]
      .map((recipient) => {
        const of = recipient.pupilIds.map((id) => order.get(id)!).sort((a, b) => a.at - b.at);
        const [first] = of;
        const named = {
          pupilIds: of.map(({ id }) => id),
          pupils: of.map(({ name }) => name),
          groupName: first!.groupName,
          custodyUnsaid: recipient.unsaidIds.map((id) => order.get(id)!.name).sort(),
        };
        return { ...recipient, ...named, at: first!.at };
      })
      .sort((a, b) => a.at - b.at);
  }

  /** Opens an account for who has none and links it: only then may the database give a code to it. */
  private async accountsOf(recipients: Recipient[]): Promise<Map<string, string>> {
    const opened = await this.activation.openAccounts(
      recipients
        .filter(({ accountId }) => accountId === null)
        .map(({ id, givenName, infix, familyName }) => ({ holderId: id, givenName, infix, familyName })),
    );
    const links = JSON.stringify(opened);
    const linked = opened.length === 0 ? 0 : await this.link(links);
    // A mentor of a brother or sister opened an account for the same guardian just now: nothing is written, ask again.
    if (linked !== opened.length) throw new DomainError('busy', 503);
    const accounts = new Map(opened.map(({ holderId, accountId }) => [holderId, accountId]));
    for (const { id, accountId } of recipients) if (accountId) accounts.set(id, accountId);
    return accounts;
  }

  private async link(links: string): Promise<number> {
    const pupils = await this.db.change(
      `update pupil p set account_id = r."accountId"
         from jsonb_to_recordset($1::jsonb) as r("holderId" uuid, "accountId" uuid)
        where p.id = r."holderId" and p.account_id is null`,
      [links],
    );
    const persons = await this.db.change(
      `update person d set account_id = r."accountId"
         from jsonb_to_recordset($1::jsonb) as r("holderId" uuid, "accountId" uuid)
        where d.id = r."holderId" and d.account_id is null`,
      [links],
    );
    return pupils + persons;
  }

  /** On the record of each pupil: for whom a code was made, himself or a guardian, and whether in place of a password. */
  private async record(actor: Actor, written: Recipient[]): Promise<void> {
    await this.audit.record(
      ...[false, true].flatMap((again) => {
        const some = written.filter(({ state }) => (state === 'activated') === again);
        return pupilIdsOf(some).map((pupilId) => ({
          chain: 'pupil' as const,
          chainId: pupilId,
          action: 'activation.issued' as const,
          role: printingRole(actor),
          basis: printingRole(actor) === 'mentor' ? 'mentor' : 'school-role',
          reason: again ? 'reset' : undefined,
          subjectIds: some.filter(({ pupilIds }) => pupilIds.includes(pupilId)).map(({ id }) => id),
        }));
      }),
    );
  }
}

const keepsAll = (actor: Actor): boolean => hasRole(actor, 'school-administrator', 'decaan');
const printingRole = (actor: Actor): Role => (keepsAll(actor) ? keeperRole(actor) : 'mentor');
const reach = (actor: Actor, scope: LetterScope): unknown[] => [
  actor.schoolId,
  keepsAll(actor),
  actor.id,
  'pupilId' in scope ? scope.pupilId : null,
  'groupId' in scope ? scope.groupId : null,
];
const pupilIdsOf = (recipients: Recipient[]): string[] => [...new Set(recipients.flatMap(({ pupilIds }) => pupilIds))];

const toRecipient = ({
  id,
  kind,
  name,
  pupilIds,
  pupils,
  groupName,
  state,
  custodyUnsaid,
}: Recipient): RecipientResponse => ({
  id,
  kind,
  name,
  pupilIds,
  pupils,
  groupName,
  state,
  custodyUnsaid,
});
const toLetter = ({ id, kind, name, givenName, pupils, groupName }: Recipient, issued: IssuedCode): LetterResponse => ({
  recipientId: id,
  kind,
  name,
  salutation: kind === 'pupil' ? givenName : name,
  pupils,
  groupName,
  login: issued.login,
  code: issued.code,
  expiresAt: issued.expiresAt.toISOString(),
});
