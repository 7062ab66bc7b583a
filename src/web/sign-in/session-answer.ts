import { sessionCookie } from '../../platform/access/session-token.js';

/** Gives the browser the session, until it closes; Lax, so that a link in an e-mail finds one signed in. */
export function withSession(answer: Response, token: string, secure: boolean): Response {
  answer.headers.append('set-cookie', cookie(token, secure));
  return answer;
}

/** Takes the session out of the browser. */
export function withoutSession(answer: Response, secure: boolean): Response {
  answer.headers.append('set-cookie', `${cookie('', secure)}; Max-Age=0`);
  return answer;
}

const cookie = (value: string, secure: boolean): string =>
  `${sessionCookie(secure)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
