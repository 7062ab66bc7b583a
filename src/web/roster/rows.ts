import type { AnyForm } from '../ui/form-fields.js';

/** A row of a form in a table: what stands there now, and its number in the form. */
export interface FormRow<T> {
  now: T;
  at: number;
}

/**
 * The rows of a list in the order of the form that came back, so that each fault stays with its row; who is gone
 * meanwhile drops out. A new form has them in the order of the list.
 */
export function rowsOf<T>(list: readonly T[], form: AnyForm, idField: string, idOf: (item: T) => string): FormRow<T>[] {
  const sent = new Map<string, number>();
  for (let at = 0; form.text(`rows.${at}.${idField}`) !== ''; at++) sent.set(form.text(`rows.${at}.${idField}`), at);
  if (sent.size === 0) return list.map((now, at) => ({ now, at }));
  return list
    .flatMap((now) => {
      const at = sent.get(idOf(now));
      return at === undefined ? [] : [{ now, at }];
    })
    .sort((a, b) => a.at - b.at);
}

/**
 * The version that a row is sent with: the one that was read. When somebody else was faster it is the one of now, because
 * the page then says what stands there and saving again is on purpose.
 */
export const versionOf = (form: AnyForm, at: number, now: number, overtaken: boolean): string =>
  (overtaken ? '' : form.text(`rows.${at}.version`)) || String(now);
