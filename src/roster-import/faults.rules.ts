import { type FaultCode, faultTexts, type NoticeCode, noticeTexts } from './fault-texts.types.js';
import type { RosterNotice, RowFault } from './roster.types.js';

type Params = Record<string, string | number>;

const fill = (text: string, params: Params): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

/** What was found, fit to show: no invisible characters, at most 40 characters. */
export function shorten(found: string): string {
  const visible = [...found.replace(/\p{C}/gu, '\u00B7').trim()];
  return visible.length > 40 ? `${visible.slice(0, 39).join('')}\u2026` : visible.join('');
}

export interface FaultPlace {
  file: string;
  line?: number | null;
  column?: string | null;
  found?: string;
}

/**
 * The faults of one upload. Counts all of them and keeps the first `keep`: a file with one wrong column can have a
 * fault per cell, and nobody reads the second thousand.
 */
export class Faults {
  readonly items: RowFault[] = [];
  readonly notices: RosterNotice[] = [];
  total = 0;
  #once = new Set<string>();

  constructor(private readonly keep = 1000) {}

  add(code: FaultCode, place: FaultPlace, params: Params = {}): void {
    this.total += 1;
    if (this.items.length >= this.keep) return;
    this.items.push({
      file: place.file,
      line: place.line ?? null,
      column: place.column ?? null,
      found: shorten(place.found ?? ''),
      code,
      expected: fill(faultTexts[code].expected, params),
    });
  }

  /** The same notice is given once. */
  notice(code: NoticeCode, params: Params = {}, place: { file?: string; line?: number } = {}): void {
    const shown = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, shorten(String(value))]));
    const text = fill(noticeTexts[code], shown);
    if (this.#once.has(text) || this.notices.length >= this.keep) return;
    this.#once.add(text);
    this.notices.push({ code, text, file: place.file ?? null, line: place.line ?? null });
  }

  get any(): boolean {
    return this.total > 0;
  }
}
