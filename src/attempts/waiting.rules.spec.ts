import {
  accountWait,
  type Attempts,
  codePace,
  countAtPace,
  countForAccount,
  networkOf,
  networkPace,
  paceWait,
} from './waiting.rules.js';

const start = new Date('2026-11-16T10:00:00Z');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);
const networkWait = (attempts: Attempts | undefined, now: Date): number => paceWait(attempts, now, networkPace);
const countForNetwork = (attempts: Attempts | undefined, now: Date): Attempts =>
  countAtPace(attempts, now, networkPace);
const failed = (failures: number): Attempts => ({ failures, lastFailureAt: start });

describe('an account', () => {
  it('does not wait for its first five errors', () => {
    expect(accountWait(undefined, start)).toBe(0);
    for (const failures of [1, 2, 3, 4]) expect(accountWait(failed(failures), start)).toBe(0);
  });

  it.each([
    [5, 5],
    [6, 15],
    [7, 45],
    [8, 135],
    [9, 405],
    [10, 600],
    [50, 600],
    [100_000, 600],
  ])('after %i errors waits %i seconds', (failures, seconds) => {
    expect(accountWait(failed(failures), start)).toBe(seconds);
    expect(accountWait(failed(failures), after(seconds - 1))).toBe(1);
    expect(accountWait(failed(failures), after(seconds))).toBe(0);
  });

  it('starts over after a quarter of an hour of rest', () => {
    expect(countForAccount(failed(9), after(14 * 60))).toEqual({ failures: 10, lastFailureAt: after(14 * 60) });
    expect(countForAccount(failed(9), after(15 * 60))).toEqual({ failures: 1, lastFailureAt: after(15 * 60) });
    expect(countForAccount(undefined, start)).toEqual(failed(1));
  });

  it('is never locked out: whoever keeps trying wrong gets another turn within ten minutes', () => {
    let attempts: Attempts | undefined;
    let now = start;
    for (let turn = 0; turn < 100; turn++) {
      const wait = accountWait(attempts, now);
      expect(wait).toBeLessThanOrEqual(600);
      now = new Date(now.getTime() + wait * 1000);
      expect(accountWait(attempts, now)).toBe(0);
      attempts = countForAccount(attempts, now);
    }
  });

  it('does not wait for an error in the future: a clock was set back', () => {
    expect(accountWait(failed(5), after(-3600))).toBe(0);
    expect(networkWait(failed(10), after(-3600))).toBe(0);
  });
});

describe('a network', () => {
  it('may make 299 errors at once, and waits at the 300th until some wore off', () => {
    expect(networkWait(failed(299), start)).toBe(0);
    expect(networkWait(failed(300), start)).toBe(2);
    expect(networkWait(failed(300), after(2))).toBe(0);
    expect(networkWait(failed(400), start)).toBe(202);
  });

  it('forgets at the pace of 300 in ten minutes, so that a whole day of errors adds up to nothing', () => {
    let attempts: Attempts | undefined;
    for (let second = 0; second < 8 * 3600; second += 4) attempts = countForNetwork(attempts, after(second));
    expect(attempts?.failures).toBe(1);
    expect(countForNetwork(failed(200), after(100)).failures).toBe(151);
    expect(countForNetwork(failed(200), after(600)).failures).toBe(1);
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::99', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s is %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});

describe('the codes of a second step, from everywhere together', () => {
  it('may be wrong a hundred times, and then a hundred times a day', () => {
    expect(paceWait(failed(99), start, codePace)).toBe(0);
    expect(paceWait(failed(100), start, codePace)).toBe(864);
    expect(paceWait(failed(100), after(864), codePace)).toBe(0);
    let attempts: Attempts | undefined;
    let tries = 0;
    for (let second = 0; second < 2 * 86_400; second += 60) {
      if (paceWait(attempts, after(second), codePace) > 0) continue;
      attempts = countAtPace(attempts, after(second), codePace);
      tries++;
    }
    expect(tries).toBeLessThanOrEqual(300);
  });
});
