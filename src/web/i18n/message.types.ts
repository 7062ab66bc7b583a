import type { nl } from './nl.js';

export interface Plural {
  one: string;
  other: string;
}
/** The same keys as the Dutch area, with other words. */
export type SameKeys<Area> = { [K in keyof Area]: Area[K] extends string ? string : Plural };

type Source = typeof nl;
export type MessageKey = keyof Source;
export type Messages = SameKeys<Source>;
export type Params = Record<string, string | number>;

/** The names between braces in a message become its required parameters. */
type Names<S> = S extends `${string}{${infer P}}${infer Rest}` ? P | Names<Rest> : never;
type ParamNames<K extends MessageKey> = Source[K] extends string
  ? Names<Source[K]>
  : Names<Source[K][keyof Source[K]]> | 'count';
export type Args<K extends MessageKey> = [ParamNames<K>] extends [never]
  ? []
  : [{ [P in ParamNames<K>]: string | number }];
/** Keys that need no parameters, for menus. */
export type PlainKey = { [K in MessageKey]: Args<K> extends [] ? K : never }[MessageKey];
