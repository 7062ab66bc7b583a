import { randomUUID } from 'node:crypto';
import type http from 'node:http';
import type { Answer } from './support/answer-rules.js';
import { contents } from './support/contents.js';
import { rawBytes, rawRequest } from './support/raw-http.js';
import { isOpen, titleOf } from './support/routes.js';
import { Walk, type Walker } from './support/walk.js';

let walk: Walk;
beforeAll(async () => {
  walk = await Walk.start();
});
afterAll(() => walk.close());

const cookieOf = ({ token }: Walker): string => `session=${token}`;
const host = (): string => new URL(walk.app.url).host;

const hostileOrigins = [
  'null',
  'https://evil.example',
  'http://evil.example',
  'https://dossier.example.evil.example',
  'https://evildossier.example',
  'https://dossier-example.evil.example',
  'http://localhost',
  'http://localhost:3000',
  'http://127.0.0.1',
  'http://127.0.0.1:1',
  'http://127.0.0.1.evil.example',
  'http://[::1]:3000',
  'file://',
  'data:text/html,x',
  'chrome-extension://abcdefghijklmnop',
  'capacitor://localhost',
  'ftp://127.0.0.1',
  'http://127.0.0.1@evil.example',
  'http://evil.example#127.0.0.1',
  '*',
];

test.each(hostileOrigins)('nothing is opened to the origin %s', async (origin) => {
  const cookie = cookieOf(walk.as('decaan'));
  for (const path of ['/api/v1/me', '/api/openapi.json', '/klassen', '/livez', '/assets/x.js'])
    for (const method of ['GET', 'OPTIONS']) {
      const asked = { 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization' };
      const answer = await rawRequest(walk.app.url, { method, path, headers: { origin, cookie, ...asked } });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      if (method === 'OPTIONS') expect(answer.status).toBe(405);
    }
});

describe('a request that another site makes a browser send', () => {
  const form = 'application/x-www-form-urlencoded';
  type Attack = {
    type?: string;
    body?: string;
    path?: (path: string) => string;
    headers: () => http.OutgoingHttpHeaders;
  };
  const attacks: Record<string, Attack> = {
    'a form': { type: form, body: 'a=1', headers: () => ({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }) },
    'a form of a neighbour under the same domain': { type: form, body: 'a=1', headers: () => ({ 'sec-fetch-site': 'same-site', origin: 'https://andere.dossier.example' }) },
    'a form of an older browser': { type: form, body: 'a=1', headers: () => ({ origin: 'https://evil.example', referer: walk.app.url }) },
    'a form of a browser that says nothing': { type: form, body: 'a=1', headers: () => ({}) },
    'a form from a sandboxed frame': { type: form, body: 'a=1', headers: () => ({ origin: 'null' }) },
    'a form from another port': { type: form, body: 'a=1', headers: () => ({ origin: 'http://127.0.0.1:1' }) },
    'a form from a name that begins like ours': { type: form, body: 'a=1', headers: () => ({ origin: `http://${host()}.evil.example` }) },
    'a form from a name with ours before the @': { type: form, body: 'a=1', headers: () => ({ origin: `http://${host()}@evil.example` }) },
    'a form to an address in capitals': { type: form, body: 'a=1', path: (path) => path.toUpperCase(), headers: () => ({ origin: 'https://evil.example' }) },
    'a simple request with JSON as text': { type: 'text/plain', body: '{}', headers: () => ({ 'sec-fetch-site': 'cross-site' }) },
    'JSON': { type: 'application/json', body: '{}', headers: () => ({ 'sec-fetch-site': 'cross-site' }) },
    'JSON of an older browser': { type: 'application/json', body: '{}', headers: () => ({ origin: 'https://evil.example' }) },
    'a file': { type: 'multipart/form-data; boundary=x', body: '--x--', headers: () => ({ 'sec-fetch-site': 'cross-site' }) },
    'nothing in it': { headers: () => ({ 'sec-fetch-site': 'cross-site' }) },
    'half a token beside the cookie': { type: form, body: 'a=1', headers: () => ({ 'sec-fetch-site': 'cross-site', authorization: 'Bearer x' }) },
  }; // prettier-ignore

  test.each(Object.entries(attacks))('%s is refused on every route, and changes nothing', async (_, attack) => {
    const before = await contents(walk.app.owner);
    const wrong: string[] = [];
    const unsafe = walk.routes.filter(({ method }) => method !== 'get');
    expect(unsafe.length).toBeGreaterThan(80);
    for (const route of unsafe) {
      const walker = (isOpen(route) ? [] : walk.mayCall(route))[0] ?? walk.as('decaan');
      const [address] = await walk.addresses(route, walker, 1);
      const path = attack.path?.(address!) ?? address!;
      const headers = {
        cookie: cookieOf(walker),
        'idempotency-key': randomUUID(),
        'if-match': '"1"',
        ...(attack.type ? { 'content-type': attack.type } : {}),
        ...attack.headers(),
      };
      const { status } = await rawRequest(walk.app.url, {
        method: route.method.toUpperCase(),
        path,
        headers,
        body: attack.body,
      });
      if (status !== 403 && !(status === 415 && path.startsWith('/api/'))) wrong.push(`${titleOf(route)}: ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(await contents(walk.app.owner)).toEqual(before);
  });

  test('a form without origin and with an empty host is refused too', async () => {
    const said = [
      `POST /afmelden HTTP/1.1`,
      'Host:',
      `Cookie: ${cookieOf(walk.as('decaan'))}`,
      'Content-Length: 0',
      '',
      '',
    ];
    expect(await rawBytes(walk.app.url, said.join('\r\n'))).toMatch(/^HTTP\/1\.1 4/);
  });

  test('from its own pages it is let through, in a browser of today and in an older one', async () => {
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: `http://${host()}` }] as Record<
      string,
      string
    >[]) {
      const body = 'taal=en&terug=%2Fhulp';
      const answer = await rawRequest(walk.app.url, {
        method: 'POST',
        path: '/taal',
        headers: { ...headers, 'content-type': form },
        body,
      });
      expect([answer.status, answer.headers.location]).toEqual([303, '/hulp']);
    }
  });

  test('where the site is https, a page of the same name over http is another site', async () => {
    const secure = await Walk.start({ PUBLIC_URL: 'https://dossier.example' });
    const send = async (origin: string): Promise<number> => {
      const headers = { origin, host: 'dossier.example', 'content-type': form };
      return (await rawRequest(secure.app.url, { method: 'POST', path: '/taal', headers, body: 'taal=en' })).status;
    };
    expect([await send('http://dossier.example'), await send('https://dossier.example')]).toEqual([403, 303]);
    await secure.close();
  });
});

test('looking changes nothing, whoever looks at what', async () => {
  const before = await contents(walk.app.owner);
  const wrong: string[] = [];
  let answered = 0;
  for (const route of walk.routes.filter(({ method }) => method === 'get'))
    for (const walker of isOpen(route) ? [walk.as('decaan')] : walk.mayCall(route))
      for (const path of await walk.addresses(route, walker, 1)) {
        const { status } = await walker.browser.get(path).redirects(0);
        if (status === 200) answered++;
        if (status >= 500) wrong.push(`${titleOf(route)}: ${status}`);
        if (walker.roles.includes('decaan')) await walker.browser.head(path).redirects(0);
      }
  expect(wrong).toEqual([]);
  expect(answered).toBeGreaterThan(200);
  expect(await contents(walk.app.owner)).toEqual(before);
});

describe('headers that proxies, frameworks and scanners know', () => {
  const changing = ['x-request-id', 'date', 'set-cookie'];
  const without = ({ headers, ...rest }: Answer) => ({
    ...rest,
    headers: Object.entries(headers).filter(([name]) => !changing.includes(name)),
  });
  const tricks: Record<string, string>[] = [
    { 'x-forwarded-for': '1.2.3.4' },
    { 'x-forwarded-host': 'evil.example' },
    { 'x-forwarded-proto': 'https' },
    { 'x-forwarded-port': '443' },
    { 'x-forwarded-prefix': '/evil' },
    { forwarded: 'for=1.2.3.4;host=evil.example;proto=https' },
    { 'x-real-ip': '1.2.3.4' },
    { 'x-original-url': '/api/v1/people' },
    { 'x-rewrite-url': '/api/v1/people' },
    { 'x-host': 'evil.example' },
    { 'x-user': 'decaan@sluiswachter.example' },
    { 'x-remote-user': 'decaan@sluiswachter.example' },
    { 'x-http-method-override': 'DELETE' },
    { 'x-http-method': 'DELETE' },
    { 'x-method-override': 'DELETE' },
    { host: 'evil.example' },
    { host: 'evil.example:443' },
    { host: '"><script>alert(1)</script>' },
  ];
  test.each(tricks.map((headers) => [JSON.stringify(headers), headers]))('%s has no effect', async (_, headers) => {
    const pupil = walk.as('pupil');
    for (const path of ['/', '/mijn', '/aanmelden', '/api/v1/me', '/api/v1/people', '/nergens']) {
      for (const cookie of [cookieOf(pupil), 'x=y']) {
        const plain = await rawRequest(walk.app.url, { path, headers: { cookie } });
        const tricked = await rawRequest(walk.app.url, { path, headers: { cookie, ...headers } });
        expect(without(tricked)).toEqual(without(plain));
      }
    }
    const change = { method: 'POST', path: '/api/v1/session?_method=DELETE', body: '{"_method":"DELETE"}' };
    const as = { 'content-type': 'application/json', cookie: cookieOf(pupil), 'sec-fetch-site': 'same-origin' };
    expect((await rawRequest(walk.app.url, { ...change, headers: { ...as, ...headers } })).status).toBe(422);
    expect((await pupil.browser.get('/api/v1/me')).status).toBe(200);
  });

  test('an address with another host in it is the path alone', async () => {
    const said = await rawBytes(
      walk.app.url,
      'GET http://evil.example/hulp HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    );
    expect(said).toMatch(/^HTTP\/1\.1 (200|4)/);
    expect(said).not.toContain('evil.example');
  });

  test('who tries passwords from one address is counted as one, whatever he says of where he is', async () => {
    const networks = async (): Promise<number> =>
      (await walk.app.owner.query('select from sign_in_throttle')).rowCount ?? 0;
    const before = await networks();
    for (let i = 0; i < 4; i++)
      await walk.app
        .http()
        .post('/api/v1/session')
        .set('x-forwarded-for', `10.0.0.${i}`)
        .set('x-real-ip', `10.0.0.${i}`)
        .send({ username: 'niemand', password: 'een-verkeerd-wachtwoord' })
        .expect(401);
    expect((await networks()) - before).toBe(3); // the login, the login from there, and the network
  });
});

describe('no way out', () => {
  const elsewhere = [
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/\t/evil.example',
    '/\n/evil.example',
    '/%0d%0aset-cookie:%20a=b',
    '/hulp\r\nset-cookie: a=b',
    ' //evil.example',
    '.evil.example',
    '@evil.example',
    '/​/evil.example',
    'mijn',
    '',
  ];
  test.each(elsewhere)('%j leads to a page of ours', async (to) => {
    const { browser } = walk.as('decaan');
    const answers = [
      await browser.get('/aanmelden').query({ terug: to }).redirects(0),
      await browser
        .get('/aanmelden')
        .query({ terug: [to, to] })
        .redirects(0),
      await browser.post('/taal').type('form').send({ taal: 'nl', terug: to }).redirects(0),
      await walk.app
        .http()
        .post('/taal')
        .set('sec-fetch-site', 'same-origin')
        .type('form')
        .send({ terug: to })
        .redirects(0),
    ];
    for (const { status, headers } of answers) {
      const said = headers as Record<string, string>;
      expect(status).toBe(303);
      const { origin, pathname } = new URL(said.location!, 'https://dossier.example');
      expect(origin).toBe('https://dossier.example');
      expect(pathname).not.toMatch(/^\/\//);
      expect(JSON.stringify(said['set-cookie'] ?? '')).not.toContain('a=b');
    }
  });

  test('the page to come back to after a refused form is a page of ours', async () => {
    for (const referer of [
      'https://evil.example/x',
      `http://${host()}@evil.example/x`,
      `http://${host()}//evil.example`,
    ]) {
      const answer = await walk.app
        .http()
        .post('/klassen/x/vastleggen')
        .set('sec-fetch-site', 'same-origin')
        .set('referer', referer)
        .redirects(0);
      const { location } = answer.headers as { location?: string };
      expect([answer.status, location]).toEqual([303, '/aanmelden?terug=%2F']);
    }
  });
});
