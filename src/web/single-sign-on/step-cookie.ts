import type { Request } from 'express';
import { cookie } from '../../platform/access/session-token.js';
import type { Kept } from '../../single-sign-on/single-sign-on.service.js';

const nameOf = (secure: boolean): string => (secure ? '__Host-aanmelding' : 'aanmelding');

/** What this browser keeps between going to a provider and coming back, sealed. */
export const stepOf = (request: Request, secure: boolean): string | undefined => cookie(request, nameOf(secure));

/** Lax: the browser comes back from another site. */
export function withStep(answer: Response, { value, maxAge }: Kept, secure: boolean): Response {
  answer.headers.append(
    'set-cookie',
    `${nameOf(secure)}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
  );
  return answer;
}
export const withoutStep = (answer: Response, secure: boolean): Response =>
  withStep(answer, { value: '', maxAge: 0 }, secure);
