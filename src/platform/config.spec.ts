import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';
import { loadConfig } from './local-secrets.js';

const appSecret = 'Zl7wq0Jm2vXhT9dKcR4uYbN6sEaPgF1o8iQ3xW5k';
const auditKey = 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=';
const secrets = { APP_SECRET: appSecret, AUDIT_KEY: auditKey };

function faultsOf(env: Record<string, string>): Record<string, string> {
  try {
    readConfig({ ...secrets, ...env });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return Object.fromEntries(error.faults.map(({ variable, message }) => [variable, message]));
  }
  return {};
}

describe('reading the configuration', () => {
  test('needs nothing but the secrets', () => {
    expect({ ...readConfig(secrets) }).toEqual({
      nodeEnv: 'development',
      databaseUrl: undefined,
      databaseDir: '.data/postgres',
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      appSecret,
      auditKey,
      auditSigningKey: '',
      auditHeadsFile: '.data/postgres.audit-heads',
      logLevel: 'info',
      poolSize: 10,
      trustProxy: 0,
      smtpUrl: undefined,
      mailFrom: '',
      runJobs: true,
      argon2MemoryKib: 19456,
      argon2Time: 2,
      argon2Parallelism: 1,
      demo: false,
    });
  });

  test.each([
    ['smtps://login:p%40ss@mail.example.nl', undefined],
    ['smtp://mail.example.nl:587', undefined],
    ['smtp://127.0.0.1:2525?tls=no', undefined],
    ['smtp://mail.example.nl?tls=no', 'SMTP_URL'],
    ['smtps://127.0.0.1?tls=no', 'SMTP_URL'],
    ['smtp://mail.example.nl?requireTLS=false', 'SMTP_URL'],
    ['https://mail.example.nl', 'SMTP_URL'],
    ['mail.example.nl', 'SMTP_URL'],
  ])('a mail server %s: %s', (SMTP_URL, fault) => {
    const faults = faultsOf({ SMTP_URL, MAIL_FROM: 'Doorstroomdossier <noreply@example.nl>' });
    expect(Object.keys(faults)).toEqual(fault ? [fault] : []);
  });

  test('mail goes to a page on this machine and in the demo only, never in production', () => {
    const mail = (env: Record<string, string>) => readConfig({ ...secrets, ...env }).mail;
    expect(mail({})).toBe('local');
    expect(mail({ HOST: '0.0.0.0' })).toBe('off'); // everyone on the network could open it
    expect(mail({ PUBLIC_URL: 'http://dossier.example.nl' })).toBe('off');
    expect(mail({ PUBLIC_URL: 'http://dossier.example.nl', DEMO: 'true' })).toBe('local');
    expect(mail({ NODE_ENV: 'production', PUBLIC_URL: 'http://127.0.0.1:3000' })).toBe('off');
    expect(mail({ SMTP_URL: 'smtps://mail.example.nl', MAIL_FROM: 'a@example.nl' })).toBe('smtp');
  });

  test('takes every setting from the variable of its name', () => {
    const config = readConfig({
      ...secrets,
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://owner:pw@db.example.nl/dossier?sslmode=verify-full',
      PORT: '0',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://dossier.example.nl/',
      LOG_LEVEL: 'silent',
      POOL_SIZE: '25',
      TRUST_PROXY: '1',
      ARGON2_MEMORY_KIB: '65536',
      ARGON2_TIME: '3',
      ARGON2_PARALLELISM: '2',
    });
    expect(config).toMatchObject({ port: 0, poolSize: 25, trustProxy: 1, argon2MemoryKib: 65536, logLevel: 'silent' });
    expect(config.publicUrl).toBe('https://dossier.example.nl');
    expect(config.secureCookies).toBe(true);
    expect(config.auditKeyBytes).toHaveLength(32);
  });

  test('an empty variable is one that is not set', () => {
    expect(readConfig({ ...secrets, PORT: '', DATABASE_URL: ' ', DEMO: '' })).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
      demo: false,
    });
  });

  test('tells all faults in one message, a line for each variable, without any value', () => {
    const env = { PORT: 'abc', DATABASE_URL: 'mysql://u:hunter2@h/d', APP_SECRET: 'too-short', LOG_LEVEL: 'loud' };
    expect(() => readConfig(env)).toThrow(
      [
        'The configuration is not usable. Set these environment variables right:',
        '  DATABASE_URL must look like postgres://login:password@host:5432/database',
        '  PORT must be a whole number',
        '  APP_SECRET must be at least 32 characters; make one with: openssl rand -base64 48',
        '  AUDIT_KEY is missing; make one with: openssl rand -base64 32',
        '  LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
      ].join('\n'),
    );
  });

  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '0x10'],
    ['POOL_SIZE', '0'],
    ['TRUST_PROXY', 'true'],
    ['DEMO', 'perhaps'],
    ['DATABASE_URL', 'postgres://host/database'],
    ['DATABASE_URL', 'postgres://login@host'],
    ['PUBLIC_URL', 'https://dossier.example.nl/path'],
    ['PUBLIC_URL', 'ftp://dossier.example.nl'],
  ])('refuses %s=%s', (variable, value) => {
    expect(Object.keys(faultsOf({ [variable]: value }))).toContain(variable);
  });

  test.each([
    'changeme-changeme-changeme-changeme-changeme',
    'secret-secret-secret-secret-secret-secret',
    'x'.repeat(40),
    'your-app-secret-key-change-this-0123456789',
  ])('refuses the placeholder %s as a secret', (value) => {
    expect(faultsOf({ APP_SECRET: value }).APP_SECRET).toMatch(/placeholder/);
  });

  test.each([
    ['typed text', Buffer.from('changemechangemechangemechangeme').toString('base64')],
    ['zeros', Buffer.alloc(32).toString('base64')],
  ])('refuses %s as a key', (_, value) => {
    expect(faultsOf({ AUDIT_KEY: value }).AUDIT_KEY).toMatch(/placeholder/);
  });

  test('refuses a key that is not 32 bytes, and one that is the secret', () => {
    expect(faultsOf({ AUDIT_KEY: randomBytes(16).toString('base64') }).AUDIT_KEY).toMatch(/32 bytes/);
    expect(faultsOf({ APP_SECRET: auditKey }).AUDIT_KEY).toMatch(/differ/);
  });

  test('never takes a random secret for a placeholder', () => {
    for (let i = 0; i < 500; i++) {
      const random = { APP_SECRET: randomBytes(32).toString('hex'), AUDIT_KEY: randomBytes(32).toString('base64') };
      expect(faultsOf(random)).toEqual({});
    }
  });

  test('in production wants https, except on the machine itself, and no demo', () => {
    const faults = faultsOf({ NODE_ENV: 'production', PUBLIC_URL: 'http://dossier.example.nl', DEMO: 'true' });
    expect(Object.keys(faults)).toEqual(['PUBLIC_URL', 'DEMO']);
    expect(faultsOf({ NODE_ENV: 'production', PUBLIC_URL: 'http://localhost:3000' })).toEqual({});
  });

  test('allows cheap password hashes in tests only', () => {
    const cheap = { ARGON2_MEMORY_KIB: '64', ARGON2_TIME: '1' };
    expect(Object.keys(faultsOf(cheap))).toEqual(['ARGON2_MEMORY_KIB', 'ARGON2_TIME']);
    expect(faultsOf({ ...cheap, NODE_ENV: 'test' })).toEqual({});
    expect(faultsOf({ ARGON2_MEMORY_KIB: 'much' }).ARGON2_MEMORY_KIB).toBe('must be a whole number');
  });
});

describe('secrets that are not given', () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'config-'));
  const DATABASE_DIR = path.join(root, 'postgres');
  afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

  test('are made once, for this user alone, and stay the same', () => {
    const first = loadConfig({ DATABASE_DIR });
    const again = loadConfig({ DATABASE_DIR });
    expect([again.appSecret, again.auditKey]).toEqual([first.appSecret, first.auditKey]);
    expect(fs.statSync(`${DATABASE_DIR}.secrets.json`).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(root)).toEqual(['postgres.secrets.json']);
  });

  test('leave a given one alone', () => {
    expect(loadConfig({ DATABASE_DIR, APP_SECRET: appSecret }).appSecret).toBe(appSecret);
  });

  test('are not made in production', () => {
    expect(() => loadConfig({ DATABASE_DIR, NODE_ENV: 'production' })).toThrow(/APP_SECRET is missing/);
    expect(fs.existsSync(`${DATABASE_DIR}.secrets.json`)).toBe(false);
  });
});
