/** An identity provider, as the file names it. */
export interface Provider {
  /** In addresses: `/aanmelden/met/entree`. */
  id: string;
  /** On the button. */
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  clientAuth: 'basic' | 'post';
  scope: string;
  acrValues: string | null;
  /** The claim that names the school. */
  schoolClaim: string;
  /** The BRIN of each school that this provider may speak for, by what the claim says. */
  schools: ReadonlyMap<string, string>;
  /** What counts as a second step that was given at the provider. */
  secondFactor: { acr: readonly string[]; amr: readonly string[] };
  /** For each request to the provider, in seconds. */
  timeout: number;
}

/** Of a provider what the pages show. */
export interface ShownProvider {
  id: string;
  name: string;
}

/** Who someone is according to a provider: the only two words by which a person is known again. */
export interface Identity {
  provider: string;
  issuer: string;
  subject: string;
  /** The school that the provider names, and for which it may speak. */
  brin: string;
  /** When the second step was given at the provider, if it was. */
  factorAt: Date | null;
  /** When the person signed in there, if the provider says so. */
  authenticatedAt: Date | null;
}

/** Why no session came of it; each has its page. */
export const refusals = [
  'unavailable', // the provider does not answer, or not in time
  'untrusted', // it answers something that does not hold
  'denied', // the person stopped there
  'begun-elsewhere', // another browser, too long ago, or the second time
  'school', // names no school, or one for which it may not speak
  'not-here', // known, but nothing at that school now
  'taken', // belongs to another account already
] as const;
export type Refusal = (typeof refusals)[number];

/** What a sign-in at the provider was begun for. */
export type Purpose = { to: 'sign-in'; returnTo?: string } | { to: 'link'; sessionId: string };

/** One of one's own ways in. */
export interface OwnIdentity {
  id: string;
  /** Its name, or the issuer where the provider is no longer configured. */
  name: string;
  linkedAt: Date;
}
