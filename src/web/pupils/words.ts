import type { SchoolYearResponse } from '../../dossier/dossier.dto.js';
import type { View } from '../kit/view.js';

/** "kaderberoepsgericht, Zorg en Welzijn" */
export function trackOf({ text }: Pick<View, 'text'>, year: SchoolYearResponse | undefined): string {
  const { leerweg, profiel } = year ?? {};
  return [leerweg && text(`leerweg.${leerweg}`), profiel && text(`profiel.${profiel}`)].filter(Boolean).join(', ');
}

/** 2026 is "2026-2027". */
export const schoolYearText = (year: number): string => `${year}-${year + 1}`;

/** "Verzorgende IG (niveau 3, bol)" */
export const programme = (a: { opleiding: string; niveau: number; leerweg: string }): string =>
  `${a.opleiding} (niveau ${a.niveau}, ${a.leerweg})`;
