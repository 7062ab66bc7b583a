import type { ComponentChildren } from 'preact';
import { useView } from '../kit/view.js';
import { DateText, type SummaryRow } from '../ui/blocks.js';

/** Rows with something in them. */
export const filled = (rows: readonly (SummaryRow | false | null)[]): SummaryRow[] =>
  rows.filter((row): row is SummaryRow => Array.isArray(row) && row[1] !== null && row[1] !== '');
export const day = (at: string | null): ComponentChildren => at && <DateText at={at} short />;
export const moment = (at: string | null): ComponentChildren => at && <DateText at={at} time />;
export function None() {
  const { t } = useView();
  return <p class="app-muted">{t('copy.none')}</p>;
}
