/** Attempts under one key that did not lead to a session. */
export interface Attempts {
  failures: number;
  lastFailureAt: Date;
}

const minute = 60_000;

/** So many typing errors cost nobody anything. */
const free = 5;
/** After so much rest an account starts over. */
const rest = 15 * minute;
const firstDelay = 5_000;
const longestDelay = 10 * minute;

/**
 * How long an account still has to wait from one network, in seconds: 5, 15, 45 … and never more than ten minutes. It is never locked:
 * an attempt that had to wait is not counted, so waiting always ends.
 */
export function accountWait(attempts: Attempts | undefined, now: Date): number {
  if (!attempts || attempts.failures < free || isRested(attempts, now)) return 0;
  const delay = Math.min(firstDelay * 3 ** (attempts.failures - free), longestDelay);
  return secondsUntil(attempts.lastFailureAt.getTime() + delay, now);
}

/** The attempts of an account with one more. */
export function countForAccount(attempts: Attempts | undefined, now: Date): Attempts {
  const before = !attempts || isRested(attempts, now) ? 0 : attempts.failures;
  return { failures: before + 1, lastFailureAt: now };
}

/** Also where a clock was set back: an error in the future says nothing. */
const isRested = ({ lastFailureAt }: Attempts, now: Date): boolean => {
  const since = now.getTime() - lastFailureAt.getTime();
  return since < 0 || since >= rest;
};

/** So many errors are forgiven together; after that one is allowed in each stretch of time, in which one wears off. */
export interface Pace {
  allows: number;
  /** Milliseconds. */
  every: number;
}

/** A school with all its classes may stand behind one address: only a machine makes so many errors in ten minutes. */
export const networkPace: Pace = { allows: 300, every: 2000 };
/**
 * Passwords for one account, from all addresses together: from one address it waits long before that. Bounds a thousand
 * addresses to some three hundred guesses a day.
 */
export const passwordPace: Pace = { allows: 100, every: 5 * minute };
/**
 * Codes of a second step for one account, from all addresses together. Only who knows the password can try them; a hundred
 * guesses a day, of a million codes.
 */
export const codePace: Pace = { allows: 100, every: 864_000 };

/** What is left of the errors: they wear off at the pace at which they are allowed. */
const left = ({ failures, lastFailureAt }: Attempts, now: Date, { every }: Pace): number =>
  Math.max(0, failures - Math.floor(Math.max(0, now.getTime() - lastFailureAt.getTime()) / every));

/** How long whatever keeps this pace still has to wait, in seconds. */
export function paceWait(attempts: Attempts | undefined, now: Date, pace: Pace): number {
  if (!attempts || left(attempts, now, pace) < pace.allows) return 0;
  return secondsUntil(attempts.lastFailureAt.getTime() + (attempts.failures - pace.allows + 1) * pace.every, now);
}

/** The errors with one more. */
export const countAtPace = (attempts: Attempts | undefined, now: Date, pace: Pace): Attempts => ({
  failures: (attempts ? left(attempts, now, pace) : 0) + 1,
  lastFailureAt: now,
});

const secondsUntil = (at: number, now: Date): number => Math.max(0, Math.ceil((at - now.getTime()) / 1000));

/** What counts as one network: an IPv4 address, or the /64 that one household or school gets of IPv6. */
export function networkOf(ip: string): string {
  const [plain = ''] = ip.replace(/^::ffff:(?=\d+\.)/i, '').split('%', 1);
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
