import { readConfig } from '../platform/config.js';
import { PasswordHasher } from './password-hasher.service.js';

const hasher = new PasswordHasher(
  readConfig({
    NODE_ENV: 'test',
    APP_SECRET: 'fmJx0w2SgN8kTq5VbYc7HrLzD4uPaE9iW1oKX3yd',
    AUDIT_KEY: 'q0u1K2s3V4x5W6y7Z8a9BbCcDdEeFfGgHhIiJjKkLlM=',
    ARGON2_MEMORY_KIB: '1024',
    ARGON2_TIME: '1',
  }),
);
beforeAll(() => hasher.onModuleInit());

it('makes an Argon2id hash with the configured cost, never the same twice', async () => {
  const [one, two] = await Promise.all([hasher.hash('fietsbel-onder-water'), hasher.hash('fietsbel-onder-water')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=1024,t=1,p=1\$/);
  expect(two).not.toBe(one);
  expect(await hasher.verify(one, 'fietsbel-onder-water')).toBe(true);
  expect(await hasher.verify(one, 'fietsbel-onder-watre')).toBe(false);
});

it('finds nothing right where there is no hash', async () => {
  expect(await hasher.verify(null, 'fietsbel-onder-water')).toBe(false);
  expect(await hasher.verify(undefined, '')).toBe(false);
});

it('hashes three at once, lets sixty wait and refuses the rest; afterwards it is free again', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 70 }, (_, i) => hasher.hash(`wachtwoord ${i}`)));
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  expect(refused).toHaveLength(7);
  for (const reason of refused) expect(reason).toMatchObject({ code: 'busy', status: 503 });
  await expect(Promise.all(Array.from({ length: 63 }, () => hasher.hash('weer een')))).resolves.toHaveLength(63);
});
