import { createHash } from 'node:crypto';

/** Keys in order and no spaces: written down here apart from the product. */
const inOrder = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inOrder)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort()
            .map(([key, part]) => [key, inOrder(part)]),
        )
      : value;

/** What the fingerprint of a receipt has to be. */
export const fingerprintOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(value)))
    .digest('hex');
