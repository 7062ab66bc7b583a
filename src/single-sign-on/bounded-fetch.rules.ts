import type { CustomFetch } from 'openid-client';

/** Metadata, keys and tokens are a few kilobytes. */
const most = 256 * 1024;

export class TooMuch extends Error {}

/** A provider that lies may also send without end: of an answer no more is read than one can need. */
export const boundedFetch: CustomFetch = async (url, options) => {
  const response = await fetch(url, options as RequestInit);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > most) throw new TooMuch();
    parts.push(part);
  }
  const { status, statusText, headers } = response;
  return new Response(length > 0 ? Buffer.concat(parts) : null, { status, statusText, headers });
};
