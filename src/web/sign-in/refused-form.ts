import { DomainError } from '../../platform/errors/domain-error.js';
import { type Form } from '../kit/form.js';

/** What signing in refuses stays on the page it was typed on. */
const shown = [401, 429, 503];

export interface RefusedForm<T extends object> {
  form: Form<T>;
  status: number;
}

/** The form again, with what was refused in words; anything that is not for the form is thrown on. */
export function refusedForm<T extends object>(form: Form<T>, error: unknown): RefusedForm<T> {
  // Whose session is over while the form was open signs in first.
  if (error instanceof DomainError && error.code === 'unauthenticated') throw error;
  if (!(error instanceof DomainError) || !shown.includes(error.status))
    return { form: form.refused(error), status: 422 };
  const { status, code, params } = error;
  return {
    form: form.withFaults([typeof params.retryAfter === 'number' ? waiting(params.retryAfter) : { field: '', code }]),
    status,
  };
}

const waiting = (seconds: number) =>
  seconds > 90
    ? { field: '', code: 'sign-in.wait-minutes', params: { count: Math.ceil(seconds / 60) } }
    : { field: '', code: 'sign-in.wait-seconds', params: { count: seconds } };
