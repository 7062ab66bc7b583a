import type { Form } from '../kit/form.js';

/** On a page with several forms: one that came back with faults stays on the version that its sender saw, others get this one. */
export const keptOn = <T extends object>(form: Form<T>, version: number, status: number): Form<T> =>
  status === 422 && form.version !== undefined ? form : form.on(version);
