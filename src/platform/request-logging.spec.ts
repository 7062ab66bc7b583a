import { expect, test } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { JsonLogger } from './logging.js';
import { requestLogging } from './request-logging.js';

function service() {
  const lines: string[] = [];
  const app = express();
  app.use(requestLogging(new JsonLogger('info', { write: (line) => void lines.push(line) })));
  app.get('/pupils/:id', (_request, response) => void response.send('ok'));
  app.get('/livez', (_request, response) => void response.send('ok'));
  app.get('/broken', (_request, response) => void response.sendStatus(503));
  return { app, lines: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test('a request is one line with its route, and its own id', async () => {
  const { app, lines } = service();
  const response = await request(app).get('/pupils/4711?q=Sanne').set('x-request-id', 'from-outside').expect(200);
  expect(lines()).toHaveLength(1);
  expect(lines()[0]).toMatchObject({ message: 'request', method: 'GET', route: '/pupils/:id', status: 200 });
  expect(lines()[0]).toMatchObject({ requestId: response.get('x-request-id'), ms: expect.any(Number) as unknown });
  expect(JSON.stringify(lines())).not.toMatch(/4711|Sanne|from-outside/);
});

test('an address that is no route is not repeated; a probe is not told; a failure is an error', async () => {
  const { app, lines } = service();
  await request(app).get('/sanne-de-vries').expect(404);
  await request(app).get('/livez').expect(200);
  await request(app).get('/broken').expect(503);
  expect(lines().map(({ level, route, status }) => [level, route, status])).toEqual([
    ['info', 'unmatched', 404],
    ['error', '/broken', 503],
  ]);
});
