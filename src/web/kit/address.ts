import type { Actor } from '../../platform/access/actor.js';
import type { SearchWords } from '../../platform/access/search-words.js';
import type { AnyForm } from '../ui/form-fields.js';

/** An address with what is filled in behind it. */
export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const filled = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}

/** What was filled in to find people: the field with names sealed, the others as they are. */
export interface Search {
  path: string;
  form: AnyForm;
  names: string;
  others?: readonly string[];
}

/** Where a search that was sent leads to. */
export function searchAddress(words: SearchWords, actor: Actor, { path, form, names, others = [] }: Search): string {
  const text = form.text(names).trim();
  return withQuery(path, {
    ...Object.fromEntries(others.map((name) => [name, form.text(name)])),
    words: text ? words.seal(actor, text) : undefined,
  });
}
