export interface FieldFault {
  /** Dotted path of the field, as in the request: `rows.3.remark`. */
  field: string;
  /** Code of the fault, a key of the message catalogue. */
  code: string;
  params?: Record<string, string | number>;
}

/**
 * A refusal with a name. The filter makes problem+json (RFC 9457) or a page of it; `code` is a key of the message
 * catalogue, `params` fill it in. Never put personal data in a code; params are shown to the sender only, not logged.
 */
export class DomainError extends Error {
  /** Runs in a transaction of its own after the refused one was rolled back: the audit row of a refusal. */
  afterRollback?: () => Promise<void>;

  constructor(
    readonly code: string,
    readonly status: number,
    readonly params: Record<string, string | number> = {},
    readonly fields: FieldFault[] = [],
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

/** Out of sight is the same as not there. */
export const notFound = (): DomainError => new DomainError('not-found', 404);
export const unauthenticated = (): DomainError => new DomainError('unauthenticated', 401);
export const forbidden = (): DomainError => new DomainError('forbidden', 403);
/** Signed in, but the second step has yet to be given, or set up. */
export const secondFactorRequired = (): DomainError => new DomainError('second-factor-required', 403);
/** The last proof of who this is was given too long ago for this. */
export const stepUpRequired = (): DomainError => new DomainError('step-up-required', 403);
/** The row was changed by someone else since it was read. */
export const staleVersion = (): DomainError => new DomainError('stale-version', 412);
export const invalid = (fields: FieldFault[]): DomainError => new DomainError('invalid', 422, {}, fields);
