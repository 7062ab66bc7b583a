import { randomUUID } from 'node:crypto';
import type { TestApp } from './support/app.js';
import { type GivenPerson, password } from './support/builders.js';
import { type Lies, LyingIssuer } from './support/lying-issuer.js';
import { freePort, startSignOnApp, Visitor } from './support/sign-on.js';

const brin = '99AA';
let app: TestApp;
let issuer: LyingIssuer;
let other: LyingIssuer;
let person: GivenPerson;
let schoolId: string;

beforeAll(async () => {
  issuer = await LyingIssuer.start();
  other = await LyingIssuer.start();
  const entry = (id: string, name: string, from: LyingIssuer): Parameters<typeof startSignOnApp>[1][number] => ({
    id,
    name,
    issuer: from.issuer,
    clientSecret: from.clientSecret,
    schools: [brin],
    secondFactor: { acr: ['loa2'] },
    timeoutSeconds: 3,
  });
  app = await startSignOnApp(await freePort(), [entry('entree', 'Entree', issuer), entry('ander', 'Ander', other)]);
  schoolId = await app.given.aSchool({ name: 'De Sluis', kind: 'vmbo' });
  await app.owner.query('update school set brin = $2 where id = $1', [schoolId, brin]);
  await app.owner.query('update school set brin = $2 where id = $1', [
    await app.given.aSchool({ name: 'Een andere', kind: 'vmbo' }),
    '99AB',
  ]);
  person = await app.given.aPerson({ school: schoolId, roles: ['staff'] });
  await app.owner.query(
    'insert into external_identity (id, account_id, issuer, subject, linked_at) values ($1, $2, $3, $4, app_now())',
    [randomUUID(), person.accountId, issuer.issuer, 'iemand'],
  );
}, 60_000);
afterAll(async () => {
  await app.close();
  await issuer.stop();
  await other.stop();
});
beforeEach(async () => {
  for (const one of [issuer, other]) {
    one.lies = {};
    one.signOld = false;
    one.person = { sub: 'iemand', claims: { nlEduPersonHomeOrganizationId: brin } };
  }
  await app.owner.query('delete from sign_in_throttle');
});

const pathOf = ({ url }: { url: URL }): string => url.pathname + url.search;
const facts = async (): Promise<unknown> =>
  (
    await app.owner.query(
      `select (select count(*) from account) as accounts, (select count(*) from external_identity) as identities,
              (select count(*) from session) as sessions, (select count(*) from audit_event) as audited`,
    )
  ).rows[0];
const failures = async (): Promise<number> =>
  (await app.owner.query<{ n: number }>('select coalesce(sum(failures), 0)::int as n from sign_in_throttle')).rows[0]!
    .n;
/** What the provider says of itself is asked for again. */
const afterAWhile = async (work: () => Promise<void>): Promise<void> => {
  await app.clock.advance({ minutes: 11 });
  await work();
};
const expectIn = async (provider = 'entree'): Promise<void> => {
  const visitor = new Visitor(app);
  expect(pathOf(await visitor.signIn(provider))).toBe('/welkom');
  expect(await visitor.me()).toMatchObject({ id: person.id });
};
const words: Record<string, string> = {
  untrusted: 'We kregen een antwoord van Entree dat niet klopt. Daarom laten we je zo niet binnen.',
  unavailable: 'Entree geeft nu geen antwoord. Dat ligt niet aan jou.',
  denied: 'Je bent gestopt bij Entree.',
  school: 'Entree noemde geen school waarvoor je hier zo kunt inloggen.',
};
/** Refused on a page that says why, and nothing came of it but a mark against who tried. */
async function expectRefused(reason: string, visitor = new Visitor(app)): Promise<void> {
  const before = await facts();
  const seen = await visitor.signIn('entree');
  expect(pathOf(seen)).toBe(`/aanmelden/mislukt?bij=entree&reden=${reason}`);
  expect(seen.text).toContain('<h1 class="govuk-heading-l">Inloggen met Entree is niet gelukt</h1>');
  expect(seen.text).toContain(words[reason]);
  expect(seen.text).toContain('href="/aanmelden/met/entree"');
  expect(visitor.session).toBeUndefined();
  expect(visitor.cookie(visitor.host, 'aanmelding')).toBeUndefined();
  expect(await facts()).toEqual(before);
}

const now = Math.floor(Date.now() / 1000);
const school = { nlEduPersonHomeOrganizationId: brin };

it('whoever does not lie comes in', () => expectIn());

describe('an ID token that does not hold', () => {
  const lies: [string, Lies][] = [
    ['is for another', { claims: { aud: 'een-ander' } }],
    ['is for others only', { claims: { aud: ['een-ander', 'nog-een'] } }],
    ['is for more, and was asked for by another', { claims: { aud: ['dossier', 'een-ander'], azp: 'een-ander' } }],
    ['is for nobody', { claims: { aud: undefined } }],
    ['answers another question', { claims: { nonce: 'een-andere-nonce' } }],
    ['answers no question', { claims: { nonce: undefined } }],
    ['is not signed', { signature: 'none' }],
    ['is signed with what both sides know', { signature: 'hs256' }],
    ['was changed after it was signed', { signature: 'tampered' }],
    ['is signed with a key that nobody published', { signature: 'unpublished' }],
    ['says it is signed in another way', { header: { alg: 'ES256' } }],
    ['wants something of its reader that he does not know', { header: { crit: ['b64'], b64: false } }],
    ['is over', { claims: { exp: now - 60, iat: now - 360 } }],
    ['is never over', { claims: { exp: undefined } }],
    ['is not for now', { claims: { nbf: now + 3600 } }],
    ['was not made at any time', { claims: { iat: undefined } }],
    ['is of another issuer', { claims: { iss: 'https://entree.example' } }],
    ['is of nobody', { claims: { iss: undefined } }],
    ['is about nobody', { claims: { sub: undefined } }],
    ['is about no text', { claims: { sub: 12 } }],
    ['is about someone of a name that cannot be stored', { claims: { sub: 'iemand\0' } }],
    ['is about someone of an endless name', { claims: { sub: 'x'.repeat(256) } }],
  ];
  it.each(lies)('%s', async (_, what) => {
    issuer.lies = what;
    await expectRefused('untrusted');
    expect(await failures()).toBe(1);
    issuer.lies = {};
    await expectIn();
  });

  it('of the other issuer, with the same subject, opens nothing here', async () => {
    other.lies = { claims: { iss: issuer.issuer } };
    const visitor = new Visitor(app);
    expect(pathOf(await visitor.signIn('ander'))).toBe('/aanmelden/mislukt?bij=ander&reden=untrusted');
    other.lies = {};
    expect(pathOf(await visitor.signIn('ander'))).toBe('/aanmelden/koppelen');
    expect(visitor.session).toBeUndefined();
  });

  it('is not one that is signed with a key that was withdrawn; a new key works at once', async () => {
    await expectIn();
    issuer.rotate();
    await expectIn();
    issuer.signOld = true;
    await expectRefused('untrusted');
    issuer.signOld = false;
    await expectIn();
  });
});

describe('an answer that the browser brings', () => {
  it.each<[string, Lies, string]>([
    ['in the name of another issuer', { iss: 'https://entree.example' }, 'untrusted'],
    ['that the person stopped', { error: 'access_denied' }, 'denied'],
    ['that something is wrong', { error: 'invalid_request' }, 'untrusted'],
    ['that it cannot now', { error: 'temporarily_unavailable' }, 'unavailable'],
  ])('%s', async (_, what, reason) => {
    issuer.lies = what;
    await expectRefused(reason);
  });

  it('with a code of the other provider opens nothing', async () => {
    const mixed = new Visitor(app);
    const theirs = await new Visitor(app).almost('ander');
    const back = await mixed.almost('entree');
    back.searchParams.set('code', theirs.searchParams.get('code')!);
    expect(pathOf(await mixed.go(back))).toBe('/aanmelden/mislukt?bij=entree&reden=untrusted');
    expect(mixed.session).toBeUndefined();
  });

  it('that comes twice, or was changed, opens nothing', async () => {
    for (const [name, value] of [
      ['state', 'een-andere'],
      ['state', ''],
      ['code', ''],
    ] as const) {
      const visitor = new Visitor(app);
      const back = await visitor.almost('entree');
      back.searchParams.set(name, value);
      expect(pathOf(await visitor.go(back))).toBe('/aanmelden/mislukt?bij=entree&reden=untrusted');
      back.searchParams.append(name, 'nog-een');
      expect(pathOf(await visitor.go(back))).toBe('/aanmelden/mislukt?bij=entree&reden=begun-elsewhere');
      expect(visitor.session).toBeUndefined();
    }
  });
});

describe('a school that the provider may not speak for', () => {
  it.each<[string, unknown]>([
    ['another', '99AB'],
    ['none', undefined],
    ['two', [brin, '99AB']],
    ['one that we do not know', '00XX'],
    ['one that is written in another way', '99aa'],
    ['no text', { brin }],
  ])('%s', async (_, value) => {
    issuer.lies = { claims: { nlEduPersonHomeOrganizationId: value } };
    issuer.person.claims = {};
    await expectRefused('school');
  });

  it('the request does not help', async () => {
    issuer.person.claims = { nlEduPersonHomeOrganizationId: '99AB' };
    const visitor = new Visitor(app);
    const back = await visitor.almost('entree');
    back.searchParams.set('nlEduPersonHomeOrganizationId', brin);
    expect(pathOf(await visitor.go(back))).toBe('/aanmelden/mislukt?bij=entree&reden=school');
  });

  it('may stand in what the provider tells of the person, if that is of the same person', async () => {
    issuer.person.claims = {};
    issuer.lies = { userinfo: school };
    await expectIn();
    issuer.lies = { userinfo: { ...school, sub: 'een-ander' } };
    await expectRefused('untrusted');
    // What is signed goes before what is only told.
    issuer.lies = { userinfo: school, claims: { nlEduPersonHomeOrganizationId: '99AB' } };
    await expectRefused('school');
  });
});

describe('a provider that fails', () => {
  it.each<[string, Lies['token'], string]>([
    ['with a page for an answer', { type: 'text/html', body: '<h1>Onderhoud</h1>' }, 'untrusted'],
    ['with half an answer', { body: '{"access_token":"x"' }, 'untrusted'],
    ['without an ID token', { body: '{"access_token":"x","token_type":"Bearer"}' }, 'untrusted'],
    ['with a fault', { status: 503, body: '{}' }, 'unavailable'],
    ['with a refusal', { status: 400, body: '{"error":"invalid_client"}' }, 'untrusted'],
    ['without end', { body: 'x'.repeat(600_000) }, 'untrusted'],
  ])('%s', async (_, token, reason) => {
    issuer.lies = { token };
    await expectRefused(reason);
  });

  it.each(['/token', '/jwks'])('to answer in time at %s', async (path) => {
    issuer.lies = { slow: { path, ms: 4000 } };
    await expectRefused('unavailable');
  });

  it('to answer in time or to tell who it is, before anyone was sent there', () =>
    afterAWhile(async () => {
      issuer.lies = { slow: { path: '/.well-known/openid-configuration', ms: 4000 } };
      await expectRefused('unavailable');
      issuer.lies = { metadata: { issuer: 'https://entree.example' } };
      await expectRefused('untrusted');
      issuer.lies = {};
      await expectIn();
    }));

  it('altogether: the page says so, and a password still works', async () => {
    const gone = await LyingIssuer.start();
    const { issuer: address } = gone;
    const down = await startSignOnApp(await freePort(), [
      { id: 'entree', name: 'Entree', issuer: address, clientSecret: 'x', schools: [brin] },
    ]);
    await gone.stop();
    try {
      const visitor = new Visitor(down);
      const seen = await visitor.signIn('entree');
      expect([seen.status, pathOf(seen)]).toEqual([503, '/aanmelden/mislukt?bij=entree&reden=unavailable']);
      expect(seen.text).toContain(words.unavailable);
      const school = await down.given.aSchool();
      const { login } = await down.given.aPerson({ school, roles: ['staff'] });
      await down.http().post('/api/v1/session').send({ username: login, password }).expect(201);
    } finally {
      await down.close();
    }
  });
});

it('a second step that the provider did not give is not believed', async () => {
  const decaan = await app.given.aPerson({ school: schoolId, roles: ['decaan'] });
  await app.owner.query(
    'insert into external_identity (id, account_id, issuer, subject, linked_at) values ($1, $2, $3, $4, app_now())',
    [randomUUID(), decaan.accountId, issuer.issuer, 'decaan'],
  );
  issuer.person.sub = 'decaan';
  for (const acr of [undefined, 'loa1', ['loa2'], 'LOA2', true]) {
    issuer.lies = { claims: { acr } };
    const visitor = new Visitor(app);
    expect(pathOf(await visitor.signIn('entree'))).toBe('/tweede-stap');
    expect(await visitor.me()).toMatchObject({ factor: 'needed', roles: [] });
  }
  // Given, at a time that nobody tells: in, and asked anew for what wants a fresh proof.
  issuer.lies = { claims: { acr: 'loa2' } };
  const visitor = new Visitor(app);
  await visitor.signIn('entree');
  expect(await visitor.me()).toMatchObject({ factor: 'given', roles: ['decaan'] });
  expect(pathOf(await visitor.page('/account/tweede-stap'))).toMatch(/^\/tweede-stap\?/);
  issuer.lies = { claims: { acr: 'loa2', auth_time: Math.floor(app.clock.now().getTime() / 1000) } };
  const fresh = new Visitor(app);
  await fresh.signIn('entree');
  expect(pathOf(await fresh.page('/account/tweede-stap'))).toBe('/account/tweede-stap');
});

it('asked to let someone sign in anew, a provider that only remembers is not believed', async () => {
  const long = { claims: { auth_time: Math.floor(Date.now() / 1000) - 3600 } };
  for (const lies of [long, {}]) {
    issuer.lies = lies;
    const visitor = new Visitor(app);
    expect(pathOf(await visitor.signIn('entree', '?opnieuw=1'))).toBe('/aanmelden/mislukt?bij=entree&reden=untrusted');
    expect(visitor.session).toBeUndefined();
  }
});
