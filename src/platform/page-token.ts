import { DomainError, invalid } from './errors/domain-error.js';

/** Where the next page of a list ordered by name begins: after this row. */
export interface PageStart {
  name: string;
  id: string;
}

export const pageToken = ({ name, id }: PageStart): string =>
  Buffer.from(JSON.stringify([name, id])).toString('base64url');

/** null when it is not a token of ours. */
export function readPageToken(token: string): PageStart | null {
  try {
    const [name, id, ...more] = JSON.parse(Buffer.from(token, 'base64url').toString()) as unknown[];
    if (typeof name !== 'string' || typeof id !== 'string' || more.length > 0) return null;
    return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && !name.includes('\0') ? { name, id } : null;
  } catch {
    return null;
  }
}

/**
 * A page of a list with names of people, out of rows of which one more was asked for than it shows: that one tells whether
 * there is a next page. That begins after the last row, by its id, because a name does not belong in an address. Nothing
 * behind such a row: it is gone.
 */
export function pageAfter<R extends { id: string }>(rows: readonly R[], size: number, after: string | undefined) {
  if (after !== undefined && rows.length === 0) throw invalid([{ field: 'pageToken', code: 'page-unknown' }]);
  const items = rows.slice(0, size);
  return { items, nextPageToken: rows.length > size ? items.at(-1)!.id : null };
}

const offsetToken = (offset: number): string => Buffer.from(String(offset)).toString('base64url');

/** Of a list that is paged by counting: what to send for the pages before and after the one that skips so many rows. */
export const pagesAround = (
  offset: number,
  size: number,
  more: boolean,
): { previousPage?: string; nextPage?: string } => ({
  ...(offset > 0 ? { previousPage: offsetToken(Math.max(offset - size, 0)) } : {}),
  ...(more ? { nextPage: offsetToken(offset + size) } : {}),
});

/** How many rows the page skips that was sent; without one none. */
export function offsetOf(page: string | undefined): number {
  const text = page === undefined ? '0' : Buffer.from(page, 'base64url').toString();
  if (!/^\d{1,6}$/.test(text)) throw new DomainError('page-unknown', 400);
  return Number(text);
}
