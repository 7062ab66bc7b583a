import { brinOf, isSubject, provenAt } from './claims.rules.js';
import type { Provider } from './single-sign-on.types.js';

const provider = {
  schoolClaim: 'brin',
  schools: new Map([
    ['99AA', '99AA'],
    ['roc.example', '99AC'],
  ]),
  secondFactor: { acr: ['loa2'], amr: ['mfa', 'otp'] },
} as unknown as Provider;
const now = new Date('2026-11-16T10:00:00Z');
const seconds = now.getTime() / 1000;

it.each<[unknown, string | null]>([
  ['99AA', '99AA'],
  [['99AA'], '99AA'],
  ['99AA03', '99AA'],
  ['roc.example', '99AC'],
  ['99AB', null],
  ['99AC', null],
  ['99aa', null],
  ['99AA 03', null],
  ['99AA0', null],
  [['99AA', '99AB'], null],
  [[], null],
  [undefined, null],
  [null, null],
  [{ toString: () => '99AA' }, null],
  ['__proto__', null],
])('the claim %p is school %p', (claim, brin) => {
  expect(brinOf({ brin: claim }, provider)).toBe(brin);
});

it.each<[string, object, Date | null]>([
  ['its acr, at no time that is known', { acr: 'loa2' }, new Date(0)],
  ['one of its amr', { amr: ['pwd', 'otp'], auth_time: seconds }, now],
  ['the time that it was given', { acr: 'loa2', auth_time: seconds - 600 }, new Date(now.getTime() - 600_000)],
  ['no time in the future', { acr: 'loa2', auth_time: seconds + 600 }, now],
  ['nothing else', { acr: 'loa1', amr: ['pwd'] }, null],
  ['no text for a list', { amr: 'otp' }, null],
  ['no list for a text', { acr: ['loa2'] }, null],
  ['nothing at all', {}, null],
])('a second step at the provider counts by %s', (_, claims, at) => {
  expect(provenAt({ ...claims }, provider, now).factorAt).toEqual(at);
});

it('the time of signing in there is known only when it is said', () => {
  expect(provenAt({ auth_time: seconds - 60 }, provider, now).authenticatedAt).toEqual(
    new Date(now.getTime() - 60_000),
  );
  for (const at of [undefined, 'gisteren', Number.NaN])
    expect(provenAt({ auth_time: at }, provider, now).authenticatedAt).toBeNull();
});

it.each<[string, boolean]>([
  ['abc@school', true],
  ['x'.repeat(255), true],
  ['x'.repeat(256), false],
  ['', false],
  ['abc\0', false],
  ['abc\n', false],
  ['Zoë', false],
])('the subject %j may be one: %p', (subject, may) => {
  expect(isSubject(subject)).toBe(may);
});
