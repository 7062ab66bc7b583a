import { type Agent, startApp, type TestApp } from './support/app.js';
import { type GivenPerson, type GivenPupil, password } from './support/builders.js';
import { whileHeld } from './support/held.js';
import { statementsOf } from './support/statements.js';

let app: TestApp;
let school: string;
let group: string;
let mentor: GivenPerson;
let agent: Agent;
beforeAll(async () => {
  app = await startApp();
  school = await app.given.aSchool();
});
afterAll(() => app.close());
beforeEach(async () => {
  group = await app.given.aGroup({ school });
  mentor = await app.given.aPerson({ school, roles: ['staff'] });
  agent = await app.asActor(mentor);
});

interface Letter {
  recipientId: string;
  kind: string;
  name: string;
  pupils: string[];
  login: string;
  code: string;
  expiresAt: string;
}
interface Letters {
  letters: Letter[];
  skipped: { recipientId: string; name: string; reason: string }[];
}
const ofGroup = (): string => `groups/${group}/activation-letters`;
const print = (path: string, body: object = {}, who = agent) => who.post(`/api/v1/${path}`).send(body);
const printed = async (path: string, body: object = {}, who = agent): Promise<Letters> =>
  (await print(path, body, who).expect(201)).body as Letters;
const states = async (path = ofGroup(), who = agent): Promise<string[]> =>
  ((await who.get(`/api/v1/${path}`).expect(200)).body as { name: string; state: string }[]).map(
    ({ name, state }) => `${name}: ${state}`,
  );
const activate = ({ login, code }: Pick<Letter, 'login' | 'code'>, chosen = 'paraplu-in-de-kast') =>
  app.http().post('/api/v1/activation').send({ login, code, password: chosen });
const signIn = (username: string, chosen: string) =>
  app.http().post('/api/v1/session').send({ username, password: chosen });

/** A pupil with guardians, none of whom has an account yet. */
async function newcomer(wishes: Partial<Parameters<TestApp['given']['aPupil']>[0]> = {}): Promise<GivenPupil> {
  const pupil = await app.given.aPupil({ school, group, mentor: mentor.id, ...wishes });
  await app.owner.query(`update person set account_id = null where id = any($1::uuid[])`, [
    pupil.guardians.map(({ id }) => id),
  ]);
  await app.owner.query(`update pupil set account_id = null where id = $1`, [pupil.id]);
  return pupil;
}

describe('the mentor prints letters for the class', () => {
  it('for each pupil and each guardian with custody, and they sign in with what is in it', async () => {
    const pupil = await newcomer({
      givenName: 'Fenna',
      infix: 'de',
      familyName: 'Wit',
      guardians: [
        { givenName: 'Karin', familyName: 'de Wit', email: 'karin@thuis.example' },
        { givenName: 'Zonder', familyName: 'Gezag', custody: false },
        { givenName: 'Nog', familyName: 'Onbekend', custody: null },
      ],
    });
    expect(await states()).toEqual(['Fenna de Wit: new', 'Nog Onbekend: custody-unsaid', 'Karin de Wit: new']);
    const { letters, skipped } = await printed(ofGroup());
    expect(letters.map(({ kind, name, login, pupils }) => ({ kind, name, login, pupils }))).toEqual([
      { kind: 'pupil', name: 'Fenna de Wit', login: 'fenna.dewit', pupils: ['Fenna de Wit'] },
      { kind: 'guardian', name: 'Karin de Wit', login: 'karin.dewit', pupils: ['Fenna de Wit'] },
    ]);
    expect(skipped).toMatchObject([{ name: 'Nog Onbekend', reason: 'custody-unsaid' }]);
    expect(letters[0]!.code).toMatch(/^[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}$/);
    expect(letters[0]!.expiresAt.slice(0, 10)).toBe('2026-12-16');
    expect(await states()).toEqual(['Fenna de Wit: invited', 'Nog Onbekend: custody-unsaid', 'Karin de Wit: invited']);

    for (const letter of letters) {
      const said = await activate(letter).expect(201);
      expect(said.body).toMatchObject({ me: { id: letter.recipientId, name: letter.name, kind: letter.kind } });
    }
    expect(await states()).toEqual([
      'Fenna de Wit: activated',
      'Nog Onbekend: custody-unsaid',
      'Karin de Wit: activated',
    ]);
    const { rows } = await app.owner.query(
      `select action, actor_role, basis, subject_ids from audit_event where chain_id = $1 and action = 'activation.issued'`,
      [pupil.id],
    );
    expect(rows).toEqual([
      {
        action: 'activation.issued',
        actor_role: 'mentor',
        basis: 'mentor',
        subject_ids: [pupil.id, pupil.guardians[0]!.id],
      },
    ]);
  });

  it('again: the earlier code works no more, the new one does', async () => {
    await newcomer();
    const [first] = (await printed(ofGroup())).letters;
    const [second] = (await printed(ofGroup())).letters;
    expect(second!.login).toBe(first!.login);
    await activate(first!).expect(401);
    await activate(second!).expect(201);
    await activate(second!).expect(401); // once
  });

  it('and names who has chosen a password already, and needs none', async () => {
    await newcomer({ givenName: 'Nieuw' });
    const old = await app.given.aPupil({ school, group, mentor: mentor.id, givenName: 'Oud' });
    const { letters, skipped } = await printed(ofGroup());
    expect(letters.map(({ name }) => name.split(' ')[0])).toEqual(['Nieuw']);
    expect(skipped).toEqual([{ recipientId: old.id, name: old.name, reason: 'activated' }]);
    await signIn(old.login, password).expect(201);
  });

  it('and not for the whole class anew: a lost password is asked for by name', async () => {
    await app.given.aPupil({ school, group, mentor: mentor.id });
    const answer = await print(ofGroup(), { reset: true }).expect(422);
    expect(answer.body).toMatchObject({ fields: [{ field: 'recipients', code: 'choose-a-person' }] });
  });

  it('with one letter for the mother of twins, on the record of both', async () => {
    const mother = await app.given.aPerson({ givenName: 'Mila', familyName: 'Twee', email: null });
    await app.owner.query('update person set account_id = null where id = $1', [mother.id]);
    const twins = [
      await newcomer({ givenName: 'Aad', guardians: [] }),
      await newcomer({ givenName: 'Bo', guardians: [] }),
    ];
    for (const twin of twins) await app.given.aGuardian(twin, { person: mother.id });
    const { letters } = await printed(ofGroup(), { recipients: [mother.id] });
    expect(letters).toMatchObject([{ name: 'Mila Twee', login: 'mila.twee', pupils: twins.map(({ name }) => name) }]);
    const { rows } = await app.owner.query(
      `select chain_id from audit_event where action = 'activation.issued' and subject_ids = array[$1::uuid]`,
      [mother.id],
    );
    expect(rows.map(({ chain_id }: { chain_id: string }) => chain_id).sort()).toEqual(twins.map(({ id }) => id).sort());
  });

  it('for thirty pupils with two guardians each in one go', async () => {
    await app.given.pupils(30, { school, group, mentor: mentor.id, guardians: [{ email: null }, { email: null }] });
    await app.owner.query(
      `update pupil p set account_id = null from enrolment e where e.pupil_id = p.id and e.group_id = $1`,
      [group],
    );
    await app.owner.query(
      `update person d set account_id = null from guardian g join enrolment e on e.pupil_id = g.pupil_id
        where g.person_id = d.id and e.group_id = $1`,
      [group],
    );
    let letters: Letter[] = [];
    const said = await statementsOf(async () => ({ letters } = await printed(ofGroup())));
    expect(said.length).toBeLessThanOrEqual(12);
    expect(letters).toHaveLength(90);
    expect(new Set(letters.map(({ login }) => login)).size).toBe(90);
    expect(new Set(letters.map(({ code }) => code)).size).toBe(90);
    // The pupil, then the two guardians of that pupil.
    expect(letters.slice(0, 3).map(({ kind }) => kind)).toEqual(['pupil', 'guardian', 'guardian']);
    expect(letters.slice(0, 3).map(({ pupils }) => pupils[0])).toEqual(Array(3).fill(letters[0]!.name));
  });

  it('and codes are kept nowhere', async () => {
    await newcomer();
    const answer = await print(ofGroup()).expect(201);
    expect(answer.headers['cache-control']).toBe('no-store');
    const [letter] = (answer.body as Letters).letters;
    const bare = letter!.code.replaceAll(' ', '');
    const { rows } = await app.owner.query<{ found: string }>(
      `select count(*) as found from (
         select row_to_json(a)::text as t from activation_code a union all select row_to_json(i)::text from idempotency i
         union all select row_to_json(e)::text from audit_event e) x where t like $1 or t like $2`,
      [`%${bare}%`, `%${letter!.code}%`],
    );
    expect(rows[0]!.found).toBe('0');
  });

  it('twice at the same moment: one account, and the last codes work', async () => {
    await newcomer({ givenName: 'Dubbel' });
    const both = await whileHeld(app, 'lock table activation_code in share mode', () => [
      print(ofGroup()),
      print(ofGroup()),
    ]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    const [a, b] = both.map(({ body }) => (body as Letters).letters[0]!);
    expect(a!.login).toBe(b!.login);
    const answers = [(await activate(a!)).status, (await activate(b!)).status].sort();
    expect(answers).toEqual([201, 401]);
  });
});

describe('a lost password', () => {
  it('works until the new code is used, and not after it', async () => {
    const pupil = await app.given.aPupil({ school, group, mentor: mentor.id });
    const path = `pupils/${pupil.id}/activation-letters`;
    expect((await printed(path)).letters).toEqual([]);
    const { letters } = await printed(path, { recipients: [pupil.id], reset: true });
    expect(letters).toMatchObject([{ login: pupil.login, name: pupil.name }]);
    await signIn(pupil.login, password).expect(201);
    const old = await app.asActor(pupil);
    await activate(letters[0]!).expect(201);
    await signIn(pupil.login, password).expect(401);
    await signIn(pupil.login, 'paraplu-in-de-kast').expect(201);
    await old.get('/api/v1/me').expect(401);
  });

  it('is for the one who is named, not for the guardians beside him', async () => {
    const pupil = await app.given.aPupil({ school, group, mentor: mentor.id, guardians: [{}] });
    const path = `pupils/${pupil.id}/activation-letters`;
    const { letters, skipped } = await printed(path, { recipients: [pupil.guardians[0]!.id], reset: true });
    expect(letters.map(({ kind }) => kind)).toEqual(['guardian']);
    expect(skipped).toEqual([]);
  });
});

describe('a letter is no way in', () => {
  it('to the account of a guardian who works at a school', async () => {
    const elsewhere = await app.given.aSchool();
    const decaan = await app.given.aPerson({ school: elsewhere, roles: ['decaan'] });
    const colleague = await app.given.aPerson({ school, roles: ['school-administrator'] });
    const retired = await app.given.aPerson({ school, roles: [{ role: 'staff', until: '2026-07-31' }] });
    const pupil = await app.given.aPupil({ school, group, mentor: mentor.id });
    for (const person of [decaan, colleague, retired]) await app.given.aGuardian(pupil, { person: person.id });
    const named = [decaan, colleague, retired].map(({ id }) => id);
    for (const who of [agent, await app.asActor(colleague)]) {
      const { letters, skipped } = await printed(ofGroup(), { recipients: named, reset: true }, who);
      expect(letters.map(({ recipientId }) => recipientId)).toEqual([retired.id]);
      expect(skipped.map(({ recipientId, reason }) => [recipientId, reason]).sort()).toEqual(
        [
          [decaan.id, 'works-at-school'],
          [colleague.id, 'works-at-school'],
        ].sort(),
      );
    }
  });

  it('to an account that was closed', async () => {
    const pupil = await app.given.aPupil({ school, group, mentor: mentor.id });
    await app.owner.query('update account set disabled_at = now() where id = $1', [pupil.accountId]);
    const { letters, skipped } = await printed(ofGroup(), { recipients: [pupil.id], reset: true });
    expect(letters).toEqual([]);
    expect(skipped).toMatchObject([{ reason: 'disabled' }]);
  });

  it('for a guardian without custody, even when he is named', async () => {
    const pupil = await app.given.aPupil({ school, group, mentor: mentor.id, guardians: [{ custody: false }] });
    await print(ofGroup(), { recipients: [pupil.guardians[0]!.id] }).expect(404);
  });

  it('for a mentor to pupils who are not his', async () => {
    const own = await newcomer({ givenName: 'Eigen' });
    const other = await app.given.aPupil({ school, group, givenName: 'Ander' });
    expect(await states()).toEqual([`${own.name}: new`]);
    await print(ofGroup(), { recipients: [other.id] }).expect(404);
    await print(`pupils/${other.id}/activation-letters`).expect(404);
    await agent.get(`/api/v1/pupils/${other.id}/activation-letters`).expect(404);
  });

  it.each(['decaan', 'school-administrator'] as const)('but the %s prints for everyone of the school', async (role) => {
    const own = await newcomer({ givenName: 'Eigen' });
    const other = await newcomer({ givenName: 'Zoë', mentor: undefined });
    const who = await app.asActor(await app.given.aPerson({ school, roles: [role] }));
    const { letters } = await printed(ofGroup(), {}, who);
    expect(letters.map(({ name }) => name)).toEqual([own.name, other.name]);
    await activate(letters[1]!).expect(201);
    const { rows } = await app.owner.query(`select actor_role from audit_event where chain_id = $1`, [other.id]);
    expect(rows[0]).toEqual({ actor_role: role });
  });

  it('for anyone else', async () => {
    await newcomer();
    const lob = await app.asActor(await app.given.aPerson({ school, roles: ['lob-coordinator'] }));
    await print(ofGroup(), {}, lob).expect(404);
    const teacher = await app.given.aPerson({ school, roles: ['staff'] });
    await app.given.aTeacher({ group, school, person: teacher.id });
    await print(ofGroup(), {}, await app.asActor(teacher)).expect(404);
    const elsewhere = await app.given.aSchool();
    const stranger = await app.asActor(await app.given.aPerson({ school: elsewhere, roles: ['decaan'] }));
    await print(ofGroup(), {}, stranger).expect(404);
  });
});

describe('a guardian is the guardian of every child', () => {
  /** A guardian of a pupil of this mentor, and the brother or sister in another class or at another school. */
  async function family(at: { school: string; mentor?: string }): Promise<GivenPupil & { mother: GivenPerson }> {
    const pupil = await app.given.aPupil({ school, group, mentor: mentor.id, guardians: [{}] });
    const mother = pupil.guardians[0]!;
    const other = await app.given.aPupil({ givenName: 'Broer', ...at });
    await app.given.aGuardian(other, { person: mother.id });
    return { ...other, mother, guardians: [mother] };
  }
  const keeper = async (): Promise<GivenPerson> => app.given.aPerson({ school, roles: ['school-administrator'] });
  const code = (who: GivenPerson, account: string): Promise<number | 'refused'> =>
    app.sql.tried(
      who,
      `insert into activation_code (id, account_id, code_hash, issued_at, expires_at)
       values (gen_random_uuid(), $1, '\\x00', app_now(), app_now() + interval '1 day')`,
      [account],
    );

  it('so a mentor makes no letter for who has a child in another class: the administrator does', async () => {
    const { mother } = await family({ school });
    for (const body of [{ recipients: [mother.id] }, { recipients: [mother.id], reset: true }]) {
      const { letters, skipped } = await printed(ofGroup(), body);
      expect(letters).toEqual([]);
      expect(skipped).toEqual([
        { recipientId: mother.id, name: expect.stringContaining('Sanne') as string, reason: 'ask-administrator' },
      ]);
    }
    expect(await code(mentor, mother.accountId)).toBe('refused');
    const page = await (await app.asBrowser(mentor)).get(`/klassen/${group}/brieven`).expect(200);
    expect(page.text).toContain('de brief voor deze ouder maakt de beheerder of de decaan');

    const administrator = await keeper();
    const by = await app.asActor(administrator);
    const { letters } = await printed(ofGroup(), { recipients: [mother.id], reset: true }, by);
    await activate(letters[0]!).expect(201);
    expect(await code(administrator, mother.accountId)).toBe(1);
  });

  it('and a letter for who has no account yet is no other', async () => {
    const { mother } = await family({ school });
    await app.owner.query('update person set account_id = null where id = $1', [mother.id]);
    expect((await printed(ofGroup())).letters).toEqual([]);
    expect((await printed(ofGroup(), {}, await app.asActor(await keeper()))).letters).toHaveLength(1);
  });

  it('and a mentor of both children makes one; an erased child is nobody’s', async () => {
    const both = await family({ school, mentor: mentor.id });
    const erased = await family({ school });
    await app.owner.query('update pupil set erased_at = app_now() where id = $1', [erased.id]);
    const named = { recipients: [both.mother.id, erased.mother.id], reset: true };
    expect((await printed(ofGroup(), named)).letters).toHaveLength(2);
  });

  it('and nobody makes one where a child is at another school: a new password goes by mail', async () => {
    const { mother } = await family({ school: await app.given.aSchool() });
    expect((await printed(ofGroup(), { recipients: [mother.id], reset: true })).skipped).toMatchObject([
      { reason: 'ask-administrator' },
    ]);
    const administrator = await keeper();
    const by = await app.asActor(administrator);
    const { letters, skipped } = await printed(ofGroup(), { recipients: [mother.id], reset: true }, by);
    expect([letters, skipped]).toMatchObject([[], [{ reason: 'by-mail' }]]);
    for (const who of [mentor, administrator]) expect(await code(who, mother.accountId)).toBe('refused');
    const page = await (await app.asBrowser(administrator)).get(`/klassen/${group}/brieven`).expect(200);
    expect(page.text).toContain('Dat gaat met ‘Wachtwoord vergeten’ op de inlogpagina');
  });

  it('also of staff: who is guardian elsewhere gets no code, no address and no end of the account here', async () => {
    const colleague = await app.given.aPerson({ school, roles: ['decaan'] });
    await app.given.aGuardian(await app.given.aPupil({ school: await app.given.aSchool() }), { person: colleague.id });
    const administrator = await keeper();
    const by = await app.asActor(administrator);
    const path = `/api/v1/people/${colleague.id}`;
    expect((await by.post(`${path}/activation-codes`).expect(409)).body).toMatchObject({ code: 'account-elsewhere' });
    await by.put(`${path}/contact`).send({ email: 'elders@school.example' }).expect(409);
    await by.put(`${path}/account`).send({ disabled: true }).expect(409);
    expect(await code(administrator, colleague.accountId)).toBe('refused');
    const move = `update person set email = 'elders@school.example' where id = $1`;
    expect(await app.sql.tried(administrator, move, [colleague.id])).toBe('refused');
    const parent = await app.given.aPerson({ school, roles: ['staff'] });
    await app.given.aGuardian(await app.given.aPupil({ school }), { person: parent.id });
    await by.post(`/api/v1/people/${parent.id}/activation-codes`).expect(201); // the child is of this school
  });

  it('and whoever is activated again hears of it by mail, and stands on the record of the schools of the children', async () => {
    const elsewhere = await app.given.aSchool();
    const pupil = await newcomer({ guardians: [{}] });
    const mother = pupil.guardians[0]!;
    const path = `pupils/${pupil.id}/activation-letters`;
    const mails = async (): Promise<unknown> =>
      (await app.owner.query('select kind from mail_message where person_id = $1', [mother.id])).rows;
    await activate((await printed(path, { recipients: [mother.id] })).letters[0]!).expect(201);
    expect(await mails()).toEqual([]);
    const { letters } = await printed(path, { recipients: [mother.id], reset: true });
    await app.given.aGuardian(await app.given.aPupil({ school: elsewhere }), { person: mother.id });
    await activate(letters[0]!, 'vier ezels op de dijk').expect(201);
    expect(await mails()).toEqual([{ kind: 'password-changed' }]);
    const officer = await app.asActor(await app.given.aPerson({ school: elsewhere, roles: ['privacy-officer'] }));
    const { body } = (await officer.get('/api/v1/audit-events?role=guardian').expect(200)) as {
      body: { items: { action: string; who: string }[] };
    };
    expect(body.items.map(({ action, who }) => [action, who])).toEqual([
      ['session.started', ''],
      ['account.activated', ''],
    ]);
  });
});

describe('a letter for who had a password', () => {
  it('lets in no identity any more that was linked before', async () => {
    const pupil = await app.given.aPupil({ school, group, mentor: mentor.id, guardians: [{}] });
    const mother = pupil.guardians[0]!;
    await app.owner.query(
      `insert into external_identity (id, account_id, issuer, subject, linked_at)
       values (gen_random_uuid(), $1, 'https://entree.example', 'iemand', app_now())`,
      [mother.accountId],
    );
    const { letters } = await printed(ofGroup(), { recipients: [mother.id], reset: true });
    await activate(letters[0]!).expect(201);
    const { rowCount } = await app.owner.query('select from external_identity where account_id = $1', [
      mother.accountId,
    ]);
    expect(rowCount).toBe(0);
    const { rows } = await app.owner.query<{ action: string }>(
      'select action from audit_event where chain_id = $1 and actor_id = $2 order by seq',
      [school, mother.id],
    );
    expect(rows.map(({ action }) => action)).toEqual(['account.activated', 'identity.unlinked', 'session.started']);
  });

  it('says so on the record of the pupil, apart from the letters for who had none', async () => {
    const pupil = await newcomer({ guardians: [{}] });
    await app.owner.query(`update person d set account_id = a.id from account a where d.id = $1 and a.login = $2`, [
      pupil.guardians[0]!.id,
      pupil.guardians[0]!.login,
    ]);
    const both = [pupil.id, pupil.guardians[0]!.id];
    expect((await printed(ofGroup(), { recipients: both, reset: true })).letters).toHaveLength(2);
    const { rows } = await app.owner.query(
      `select reason, subject_ids from audit_event where chain_id = $1 and action = 'activation.issued' order by seq`,
      [pupil.id],
    );
    expect(rows).toEqual([
      { reason: null, subject_ids: [pupil.id] },
      { reason: 'reset', subject_ids: [pupil.guardians[0]!.id] },
    ]);
  });
});

describe('with the first wall alone (row-level security off)', () => {
  beforeAll(async () => {
    for (const table of ['pupil', 'guardian', 'person', 'account', 'activation_code', 'mentor_assignment', 'enrolment'])
      await app.owner.query(`alter table ${table} disable row level security`);
  });

  it('a mentor still prints for his own pupils only', async () => {
    const own = await newcomer({ givenName: 'Eigen', guardians: [{ custody: null }] });
    const other = await newcomer({ givenName: 'Ander', mentor: undefined });
    const { letters } = await printed(ofGroup());
    expect(letters.map(({ recipientId }) => recipientId)).toEqual([own.id]);
    await print(ofGroup(), { recipients: [other.id] }).expect(404);
    await print(`pupils/${other.id}/activation-letters`).expect(404);
  });

  it('a decaan of another school for nobody', async () => {
    const pupil = await newcomer();
    const elsewhere = await app.given.aSchool();
    const stranger = await app.asActor(await app.given.aPerson({ school: elsewhere, roles: ['decaan'] }));
    await print(ofGroup(), {}, stranger).expect(404);
    await print(`pupils/${pupil.id}/activation-letters`, {}, stranger).expect(404);
  });
});
