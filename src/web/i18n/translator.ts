import { en } from './en.js';
import type { Args, MessageKey, Messages, Params, Plural } from './message.types.js';
import { nl } from './nl.js';

export const locales = ['nl', 'en'] as const;
export type Locale = (typeof locales)[number];

const catalogue: Record<Locale, Messages> = { nl, en };
const zone = { timeZone: 'Europe/Amsterdam' } as const;

/** Words, plurals and dates of one language. Dates are days in Europe/Amsterdam. */
export class Translator {
  private readonly plural: Intl.PluralRules;
  private readonly long: Intl.DateTimeFormat;
  private readonly short: Intl.DateTimeFormat;
  private readonly moment: Intl.DateTimeFormat;
  private readonly clock: Intl.DateTimeFormat;
  private readonly figures: Intl.NumberFormat;

  constructor(readonly locale: Locale) {
    const language = locale === 'en' ? 'en-GB' : locale;
    this.plural = new Intl.PluralRules(language);
    this.long = new Intl.DateTimeFormat(language, { ...zone, day: 'numeric', month: 'long', year: 'numeric' });
    this.short = new Intl.DateTimeFormat(language, { ...zone, day: 'numeric', month: 'short', year: 'numeric' });
    this.moment = new Intl.DateTimeFormat(language, { ...zone, dateStyle: 'long', timeStyle: 'short' });
    this.clock = new Intl.DateTimeFormat(language, { ...zone, timeStyle: 'short' });
    this.figures = new Intl.NumberFormat(language);
  }

  t = <K extends MessageKey>(key: K, ...[params]: Args<K>): string => this.fill(key, params);

  /** For keys that come from data (codes of faults, flash): an unknown one gives a general sentence, never a crash. */
  text = (code: string, params?: Params, otherwise: MessageKey = 'error.general'): string => {
    if (isMessageKey(code)) return this.fill(code, params);
    const limit = /^(max|min)-(\d+)$/.exec(code); // `max-300`: a limit that stands in the code
    if (limit)
      return this.fill(limit[1] === 'max' ? 'invalid.maxLength' : 'invalid.minLength', { limit: limit[2] ?? '' });
    return this.fill(code.startsWith('invalid') ? 'invalid' : otherwise, params);
  };

  date = (at: string | Date): string => this.long.format(new Date(at));
  dateShort = (at: string | Date): string => this.short.format(new Date(at));
  /** "9–20 mrt 2026"; one day when the end is absent or the same. */
  period = (from: string | Date, until?: string | Date | null): string =>
    until ? this.short.formatRange(new Date(from), new Date(until)) : this.dateShort(from);
  /** "22 november 2026 om 10:31" */
  dateTime = (at: string | Date): string => this.moment.format(new Date(at));
  /** "10:31" */
  hour = (at: string | Date): string => this.clock.format(new Date(at));
  number = (n: number): string => this.figures.format(n);

  private fill(key: MessageKey, params?: Params): string {
    const found: string | Plural = catalogue[this.locale][key];
    const text = typeof found === 'string' ? found : found[this.form(params)];
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params?.[name] ?? ''));
  }

  private form(params?: Params): 'one' | 'other' {
    return this.plural.select(Number(params?.count)) === 'one' ? 'one' : 'other';
  }
}

export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(nl, key);

const translators: Record<Locale, Translator> = { nl: new Translator('nl'), en: new Translator('en') };
export const translator = (locale: Locale): Translator => translators[locale];
