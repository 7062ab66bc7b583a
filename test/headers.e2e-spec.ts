import { randomUUID } from 'node:crypto';
import { newKey } from './support/app.js';
import { type Answer, answerFaults } from './support/answer-rules.js';
import { rawBytes, rawRequest } from './support/raw-http.js';
import { isOpen, type Route, titleOf } from './support/routes.js';
import { Walk, type Walker } from './support/walk.js';

type Sender = Walker['browser'];

describe.each([
  ['https', { PUBLIC_URL: 'https://dossier.example' }],
  ['http', {}],
])('over %s', (scheme, env) => {
  const https = scheme === 'https';
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.start(env);
  });
  afterAll(() => walk.close());

  const ask = async (agent: Sender, method: Route['method'], path: string): Promise<Answer> => {
    const { status, headers, text } = await agent[method](path)
      .redirects(0)
      .set('idempotency-key', newKey())
      .set('if-match', '"1"')
      .set('sec-fetch-site', 'same-origin')
      // Files come as bytes, and then there is no text.
      .buffer(true)
      .ok(() => true);
    return { status, headers, text: text ?? ' ' };
  };

  test('every route, with and without a session, answers with every header', async () => {
    const faults: string[] = [];
    const seen = new Map<number, number>();
    const check = (title: string, path: string, answer: Answer): void => {
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
      faults.push(...answerFaults(answer, { https, path }).map((fault) => `${title} ${answer.status}: ${fault}`));
    };
    for (const route of walk.routes) {
      const title = titleOf(route);
      const nobody = route.path.replace(/:\w+/g, () => randomUUID());
      check(title, nobody, await ask(walk.app.http(), route.method, nobody));
      // A session that ends on the way would make the rest of the walk one of strangers.
      if (isOpen(route) && /session|sessie|afmelden/.test(route.path)) continue;
      for (const walker of isOpen(route) ? [walk.as('decaan')] : walk.mayCall(route).slice(0, https ? 2 : 1))
        for (const path of await walk.addresses(route, walker, https ? 2 : 1)) {
          check(title, path, await ask(walker.browser, route.method, path));
          if (path.startsWith('/api/')) check(title, path, await ask(walker.program, route.method, path));
        }
    }
    expect(faults).toEqual([]);
    // What was seen is what was meant to be seen: pages, redirects, refusals, faults in forms.
    for (const status of [200, 303, 401, 404, 422]) expect([status, seen.has(status)]).toEqual([status, true]);
  });

  describe('what goes wrong answers with every header too', () => {
    const json = { 'content-type': 'application/json' };
    const cases: [what: string, status: number, Parameters<typeof rawRequest>[1]][] = [
      ['nothing there', 404, { path: '/api/v1/nothing' }],
      ['no such page', 404, { path: '/nergens' }],
      ['no such file', 404, { path: '/assets/../package.json' }],
      ['an address that cannot be decoded', 400, { path: '/leerlingen/%E0%A4%A' }],
      ['an API address that cannot be decoded', 400, { path: '/api/v1/groups/%E0%A4%A/pupils' }],
      ['TRACE', 405, { method: 'TRACE', path: '/api/v1/me' }],
      ['OPTIONS', 405, { method: 'OPTIONS', path: '/api/v1/me' }],
      ['a method of WebDAV', 405, { method: 'PROPFIND', path: '/api/v1/me' }],
      ['a body that is no JSON', 400, { method: 'POST', path: '/api/v1/session', headers: json, body: '{"username":' }],
      ['a body in an unknown encoding', 415, { method: 'POST', path: '/api/v1/session', headers: { ...json, 'content-encoding': 'x' }, body: '{}' }],
      ['a form for the API', 415, { method: 'POST', path: '/api/v1/session', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'username=a&password=b' }],
      ['plain text for the API', 415, { method: 'POST', path: '/api/v1/session', headers: { 'content-type': 'text/plain' }, body: '{"username":"a","password":"b"}' }],
      ['a body of 2 MB', 413, { method: 'POST', path: '/api/v1/session', headers: json, body: JSON.stringify({ username: 'x'.repeat(2_000_000) }) }],
      ['a form of 2 MB', 413, { method: 'POST', path: '/aanmelden', headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }, body: `username=${'x'.repeat(2_000_000)}` }],
      ['a form of 6,000 fields', 413, { method: 'POST', path: '/aanmelden', headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }, body: 'a=1&'.repeat(6000) }],
      ['a form from elsewhere', 403, { method: 'POST', path: '/aanmelden', headers: { 'sec-fetch-site': 'cross-site' } }],
      ['a token of nobody', 401, { path: '/api/v1/me', headers: { authorization: `Bearer ${'x'.repeat(43)}` } }],
    ]; // prettier-ignore
    test.each(cases)('%s: %i', async (_, status, request) => {
      const answer = await rawRequest(walk.app.url, request);
      expect([answer.status, answerFaults(answer, { https, path: request.path })]).toEqual([status, []]);
      if (status === 405) expect(answer.headers.allow).toBe('GET, HEAD, POST, PUT, PATCH, DELETE');
    });

    test('too many tries: 429', async () => {
      const body = JSON.stringify({ username: 'niemand', password: 'een-verkeerd-wachtwoord' });
      const request = { method: 'POST', path: '/api/v1/session', headers: json, body };
      let answer = await rawRequest(walk.app.url, request);
      for (let i = 0; i < 10 && answer.status === 401; i++) answer = await rawRequest(walk.app.url, request);
      expect([answer.status, answerFaults(answer, { https, path: request.path })]).toEqual([429, []]);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    });

    test('a fault of ours: 500, and a page that tells nothing', async () => {
      const { browser, program } = walk.as('decaan');
      await walk.app.owner.query('alter table pupil_group rename to gone');
      try {
        for (const [agent, path] of [
          [browser, '/klassen'],
          [program, '/api/v1/groups'],
        ] as const) {
          const answer = await ask(agent, 'get', path);
          expect([answer.status, answerFaults(answer, { https, path })]).toEqual([500, []]);
          expect(answer.text).not.toMatch(/pupil_group|relation|42P01/);
        }
      } finally {
        await walk.app.owner.query('alter table gone rename to pupil_group');
      }
    });
  });

  test.each([
    ['two lengths', 'POST /aanmelden HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 40\r\n\r\na=b&'],
    ['a length and chunks', 'POST /aanmelden HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /livez HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['an unknown transfer', 'POST /aanmelden HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n'],
    ['a folded header', 'GET /livez HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c: d\r\n\r\n'],
    ['a space before the colon', 'GET /livez HTTP/1.1\r\nHost : x\r\n\r\n'],
    ['no host', 'GET /livez HTTP/1.1\r\n\r\n'],
    ['a bare line feed in a header', 'GET /livez HTTP/1.1\r\nHost: x\r\nX-A: b\nTransfer-Encoding: chunked\r\n\r\n'],
    ['no HTTP', 'hallo\r\n\r\n'],
    ['a tunnel', 'CONNECT dossier.example:443 HTTP/1.1\r\nHost: x\r\n\r\n'],
  ])('%s on the wire: refused, and nothing follows', async (_, bytes) => {
    const answer = await rawBytes(walk.app.url, bytes);
    expect(answer.match(/HTTP\/1\.1 (\d)/g) ?? []).toEqual(answer === '' ? [] : ['HTTP/1.1 4']);
    expect(answer).not.toMatch(/"status":"ok"|server:|x-powered-by/i);
  }); // prettier-ignore
});
