import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ApiDocumentOfBuild, builtApiDocument } from './support/api-document.js';
import { newKey } from './support/app.js';
import { sampleOf } from './support/bad-values.js';
import { differences } from './support/schema-check.js';
import { titleOf } from './support/routes.js';
import { Walk } from './support/walk.js';

let walk: Walk;
let document: ApiDocumentOfBuild;
beforeAll(async () => {
  walk = await Walk.start();
  document = builtApiDocument(walk.app);
});
afterAll(() => walk.close());

test('every answer of the API has the fields that are declared, and no other', async () => {
  const faults = new Set<string>();
  const unseen = new Set<string>();
  let compared = 0;
  for (const route of walk.routes.filter(({ method, path }) => method === 'get' && path.startsWith('/api/v1/'))) {
    const operation = document.paths[route.path.replace(/:(\w+)/g, '{$1}')]!.get!;
    const schema = operation.responses['200']!.content!['application/json']!.schema!;
    let seen = 0;
    for (const walker of walk.mayCall(route))
      for (const path of await walk.addresses(route, walker, 4)) {
        const { status, body } = (await walker.program.get(path)) as { status: number; body: unknown };
        if (status !== 200) continue;
        seen++;
        for (const fault of differences(body, schema, document)) faults.add(`${titleOf(route)}: ${fault}`);
      }
    if (seen === 0) unseen.add(titleOf(route));
    compared += seen;
  }
  expect([...faults]).toEqual([]);
  expect([...unseen]).toEqual([]);
  expect(compared).toBeGreaterThan(150);
});

test('and so has every answer to a change', async () => {
  const faults = new Set<string>();
  const compared = new Set<string>();
  for (const route of walk.routes.filter(({ method, path }) => method !== 'get' && path.startsWith('/api/v1/'))) {
    const operation = document.paths[route.path.replace(/:(\w+)/g, '{$1}')]![route.method]!;
    const wanted = operation.requestBody?.content['application/json']?.schema;
    for (const walker of walk.mayCall(route))
      for (const address of await walk.addresses(route, walker, 3)) {
        const body = wanted && (await sampleOf(wanted, document, (name) => walk.idFor(name, walker)));
        const version = { 'idempotency-key': newKey(), 'if-match': '"1"' };
        const answer = await walker.program[route.method](address)
          .set(version)
          .send(body as object);
        const schema = operation.responses[answer.status]?.content?.['application/json']?.schema;
        if (answer.status >= 300 || answer.status === 204) continue;
        compared.add(titleOf(route));
        if (!schema) faults.add(`${titleOf(route)}: ${answer.status} is not described`);
        else for (const fault of differences(answer.body, schema, document)) faults.add(`${titleOf(route)}: ${fault}`);
      }
  }
  expect([...faults]).toEqual([]);
  expect(compared.size).toBeGreaterThan(12);
});

test('no two descriptions have the same name, for then one of them is shown for both', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.dto.ts'));
  const names = files.flatMap((file) =>
    [...readFileSync(path.join('src', file), 'utf8').matchAll(/^export class (\w+)/gm)].map((found) => found[1]!),
  );
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  expect(names.length).toBeGreaterThan(60);
});
