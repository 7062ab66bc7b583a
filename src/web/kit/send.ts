import { DomainError } from '../../platform/errors/domain-error.js';
import type { Form } from './form.js';

/** How sending a form ended: done, or the form to show again with the status that says why. */
export type Sent<T extends object, R> = { result: R; again?: undefined } | { again: Form<T>; status: 412 | 422 };

/**
 * Sends what was filled in to a use case. 422: the form with its faults. 412: someone changed the row meanwhile, and the
 * form keeps what was typed; the page shows it with `form.on(version)` beside what stands there now.
 * @param at id of the part of the page where that is shown, for the link in the error summary
 */
export async function send<T extends object, R>(
  form: Form<T>,
  work: (value: T) => Promise<R>,
  at = '',
): Promise<Sent<T, R>> {
  if (!form.valid) return { again: form, status: 422 };
  try {
    return { result: await work(form.value) };
  } catch (error) {
    if (error instanceof DomainError && error.status === 412)
      return { again: form.withFaults([{ field: at, code: error.code }]), status: 412 };
    return { again: form.refused(error), status: 422 };
  }
}

/** For a page with several forms: one that came back with faults stays on the version that its sender saw, others get this one. */
export const keptOn = <T extends object>(form: Form<T>, version: number, status: number): Form<T> =>
  status === 422 && form.version !== undefined ? form : form.on(version);
