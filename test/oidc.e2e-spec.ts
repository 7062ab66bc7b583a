import { randomUUID } from 'node:crypto';
import type { TestApp } from './support/app.js';
import { type GivenPerson, type GivenPupil, password } from './support/builders.js';
import { freePort, type ProviderEntry, startSignOnApp, Visitor } from './support/sign-on.js';
import { type SchoolProvider, startSchoolProvider } from './support/school-provider.js';
import { aSecondFactor, phoneCode } from './support/second-factor.js';

let app: TestApp;
let entree: SchoolProvider;
let surf: SchoolProvider;
let school: string;
let mbo: string;
const brins = { school: '99AA', mbo: '99AC', other: '99AB' };

beforeAll(async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  entree = await startSchoolProvider([{ id: 'entree', url }]);
  surf = await startSchoolProvider([{ id: 'surfconext', url }]);
  const providers: ProviderEntry[] = [
    {
      id: 'entree',
      name: 'Entree',
      issuer: entree.issuer,
      clientSecret: entree.clientSecret,
      schools: [brins.school],
      secondFactor: { acr: ['loa2'], amr: ['otp'] },
      timeoutSeconds: 5,
    },
    {
      id: 'surfconext',
      name: 'SURFconext',
      issuer: surf.issuer,
      clientSecret: surf.clientSecret,
      schools: [brins.mbo],
      timeoutSeconds: 5,
    },
  ];
  app = await startSignOnApp(port, providers);
  // The provider has the time of this machine, and is never behind.
  await app.clock.set(new Date(Date.now() - 3600_000).toISOString());
  [school, mbo] = [await aSchool('De Sluis', 'vmbo', brins.school), await aSchool('Het ROC', 'mbo', brins.mbo)];
  await aSchool('Een andere', 'vmbo', brins.other);
}, 60_000);
afterAll(async () => {
  await app.close();
  await entree.stop();
  await surf.stop();
});
beforeEach(async () => {
  await app.owner.query('delete from sign_in_throttle');
});

async function aSchool(name: string, kind: string, brin: string): Promise<string> {
  const id = await app.given.aSchool({ name, kind });
  await app.owner.query('update school set brin = $2 where id = $1', [id, brin]);
  return id;
}
let count = 0;
/** Someone at the provider, of whom nothing is known here yet. */
const someone = (provider = entree, brin = brins.school): string => {
  provider.person = { sub: `iemand${++count}@school`, brin };
  return provider.person.sub;
};
const linkTo = (accountId: string, provider: SchoolProvider, subject: string): Promise<unknown> =>
  app.owner.query(
    `insert into external_identity (id, account_id, issuer, subject, linked_at) values ($1, $2, $3, $4, app_now())`,
    [randomUUID(), accountId, provider.issuer, subject],
  );
const aMember = (role: 'staff' | 'decaan' = 'staff', where = school): Promise<GivenPerson> =>
  app.given.aPerson({ school: where, roles: [role] });
const aLinked = async (role: 'staff' | 'decaan' = 'staff'): Promise<GivenPerson> => {
  const person = await aMember(role);
  await linkTo(person.accountId, entree, someone());
  return person;
};
const codeFor = async (person: GivenPerson | GivenPupil): Promise<string> => {
  const { rows } = await app.owner.query<{ staff: boolean }>(
    'select exists (select from person where id = $1) as staff',
    [person.id],
  );
  const administrator = await app.given.aPerson({ school, roles: ['school-administrator', 'decaan'] });
  const agent = await app.asActor(administrator);
  if (rows[0]!.staff)
    return ((await agent.post(`/api/v1/people/${person.id}/activation-codes`).expect(201)).body as { code: string })
      .code;
  const { body } = (await agent.post('/api/v1/pupils/activation-codes').send({ pupilIds: [person.id] })) as {
    body: { items?: { code: string }[] };
  };
  return body.items![0]!.code;
};
const counts = async (): Promise<unknown> =>
  (
    await app.owner.query(
      `select (select count(*) from account) as accounts, (select count(*) from external_identity) as identities,
              (select count(*) from session where ended_at is null) as sessions,
              (select count(*) from activation_code where used_at is not null) as used`,
    )
  ).rows[0];
const actionsOf = async (person: { id: string }): Promise<string[]> =>
  (
    await app.owner.query<{ action: string }>(
      `select action from audit_event where $1 = any(subject_ids) order by chain_id, seq`,
      [person.id],
    )
  ).rows.map(({ action }) => action);
const refusal = (reason: string): RegExp => new RegExp(`^/aanmelden/mislukt\\?bij=[a-z]+&reden=${reason}$`);
const pathOf = ({ url }: { url: URL }): string => url.pathname + url.search;

describe('the sign-in page', () => {
  it('has a link for each provider that is configured, and none without', async () => {
    const { text } = await new Visitor(app).page('/aanmelden?terug=%2Fopleidingen');
    expect(text).toContain('href="/aanmelden/met/entree?terug=%2Fopleidingen"');
    expect(text).toContain('Log in met SURFconext');
    const { startApp } = await import('./support/app.js');
    const plain = await startApp();
    try {
      const page = await plain.http().get('/aanmelden').expect(200);
      expect(page.text).not.toContain('/aanmelden/met/');
      expect(page.text).not.toContain('Of met je gebruikersnaam');
      await plain.http().get('/aanmelden/met/entree').expect(404);
      await plain.http().get('/aanmelden/met/entree/terug').expect(404);
    } finally {
      await plain.close();
    }
  });
});

describe('someone who is known', () => {
  it('comes in, at the school that the provider named, to where he was going', async () => {
    const person = await aLinked();
    const visitor = new Visitor(app);
    const seen = await visitor.signIn('entree', '?terug=%2Fopleidingen');
    expect([seen.status, pathOf(seen)]).toEqual([200, '/opleidingen']);
    expect(await visitor.me()).toMatchObject({ id: person.id, schoolId: school, roles: ['staff'], factor: 'none' });
    expect(visitor.cookie(visitor.host, 'aanmelding')).toBeUndefined();
    expect(await actionsOf(person)).toEqual(['session.started']);
  });

  it('asks the provider with state, nonce and PKCE, and the exact address to come back to', async () => {
    const visitor = new Visitor(app);
    const { url } = await visitor.go(`${app.url}/aanmelden/met/entree`, undefined, () => true);
    expect(url.origin).toBe(entree.issuer);
    const asked = Object.fromEntries(url.searchParams);
    expect(asked).toMatchObject({
      client_id: 'dossier',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${app.url}/aanmelden/met/entree/terug`,
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]).toMatch(/^[\w-]{43}$/);
    const kept = visitor.cookie(visitor.host, 'aanmelding')!;
    for (const name of ['state', 'nonce'])
      expect(Buffer.from(kept, 'base64url').toString('latin1')).not.toContain(asked[name]);
  });

  it('a pupil comes in at the home school', async () => {
    const pupil = await app.given.aPupil({ school });
    await linkTo(pupil.accountId, entree, someone());
    const visitor = new Visitor(app);
    expect(pathOf(await visitor.signIn('entree'))).toBe('/mijn');
    expect(await visitor.me()).toMatchObject({ id: pupil.id, kind: 'pupil', schoolId: school });
  });

  it('whoever works at two schools acts where the provider says, and is not asked', async () => {
    const person = await app.given.aPerson({
      roles: [
        { role: 'staff', school, from: '2019-08-01' },
        { role: 'slb', school: mbo },
      ],
    });
    await linkTo(person.accountId, surf, someone(surf, brins.mbo));
    const visitor = new Visitor(app);
    expect(pathOf(await visitor.signIn('surfconext'))).toBe('/wijzigingen');
    expect(await visitor.me()).toMatchObject({ schoolId: mbo, roles: ['slb'] });
  });

  it('and acts nowhere else: a provider opens the school that it named, a password every place', async () => {
    const person = await app.given.aPerson({
      roles: [
        { role: 'staff', school },
        { role: 'slb', school: mbo },
      ],
    });
    const pupil = await app.given.aPupil({ school });
    await app.owner.query(
      `insert into guardian (id, pupil_id, school_id, person_id, custody) values ($1, $2, $3, $4, true)`,
      [randomUUID(), pupil.id, school, person.id],
    );
    await linkTo(person.accountId, entree, someone());
    const visitor = new Visitor(app);
    await visitor.signIn('entree');
    expect(await visitor.me()).toMatchObject({ schoolId: school, places: [{ schoolId: school }], guardian: false });
    for (const to of [mbo, 'guardian'])
      expect((await visitor.page('/sessie/wissel', { schoolId: to })).status).toBe(404);
    expect(await visitor.me()).toMatchObject({ schoolId: school });
    const withPassword = await app.asActor(person);
    expect(((await withPassword.get('/api/v1/me').expect(200)).body as { places: unknown[] }).places).toHaveLength(2);
  });

  it('the school does not come from the address, and an e-mail address says nothing', async () => {
    const person = await aLinked();
    const visitor = new Visitor(app);
    await visitor.signIn('entree', `?school=${mbo}&schoolId=${mbo}&brin=${brins.mbo}`);
    expect(await visitor.me()).toMatchObject({ id: person.id, schoolId: school });
    // The same address as somebody here, another subject.
    someone();
    const other = new Visitor(app);
    expect(pathOf(await other.signIn('entree'))).toBe('/aanmelden/koppelen');
    expect(other.session).toBeUndefined();
  });

  it('ends the session that the browser had, and one of nobody is never taken over', async () => {
    await aLinked();
    const earlier = await app.tokenFor(await aMember());
    const visitor = new Visitor(app);
    visitor.set(visitor.host, 'session', earlier);
    await visitor.signIn('entree');
    expect(visitor.session).not.toBe(earlier);
    await app.http().get('/api/v1/me').set('authorization', `Bearer ${earlier}`).expect(401);
  });

  it('is refused without a role there now, in words, and it stands on record', async () => {
    const former = await app.given.aPerson({
      roles: [{ role: 'staff', school, from: '2019-08-01', until: '2020-07-31' }],
    });
    const elsewhere = await app.given.aPerson({
      roles: [
        { role: 'staff', school, from: '2019-08-01', until: '2020-07-31' },
        { role: 'staff', school: mbo },
      ],
    });
    const disabled = await aMember();
    await app.owner.query('update account set disabled_at = app_now() where id = $1', [disabled.accountId]);
    const pupilElsewhere = await app.given.aPupil({ school: mbo });
    for (const one of [former, elsewhere, disabled, pupilElsewhere]) {
      await linkTo(one.accountId, entree, someone());
      const visitor = new Visitor(app);
      const seen = await visitor.signIn('entree');
      expect(pathOf(seen)).toMatch(refusal('not-here'));
      expect(seen.status).toBe(403);
      expect(seen.text).toContain('nu geen plek in het Doorstroomdossier');
      expect(visitor.session).toBeUndefined();
    }
    expect(await actionsOf(elsewhere)).toEqual(['session.refused']);
  });
});

describe('a second step', () => {
  it('that was given at the provider counts, and no other', async () => {
    const person = await aLinked('decaan');
    const visitor = new Visitor(app);
    expect(pathOf(await visitor.signIn('entree'))).toBe('/tweede-stap');
    expect(await visitor.me()).toMatchObject({ id: person.id, factor: 'needed', roles: [] });
    for (const how of [{ acr: 'loa2' }, { amr: ['pwd', 'otp'] }]) {
      entree.person = { ...entree.person, acr: undefined, amr: undefined, ...how };
      const strong = new Visitor(app);
      expect(pathOf(await strong.signIn('entree'))).toBe('/overzicht');
      expect(await strong.me()).toMatchObject({ factor: 'given', roles: ['decaan'] });
    }
  });

  it('of one’s own is asked for as with a password', async () => {
    const person = await aLinked('decaan');
    const secret = await aSecondFactor(app, person);
    const visitor = new Visitor(app);
    await visitor.signIn('entree', '?terug=%2Fklassen');
    const seen = await visitor.page('/tweede-stap', { code: phoneCode(app, secret), terug: '/klassen' });
    expect(pathOf(seen)).toBe('/klassen');
  });

  it('a fresh proof is asked of the provider anew, and what it remembers is none', async () => {
    await aLinked('decaan');
    entree.person.acr = 'loa2';
    const visitor = new Visitor(app);
    await visitor.signIn('entree');
    await app.clock.advance({ minutes: 20 });
    try {
      const asked = await visitor.page('/account/tweede-stap');
      expect(pathOf(asked)).toBe('/tweede-stap?terug=%2Faccount%2Ftweede-stap');
      expect(asked.text).toContain('Log opnieuw in');
      const out = await visitor.page('/afmelden', { terug: '/account/tweede-stap' });
      expect(out.text).toContain('href="/aanmelden/met/entree?terug=%2Faccount%2Ftweede-stap&amp;opnieuw=1"');
      const { url } = await visitor.go(`${app.url}/aanmelden/met/entree?opnieuw=1`, undefined, () => true);
      expect(url.searchParams.get('prompt')).toBe('login');
      expect(url.searchParams.get('max_age')).toBe('600');
      const seen = await visitor.signIn('entree', '?opnieuw=1&terug=%2Faccount%2Ftweede-stap');
      expect([seen.status, pathOf(seen)]).toEqual([200, '/account/tweede-stap']);
    } finally {
      await app.clock.advance({ minutes: -20 });
    }
  });
});

describe('someone who is not known yet', () => {
  it('types the code of the letter once, and comes in at once from then on', async () => {
    const person = await aMember();
    const code = await codeFor(person);
    someone();
    const visitor = new Visitor(app);
    const before = await counts();
    const page = await visitor.signIn('entree');
    expect(pathOf(page)).toBe('/aanmelden/koppelen');
    expect(page.text).toContain('Wij kennen deze aanmelding nog niet');
    expect(await counts()).toEqual(before);
    const wrong = await visitor.page('/aanmelden/koppelen', { login: person.login, code: 'ABCD 2345 WXYZ' });
    expect([wrong.status, wrong.text.includes('De gebruikersnaam of de code klopt niet')]).toEqual([401, true]);
    expect(wrong.text).toContain('value="ABCD 2345 WXYZ"');
    expect(await counts()).toEqual(before);
    const seen = await visitor.page('/aanmelden/koppelen', { login: ` ${person.login.toUpperCase()}`, code });
    expect([seen.status, pathOf(seen)]).toEqual([200, '/welkom']);
    expect(await visitor.me()).toMatchObject({ id: person.id, schoolId: school });
    const again = new Visitor(app);
    expect(pathOf(await again.signIn('entree'))).toBe('/welkom');
    expect(await again.me()).toMatchObject({ id: person.id });
    expect(await actionsOf(person)).toEqual(expect.arrayContaining(['identity.linked', 'session.started']));
    // The code was used up by it.
    someone();
    const other = new Visitor(app);
    await other.signIn('entree');
    expect((await other.page('/aanmelden/koppelen', { login: person.login, code })).status).toBe(401);
  });

  it('who forgot to begin is sent to begin; a link does not outlive its quarter of an hour', async () => {
    const visitor = new Visitor(app);
    expect(pathOf(await visitor.page('/aanmelden/koppelen'))).toBe('/aanmelden');
    expect(pathOf(await visitor.page('/aanmelden/koppelen', { login: 'a', code: 'b' }))).toBe('/aanmelden');
    someone();
    await visitor.signIn('entree');
    await app.clock.advance({ minutes: 15 });
    try {
      expect(pathOf(await visitor.page('/aanmelden/koppelen'))).toBe('/aanmelden');
    } finally {
      await app.clock.advance({ minutes: -15 });
    }
  });

  it('links no account of another school, and the code is still there afterwards', async () => {
    const person = await aMember('staff', mbo);
    const administrator = await app.given.aPerson({ school: mbo, roles: ['school-administrator'] });
    const { code } = (
      await (await app.asActor(administrator)).post(`/api/v1/people/${person.id}/activation-codes`).expect(201)
    ).body as { code: string };
    someone();
    const visitor = new Visitor(app);
    await visitor.signIn('entree');
    const before = await counts();
    const seen = await visitor.page('/aanmelden/koppelen', { login: person.login, code });
    expect(pathOf(seen)).toMatch(refusal('not-here'));
    expect(await counts()).toEqual(before);
    someone(surf, brins.mbo);
    const right = new Visitor(app);
    await right.signIn('surfconext');
    expect(pathOf(await right.page('/aanmelden/koppelen', { login: person.login, code }))).toBe('/welkom');
  });

  it('by the code of a letter, of an account that was open already: the holder hears of it by mail', async () => {
    const person = await aMember();
    const code = await codeFor(person);
    someone();
    const visitor = new Visitor(app);
    await visitor.signIn('entree');
    expect(pathOf(await visitor.page('/aanmelden/koppelen', { login: person.login, code }))).toBe('/welkom');
    const { rows } = await app.owner.query('select kind from mail_message where person_id = $1', [person.id]);
    expect(rows).toEqual([{ kind: 'password-changed' }]);
  });

  it('the same subject at another issuer is another person', async () => {
    const person = await app.given.aPerson({
      roles: [
        { role: 'staff', school },
        { role: 'slb', school: mbo },
      ],
    });
    const sub = someone();
    await linkTo(person.accountId, entree, sub);
    surf.person = { sub, brin: brins.mbo };
    const visitor = new Visitor(app);
    expect(pathOf(await visitor.signIn('surfconext'))).toBe('/aanmelden/koppelen');
    expect(visitor.session).toBeUndefined();
  });

  it('guessing the code makes wait, as at the page for the letter', async () => {
    const person = await aMember();
    someone();
    const visitor = new Visitor(app);
    await visitor.signIn('entree');
    const statuses: number[] = [];
    for (let turn = 0; turn < 6; turn++)
      statuses.push(
        (await visitor.page('/aanmelden/koppelen', { login: person.login, code: `ABCD 2345 WXY${turn}` })).status,
      );
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });
});

describe('from a signed-in account', () => {
  const signedIn = async (person: { login: string }): Promise<Visitor> => {
    const visitor = new Visitor(app);
    visitor.set(visitor.host, 'session', await app.tokenFor(person));
    return visitor;
  };
  const identityOn = (text: string): string => /\/account\/koppelingen\/([0-9a-f-]{36})\/einde/.exec(text)?.[1] ?? '';

  it('links and unlinks; other sessions end', async () => {
    const person = await aMember();
    const visitor = await signedIn(person);
    const other = await app.tokenFor(person);
    someone();
    const between = await visitor.page('/account/koppelen/entree', {});
    expect(between.status).toBe(200);
    expect(between.text).toContain('href="/aanmelden/met/entree?koppelen=1"');
    const linked = await visitor.signIn('entree', '?koppelen=1');
    expect(pathOf(linked)).toBe('/account');
    expect(linked.text).toContain('Je kunt nu ook inloggen met Entree.');
    await app.http().get('/api/v1/me').set('authorization', `Bearer ${other}`).expect(401);
    const fresh = new Visitor(app);
    await fresh.signIn('entree');
    expect(await fresh.me()).toMatchObject({ id: person.id });
    const gone = await visitor.page(`/account/koppelingen/${identityOn(linked.text)}/einde`, {});
    expect(gone.text).toContain('Je logt niet meer in met Entree.');
    expect(await fresh.me()).toMatchObject({ status: 401 });
    expect(pathOf(await new Visitor(app).signIn('entree'))).toBe('/aanmelden/koppelen');
    expect(await actionsOf(person)).toEqual(expect.arrayContaining(['identity.linked', 'identity.unlinked']));
  });

  it('asks for a fresh proof', async () => {
    const visitor = await signedIn(await aMember());
    await app.clock.advance({ minutes: 16 });
    try {
      expect(pathOf(await visitor.page('/account/koppelen/entree', {}))).toMatch(/^\/tweede-stap/);
    } finally {
      await app.clock.advance({ minutes: -16 });
    }
  });

  it('nobody links by a link on another site, nor to an account that came into the browser meanwhile', async () => {
    const victim = await aMember();
    const visitor = await signedIn(victim);
    someone();
    expect(pathOf(await visitor.signIn('entree', '?koppelen=1'))).toMatch(refusal('begun-elsewhere'));
    const cross = await fetch(`${app.url}/account/koppelen/entree`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: `session=${await app.tokenFor(victim)}`, 'sec-fetch-site': 'cross-site' },
    });
    expect(cross.status).toBe(403);
    await visitor.page('/account/koppelen/entree', {});
    const back = await visitor.almost('entree', '?koppelen=1');
    visitor.set(visitor.host, 'session', await app.tokenFor(await aMember()));
    expect(pathOf(await visitor.go(back))).toMatch(refusal('begun-elsewhere'));
    const { rowCount } = await app.owner.query('select from external_identity where subject = $1', [entree.person.sub]);
    expect(rowCount).toBe(0);
  });

  it('not one that opens another account, and not one of a school where one is nobody', async () => {
    await aLinked();
    const visitor = await signedIn(await aMember());
    await visitor.page('/account/koppelen/entree', {});
    expect(pathOf(await visitor.signIn('entree', '?koppelen=1'))).toMatch(refusal('taken'));
    someone(surf, brins.mbo);
    await visitor.page('/account/koppelen/surfconext', {});
    expect(pathOf(await visitor.signIn('surfconext', '?koppelen=1'))).toMatch(refusal('not-here'));
  });

  it('the last way in stays, and nobody takes away that of another', async () => {
    const person = await aLinked();
    await app.owner.query('update account set password_hash = null where id = $1', [person.accountId]);
    const agent = await app.asActor(person);
    const { items } = (await agent.get('/api/v1/identities').expect(200)).body as {
      items: { id: string; name: string }[];
    };
    expect(items.map(({ name }) => name)).toEqual(['Entree']);
    const stranger = await app.asActor(await aMember());
    await stranger.delete(`/api/v1/identities/${items[0]!.id}`).expect(404);
    expect((await agent.delete(`/api/v1/identities/${items[0]!.id}`).expect(409)).body).toMatchObject({
      code: 'last-way-in',
    });
    await linkTo(person.accountId, surf, someone(surf));
    await agent.delete(`/api/v1/identities/${items[0]!.id}`).expect(204);
  });

  it('a password still works beside it, and none works where there is none', async () => {
    const person = await aLinked();
    await app.http().post('/api/v1/session').send({ username: person.login, password }).expect(201);
    await app.owner.query('update account set password_hash = null where id = $1', [person.accountId]);
    await app.http().post('/api/v1/session').send({ username: person.login, password }).expect(401);
  });
});

describe('signing out', () => {
  it('says that one is still signed in at the provider, with the way out there', async () => {
    await aLinked();
    const visitor = new Visitor(app);
    await visitor.signIn('entree');
    const out = await visitor.page('/afmelden', {});
    expect(out.text).toContain('Je bent hier uitgelogd, maar bij Entree nog niet.');
    const { url } = await visitor.go(`${app.url}/aanmelden/met/entree/uit`, undefined, () => true);
    expect(url.origin + url.pathname).toBe(`${entree.issuer}/session/end`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'dossier',
      post_logout_redirect_uri: `${app.url}/aanmelden`,
    });
    const own = new Visitor(app);
    await own.page('/aanmelden', { username: (await aMember()).login, password });
    expect((await own.page('/afmelden', {})).text).not.toContain('Entree nog niet');
  });
});

describe('what is begun ends once, in the browser that began it', () => {
  const expectRefused = async (visitor: Visitor, address: URL | string, reason = 'begun-elsewhere'): Promise<void> => {
    const before = await counts();
    const seen = await visitor.go(address);
    expect(pathOf(seen)).toMatch(refusal(reason));
    expect(visitor.session).toBeUndefined();
    expect(await counts()).toEqual(before);
  };
  beforeEach(() => aLinked());

  it('not in another browser', async () => {
    const back = await new Visitor(app).almost('entree');
    await expectRefused(new Visitor(app), back);
    const other = new Visitor(app);
    await other.almost('entree');
    await expectRefused(other, back, 'untrusted'); // its own cookie, the state of another
  });

  it('not a second time', async () => {
    const visitor = new Visitor(app);
    const back = await visitor.almost('entree');
    const kept = visitor.cookie(visitor.host, 'aanmelding')!;
    expect((await visitor.go(back)).status).toBe(200);
    const thief = new Visitor(app);
    thief.set(thief.host, 'aanmelding', kept);
    await expectRefused(thief, back);
  });

  it('not with a code that was begun elsewhere', async () => {
    const stolen = (await new Visitor(app).almost('entree')).searchParams.get('code')!;
    const thief = new Visitor(app);
    const own = await thief.almost('entree');
    own.searchParams.set('code', stolen);
    await expectRefused(thief, own, 'untrusted'); // PKCE: the code belongs to another verifier
  });

  it('not after ten minutes, not with a cookie that was changed, and not with none', async () => {
    const late = new Visitor(app);
    const back = await late.almost('entree');
    await app.clock.advance({ minutes: 10 });
    await expectRefused(late, back).finally(() => app.clock.advance({ minutes: -10 }));
    const changed = new Visitor(app);
    const address = await changed.almost('entree');
    const kept = changed.cookie(changed.host, 'aanmelding')!;
    changed.set(changed.host, 'aanmelding', kept.slice(0, -2) + (kept.endsWith('AA') ? 'BB' : 'AA'));
    await expectRefused(changed, address);
    await expectRefused(new Visitor(app), `${app.url}/aanmelden/met/entree/terug?code=x&state=y`);
    await expectRefused(new Visitor(app), `${app.url}/aanmelden/met/entree/terug`);
  });

  it('not at the door of another provider (mix-up)', async () => {
    const visitor = new Visitor(app);
    const back = await visitor.almost('entree');
    await expectRefused(visitor, back.href.replace('/met/entree/', '/met/surfconext/'));
    // The answer says of whom it is: another issuer's name on it is refused too.
    const named = new Visitor(app);
    const address = await named.almost('entree');
    expect(address.searchParams.get('iss')).toBe(entree.issuer);
    address.searchParams.set('iss', surf.issuer);
    await expectRefused(named, address, 'untrusted');
    const unnamed = new Visitor(app);
    const bare = await unnamed.almost('entree');
    bare.searchParams.delete('iss');
    await expectRefused(unnamed, bare, 'untrusted');
  });

  it('many wrong answers from one address make that address wait, and nobody’s password', async () => {
    await new Visitor(app).go(`${app.url}/aanmelden/met/entree/terug?code=x&state=y`);
    await app.owner.query('update sign_in_throttle set failures = 300');
    const seen = await new Visitor(app).go(`${app.url}/aanmelden/met/entree/terug?code=x&state=y`);
    expect(seen.status).toBe(429);
    await app
      .http()
      .post('/api/v1/session')
      .send({ username: (await aMember()).login, password })
      .expect(201);
  });
});

describe('the file with providers', () => {
  it('stops the start when something is wrong with it, and says what', async () => {
    const port = await freePort();
    const wrong = startSignOnApp(port, [
      { id: 'entree', issuer: 'http://entree.example', clientSecret: 'zeergeheim', schools: [] },
    ]);
    await expect(wrong).rejects.toThrow(
      /OIDC_PROVIDERS names a file that provider 1 \(entree\): issuer must start with https:\/\/[\s\S]*schools must name/,
    );
    await expect(wrong).rejects.not.toThrow(/zeergeheim/);
    await expect(startSignOnApp(port, [], { OIDC_PROVIDERS: '/nergens/providers.json' })).rejects.toThrow(
      'OIDC_PROVIDERS names a file that cannot be read',
    );
  });
});
