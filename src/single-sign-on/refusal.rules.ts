import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { TooMuch } from './bounded-fetch.rules.js';
import type { Refusal } from './single-sign-on.types.js';

/** What OAuth calls "not now". */
const notNow = ['temporarily_unavailable', 'server_error'];

/**
 * What went wrong between us and a provider. Only what is plainly a provider that does not answer is called so: anything
 * else does not hold, and lets nobody in. The detail is for the log: a code of the library, never what came from outside.
 */
export function refusalOf(error: unknown): { reason: Refusal; detail: string } {
  if (error instanceof AuthorizationResponseError) {
    if (error.error === 'access_denied') return { reason: 'denied', detail: 'access-denied' };
    return { reason: notNow.includes(error.error) ? 'unavailable' : 'untrusted', detail: 'authorization-error' };
  }
  if (error instanceof ResponseBodyError)
    return { reason: error.status >= 500 ? 'unavailable' : 'untrusted', detail: 'token-error' };
  if (error instanceof TooMuch) return { reason: 'untrusted', detail: 'too-much' };
  if (error instanceof ClientError) return { reason: reasonOf(error), detail: error.code ?? 'client-error' };
  if (isDown(error)) return { reason: 'unavailable', detail: 'fetch-failed' };
  return { reason: 'untrusted', detail: 'unexpected' };
}

function reasonOf({ code, cause }: ClientError): Refusal {
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return 'unavailable';
  if (cause instanceof Response) return cause.status >= 500 || cause.status === 429 ? 'unavailable' : 'untrusted';
  return isDown(cause) ? 'unavailable' : 'untrusted';
}

/** By name: what fetch() throws says no more of a name, a port or a certificate that does not do, and may be of another realm. */
function isDown(thrown: unknown): boolean {
  const { name, message } = (thrown ?? {}) as Partial<Error>;
  return (
    (name === 'TypeError' && /fetch failed|terminated/i.test(message ?? '')) ||
    name === 'TimeoutError' ||
    name === 'AbortError'
  );
}
