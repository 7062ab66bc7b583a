import { DomainError } from '../platform/errors/domain-error.js';

/** The place of an event in the order of time. */
export interface EventKey {
  /** With microseconds: two events of one moment are still two. */
  keyAt: string;
  keyChain: string;
  keySeq: string;
}
export interface PageStart {
  /** To events of before the key; else to those after it. */
  older: boolean;
  key: EventKey;
  /** Whether somebody turned a page at all. */
  turned: boolean;
}

const newest: EventKey = {
  keyAt: 'infinity',
  keyChain: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  keySeq: '9223372036854775807',
};

/** Turning pages goes by the row itself and not by a count: what is added meanwhile moves nothing. */
const token = (older: boolean, { keyAt, keyChain, keySeq }: EventKey): string =>
  Buffer.from(JSON.stringify([older, keyAt, keyChain, keySeq])).toString('base64url');

export function readPage(text: string | undefined): PageStart {
  if (text === undefined) return { older: true, key: newest, turned: false };
  try {
    const parts = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    const [older, keyAt, keyChain, keySeq] = parts as [boolean, string, string, string];
    const right =
      typeof older === 'boolean' &&
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(keyAt) &&
      !Number.isNaN(Date.parse(keyAt)) &&
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(keyChain) &&
      /^\d{1,18}$/.test(keySeq);
    if (right) return { older, key: { keyAt, keyChain, keySeq }, turned: true };
  } catch {
    // Not a token of ours: refused below.
  }
  throw new DomainError('page-unknown', 400);
}

/** Of one row more than a page, newest first: the page, and where the next ones begin. */
export function pageOf<R extends EventKey, E>(
  rows: readonly R[],
  { older, turned }: PageStart,
  size: number,
  make: (row: R) => E,
): { items: E[]; previousPage?: string; nextPage?: string } {
  const more = rows.length > size;
  const shown = older ? rows.slice(0, size) : rows.slice(-size);
  const [first, last] = [shown[0], shown.at(-1)];
  const hasNewer = older ? turned : more;
  const hasOlder = older ? more : true;
  return {
    items: shown.map(make),
    ...(hasNewer && first ? { previousPage: token(false, first) } : {}),
    ...(hasOlder && last ? { nextPage: token(true, last) } : {}),
  };
}
