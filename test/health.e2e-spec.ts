import { type INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { afterAll, beforeAll, test } from '@jest/globals';
import type { Server } from 'node:http';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { HealthController } from '../src/platform/health.controller.js';
import { cloneDatabase, type TestDatabase } from './support/database.js';

let app: INestApplication<Server>;
let source: DataSource;
let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
  source = await new DataSource({ type: 'postgres', url: database.appUrl, installExtensions: false }).initialize();
  const module = await Test.createTestingModule({
    controllers: [HealthController],
    providers: [{ provide: DataSource, useValue: source }],
  }).compile();
  app = await module.createNestApplication<INestApplication<Server>>().init();
});
afterAll(async () => {
  await app.close();
  await source.destroy();
});

test('is alive and ready while the database answers; without it alive, and not ready', async () => {
  await request(app.getHttpServer()).get('/livez').expect(200, { status: 'ok' });
  await request(app.getHttpServer()).get('/readyz').expect(200, { status: 'ok' });
  await database.drop();
  await request(app.getHttpServer()).get('/livez').expect(200, { status: 'ok' });
  await request(app.getHttpServer()).get('/readyz').expect(503, { status: 'unavailable' });
});
