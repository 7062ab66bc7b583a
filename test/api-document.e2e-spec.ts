import { Validator } from '@seriousme/openapi-schema-validator';
import { builtApiDocument, type Operation } from './support/api-document.js';
import { startApp, type TestApp } from './support/app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

test('the API describes itself as valid OpenAPI 3.0', async () => {
  const answer = await app.http().get('/api/openapi.json').expect(200);
  expect((answer.body as { openapi: string }).openapi).toMatch(/^3\.0\./);
  const { valid, errors } = await new Validator().validate(answer.body as Record<string, unknown>);
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

test('everything that the issue of the API names is there', async () => {
  const { paths } = (await app.http().get('/api/openapi.json')).body as {
    paths: Record<string, Record<string, Operation>>;
  };
  for (const [method, path] of [
    ['post', '/api/v1/session'],
    ['delete', '/api/v1/session'],
    ['get', '/api/v1/me'],
    ['get', '/api/v1/groups'],
    ['get', '/api/v1/groups/{groupId}/pupils'],
    ['post', '/api/v1/roster-imports'],
    ['post', '/api/v1/roster-imports/{id}/apply'],
    ['post', '/api/v1/groups/{groupId}/activities'],
    ['post', '/api/v1/pupils/{pupilId}/activities'],
    ['post', '/api/v1/pupils/{pupilId}/reflections'],
    ['get', '/api/v1/pupils/{pupilId}/consents'],
    ['post', '/api/v1/consents/{id}/withdrawal'],
    ['post', '/api/v1/pupils/{pupilId}/applications'],
    ['get', '/api/v1/dossiers'],
    ['get', '/api/v1/dossiers/{pupilId}'],
    ['get', '/api/v1/pupils/{pupilId}/audit-events'],
    ['get', '/api/v1/pupils/{pupilId}/copy'],
    ['get', '/api/v1/opleidingen'],
  ] as const)
    expect([path, Object.keys(paths[path] ?? {})]).toEqual([path, expect.arrayContaining([method])]);
});

test('every answer of the API carries its version, and pages do not', async () => {
  expect((await app.http().get('/api/v1/me')).headers['api-version']).toBe('1.0.0');
  expect((await app.http().get('/hulp')).headers['api-version']).toBeUndefined();
});

test('people can read the API at /api/docs', async () => {
  const page = await app.http().get('/api/docs').expect(200);
  expect(page.text).toContain('/api/v1/groups/{groupId}/activities');
  expect(page.text).toContain('Idempotency-Key');
});

test('the built product describes the fields of its requests and answers', () => {
  const { paths, components } = builtApiDocument(app);
  const request = components.schemas.LogForGroupRequest!;
  expect(request.required).toEqual(expect.arrayContaining(['type', 'title', 'startsOn', 'pupils']));
  expect(request.properties!.title).toMatchObject({
    maxLength: 120,
    description: expect.stringContaining('120') as string,
  });
  const dossier = paths['/api/v1/dossiers/{pupilId}']!.get!.responses['200']!.content!['application/json']!.schema!;
  expect(dossier.$ref).toBe('#/components/schemas/DossierResponse');
  const bodiless = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method, operation]) => method === 'get' && !operation.responses['200']?.content)
      .map(([method]) => `${method} ${path}`),
  );
  expect(bodiless).toEqual([]);
});
