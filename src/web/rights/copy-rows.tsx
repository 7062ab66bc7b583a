import type { ComponentChildren } from 'preact';
import { useView, type View } from '../kit/view.js';
import { DateText, type SummaryRow } from '../ui/blocks.js';

/** Rows with something in them. */
export const filled = (rows: readonly (SummaryRow | false | null)[]): SummaryRow[] =>
  rows.filter((row): row is SummaryRow => Array.isArray(row) && row[1] !== null && row[1] !== '');
export const day = (at: string | null): ComponentChildren => at && <DateText at={at} short />;
export const moment = (at: string | null): ComponentChildren => at && <DateText at={at} time />;
/** "Daan Visser, op 3 november 2026 om 10:15"; null when it did not happen. */
export const byOn = ({ t, words }: View, name: string | null, at: string | null): string | null =>
  at && t('copy.by-on', { name: name ?? '', at: words.dateTime(at) });
export function None() {
  const { t } = useView();
  return <p class="app-muted">{t('copy.none')}</p>;
}
