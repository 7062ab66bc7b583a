import fc from 'fast-check';
import { type ApiDocumentOfBuild, builtApiDocument, type Operation, type Schema } from './support/api-document.js';
import { newKey } from './support/app.js';
import { badChanges, sampleOf } from './support/bad-values.js';
import { contents } from './support/contents.js';
import { isOpen, type Route, titleOf } from './support/routes.js';
import { randomFrom, rounds, sayToRepeat, seed, some } from './support/seed.js';
import { Walk, type Walker } from './support/walk.js';

let walk: Walk;
let document: ApiDocumentOfBuild;
beforeAll(async () => {
  sayToRepeat('input');
  walk = await Walk.start();
  document = builtApiDocument(walk.app);
});
afterAll(() => walk.close());

const kept = (): Promise<Record<string, string>> =>
  contents(walk.app.owner, ['public.audit_event', 'public.audit_head', 'public.sign_in_throttle']);
const operationOf = ({ method, path }: Route): Operation | undefined =>
  document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method];
const apiRoutes = (): Route[] => walk.routes.filter(({ path }) => path.startsWith('/api/v1/'));
const whoFor = (route: Route): Walker => walk.mayCall(route)[0] ?? walk.as('decaan');

interface Problem {
  status: number;
  body: { code?: string; fields?: { field: string; code: string }[] };
}
async function send(walker: Walker, route: Route, path: string, body: string): Promise<Problem> {
  const agent = isOpen(route) ? walk.app.http() : walker.program;
  return agent[route.method](path)
    .set('idempotency-key', newKey())
    .set('if-match', '"1"')
    .set('content-type', 'application/json')
    .send(body);
}
const bodyOf = (operation?: Operation): Schema | undefined =>
  operation?.requestBody?.content['application/json']?.schema;

test('no field of any request takes what it should not, and the answer names it', async () => {
  const before = await kept();
  const random = randomFrom();
  const wrong: string[] = [];
  let tried = 0;
  for (const route of apiRoutes()) {
    const schema = bodyOf(operationOf(route));
    if (!schema) continue;
    const walker = whoFor(route);
    const [path] = await walk.addresses(route, walker, 1);
    const sample = await sampleOf(schema, document, (name) => walk.idFor(name, walker));
    const changes = badChanges(sample, schema, document);
    for (const { field, what, body } of some(changes, 30 * rounds, random)) {
      tried++;
      const answer = await send(walker, route, path!, body);
      const named = (answer.body.fields ?? []).some(
        (fault) =>
          fault.code !== '' &&
          (fault.field === field || field.startsWith(`${fault.field}.`) || fault.field.startsWith(`${field}.`)),
      );
      if (answer.status !== 422 || answer.body.code !== 'invalid' || !named)
        wrong.push(`${titleOf(route)} ${field} ${what}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(1500);
  expect(await kept()).toEqual(before);
});

test('whatever JSON comes, in the place of a field or of everything: a fault of the sender, or a thing that was meant', async () => {
  const wrong: string[] = [];
  const values = (number: number, from: number): unknown[] =>
    fc.sample(fc.jsonValue({ maxDepth: 4 }), { seed: seed + from, numRuns: number });
  for (const [i, route] of apiRoutes().entries()) {
    const schema = bodyOf(operationOf(route));
    if (!schema || isOpen(route) || route.path.endsWith('/account')) continue;
    const walker = whoFor(route);
    const [path] = await walk.addresses(route, walker, 1);
    const sample = (await sampleOf(schema, document, (name) => walk.idFor(name, walker))) as Record<string, unknown>;
    const bodies = [
      ...values(2 * rounds, i),
      ...Object.keys(sample).flatMap((field, j) =>
        values(rounds, 1000 * (i + 1) + j).map((value) => ({ ...sample, [field]: value })),
      ),
    ];
    for (const body of bodies) {
      const { status, body: said } = await send(walker, route, path!, JSON.stringify(body));
      if (status >= 500 || (status >= 400 && !said.code))
        wrong.push(`${titleOf(route)}: ${status} to ${JSON.stringify(body).slice(0, 300)}`);
    }
  }
  expect(wrong).toEqual([]);
}, 3_600_000);

test('text of every script is kept as it was written, or refused with a reason; nothing breaks on it', async () => {
  const texts = [
    'Çağla İrem Öztürk',
    'رهف كتبت هذا',
    '李美在这里',
    '👩🏽‍🔧🇳🇱',
    'e\u0301'.repeat(10),
    "Robert'); drop table pupil;--",
    '<script>alert(1)</script>',
    '=HYPERLINK("http://evil.example")',
    '%s%n%x {{7*7}} ${7*7}',
    '\u200fvan rechts\u200e',
    '\r\nset-cookie: a=b',
    'ﷺ'.repeat(30),
  ];
  const random = randomFrom();
  const wrong: string[] = [];
  for (const route of apiRoutes()) {
    const schema = bodyOf(operationOf(route));
    // Whose session ends on the way cannot try the rest.
    if (!schema || isOpen(route) || route.path.endsWith('/account')) continue;
    const walker = whoFor(route);
    const [path] = await walk.addresses(route, walker, 1);
    const sample = await sampleOf(schema, document, (name) => walk.idFor(name, walker));
    for (const text of some(texts, 3 * rounds, random)) {
      const body = JSON.stringify(sample).replaceAll('"Een gewone tekst van iemand"', () => JSON.stringify(text));
      const { status, body: said } = await send(walker, route, path!, body);
      if (status >= 500 || (status >= 400 && !said.code)) wrong.push(`${titleOf(route)} ${text}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
});

describe('a query', () => {
  const ask = async (walker: Walker, route: Route, query: string): Promise<Problem> => {
    const [path] = await walk.addresses(route, walker, 1);
    return walker.program.get(`${path}?${query}`);
  };
  const bad = (name: string): [string, string][] => [
    ['twice', `${name}=a&${name}=b`],
    ['as a list', `${name}[]=a`],
    ['as an object', `${name}[a]=b`],
    ['with a NUL', `${name}=a%00b`],
    ['with an escape', `${name}=%1b[31m`],
    ['of 10,000 characters', `${name}=${'x'.repeat(10_000)}`],
  ];

  test('with a field that is not there, or one that is broken, is refused by name on every route', async () => {
    const wrong: string[] = [];
    for (const route of apiRoutes().filter(({ method }) => method === 'get')) {
      const walker = whoFor(route);
      const declared = (operationOf(route)?.parameters ?? [])
        .filter((one) => one.in === 'query')
        .map(({ name }) => name);
      const unasked = ['admin', 'pupilId', 'schoolId', '__proto__', 'constructor', 'fields', 'include'];
      const tries = [
        ...declared.flatMap((name) => bad(name)),
        ...unasked.filter((name) => !declared.includes(name)).map((name): [string, string] => [name, `${name}=x`]),
      ];
      for (const [what, query] of tries) {
        const { status, body } = await ask(walker, route, query);
        const [name] = query.split(/[=[]/);
        const named = (body.fields ?? []).some(({ field }) => field.startsWith(name!));
        if (status !== 422 || !named)
          wrong.push(`${titleOf(route)} ${name} ${what}: ${status} ${JSON.stringify(body).slice(0, 120)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('of a page never breaks it', async () => {
    const names = 'zoek tekst q pagina vanaf voor domein klas jaar stand wie terug __proto__ groupId page'.split(' ');
    const wrong: string[] = [];
    for (const route of walk.routes.filter(({ method, path }) => method === 'get' && !path.startsWith('/api/'))) {
      const walker = whoFor(route);
      const [path] = await walk.addresses(route, walker, 1);
      for (const [i, [what]] of bad('x').entries()) {
        const query = names.map((name) => bad(name)[i]![1]).join('&');
        const { status } = await walker.browser.get(`${path}?${query.slice(0, 12_000)}`).redirects(0);
        if (status >= 500) wrong.push(`${titleOf(route)} ${what}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

test('a part of an address that is no id leads nowhere, on every route', async () => {
  const parts = [
    'x',
    '0',
    '-1',
    '%00',
    '%0d%0aa:b',
    '..%2f..%2fetc',
    "'%20or%201=1--",
    'x'.repeat(4000),
    '%F0%9F%98%80',
    '{}',
  ];
  const random = randomFrom();
  const wrong: string[] = [];
  for (const route of walk.routes.filter(({ path }) => path.includes(':'))) {
    const walker = whoFor(route);
    for (const part of some(parts, 3 * rounds, random)) {
      const path = route.path.replace(/:\w+/g, part);
      const agent = path.startsWith('/api/') ? walker.program : walker.browser;
      const answer = await agent[route.method](path)
        .set('idempotency-key', newKey())
        .set('if-match', '"1"')
        .redirects(0);
      const { code } = answer.body as { code?: string };
      if (![400, 404, 422].includes(answer.status) || (path.startsWith('/api/') && !code))
        wrong.push(`${titleOf(route)} ${part.slice(0, 20)}: ${answer.status} ${code ?? ''}`);
    }
  }
  expect(wrong).toEqual([]);
});

describe('a body', () => {
  const broken: [string, string][] = [
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '7'],
    ['a text', '"x"'],
    ['a list', '[]'],
    ['a list of lists', '[[[{}]]]'],
    ['not JSON', '{a:1}'],
    ['half of it', '{"a":'],
    ['200,000 brackets', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['objects in objects', '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)],
    ['a name twice', '{"reason":"een reden","reason":{"a":1}}'],
    ['40,000 fields', `{${Array.from({ length: 40_000 }, (_, i) => `"f${i}":1`).join(',')}}`],
    ['a list of 100,000', `{"rows":[${'{},'.repeat(100_000)}{}],"sections":[${'"lob",'.repeat(50_000)}"lob"]}`],
    ['a number without end', `{"version":${'9'.repeat(100_000)}}`],
    ['bytes that are no text', '{"a":"\ufffd\ufffe"}'],
  ];
  test.each(broken)('of %s is the fault of whoever sends it, on every route', async (_, body) => {
    const before = await kept();
    const wrong: string[] = [];
    let longest = 0;
    for (const route of apiRoutes()) {
      const schema = bodyOf(operationOf(route));
      if (!schema?.$ref || !resolvedRequires(schema)) continue;
      const walker = whoFor(route);
      const [path] = await walk.addresses(route, walker, 1);
      const work = async (): Promise<[Problem, number]> => {
        const start = process.cpuUsage();
        return [await send(walker, route, path!, body), process.cpuUsage(start).user / 1000];
      };
      const [answer, first] = await work();
      // Whatever else the process had to do just then it will not have to do again.
      const ms = first > 1000 ? Math.min(first, (await work())[1]) : first;
      longest = Math.max(longest, ms);
      if (![400, 413, 422].includes(answer.status) || !answer.body.code)
        wrong.push(`${titleOf(route)}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
    expect(longest).toBeLessThan(1000); // of work, however busy the machine is; product and test are one process
    expect(await kept()).toEqual(before);
  });
  const resolvedRequires = (schema: Schema): boolean =>
    (document.components.schemas[schema.$ref!.split('/').at(-1)!]!.required ?? []).length > 0;

  test('for a route that takes none is refused', async () => {
    const before = await kept();
    const wrong: string[] = [];
    for (const route of apiRoutes().filter(({ method }) => method !== 'get')) {
      const operation = operationOf(route)!;
      if (operation.requestBody || isOpen(route)) continue;
      const walker = whoFor(route);
      const [path] = await walk.addresses(route, walker, 1);
      for (const body of ['{"id":"x"}', '{"pupilId":"x","schoolId":"y"}', '{"role":"decaan"}']) {
        const answer = await send(walker, route, path!, body);
        if (answer.status !== 422) wrong.push(`${titleOf(route)}: ${answer.status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await kept()).toEqual(before);
  });
});

test.each([
  ['if-match', '""'],
  ['if-match', '"-1"'],
  ['if-match', '*'],
  ['if-match', '"99999999999"'],
  ['if-match', 'W/"1"'],
  ['idempotency-key', 'x'],
  ['idempotency-key', 'x'.repeat(200)],
  ['idempotency-key', "' or 1=1 --"],
  ['accept', `*/*;q=${'9'.repeat(50)}`],
  ['accept-encoding', 'zip, bomb;q=x'],
  ['cookie', `session=${'x'.repeat(3000)}; session=; =; ;`],
  ['content-type', 'application/json; charset=x'],
])('the header %s breaks nothing: %p', async (name, value) => {
  const before = await kept();
  const wrong: string[] = [];
  for (const route of apiRoutes().filter((one) => one.method !== 'get' && one.path.includes(':'))) {
    const walker = whoFor(route);
    const path = route.path.replace(/:\w+/g, 'x');
    const { status } = await walker.program[route.method](path).set(name, value);
    if (status < 400 || status >= 500) wrong.push(`${titleOf(route)}: ${status}`);
  }
  expect(wrong).toEqual([]);
  expect(await kept()).toEqual(before);
});
