import type { Identity, Provider } from './single-sign-on.types.js';

type Claims = Record<string, unknown>;

/** By the standard a subject is at most 255 characters of ASCII; anything else is none. */
export const isSubject = (text: string): boolean => /^[\x20-\x7e]{1,255}$/.test(text);

/** Whether the ID token alone names the school; else the provider is asked for more. */
export const namesSchool = (claims: Claims, { schoolClaim }: Provider): boolean => claims[schoolClaim] !== undefined;

/**
 * Which school a provider names: one, and one for which it may speak. A BRIN may come with the two digits of a location
 * behind it, as Entree Federatie sends it.
 */
export function brinOf(claims: Claims, { schoolClaim, schools }: Provider): string | null {
  const said = [claims[schoolClaim]].flat();
  const [value] = said;
  if (said.length !== 1 || typeof value !== 'string') return null;
  const location = /^(\d{2}[A-Z]{2})\d{2}$/.exec(value)?.[1];
  return schools.get(value) ?? (location === undefined ? undefined : schools.get(location)) ?? null;
}

/** Without a time it may be what a provider remembers since this morning: given, and no fresh proof. */
const longAgo = new Date(0);

/** Was a second step given there, and when: never later than now, whatever the provider's clock says. */
export function provenAt(
  claims: Claims,
  { secondFactor }: Provider,
  now: Date,
): Pick<Identity, 'factorAt' | 'authenticatedAt'> {
  const { acr, amr, auth_time: at } = claims;
  const authenticatedAt =
    typeof at === 'number' && Number.isFinite(at) ? new Date(Math.min(Math.max(at, 0) * 1000, now.getTime())) : null;
  const given =
    (typeof acr === 'string' && secondFactor.acr.includes(acr)) ||
    (Array.isArray(amr) && amr.some((one) => secondFactor.amr.includes(one as string)));
  return { factorAt: given ? (authenticatedAt ?? longAgo) : null, authenticatedAt };
}
