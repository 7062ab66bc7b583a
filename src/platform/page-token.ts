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
