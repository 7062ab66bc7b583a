import type { OpleidingFacts } from '../../opleidingen/opleidingen.types.js';
import type { Option } from '../ui/form-fields.js';

export const niveauOptions: Option[] = [
  { value: '1', text: '1 (entree)' },
  { value: '2', text: '2' },
  { value: '3', text: '3' },
  { value: '4', text: '4' },
];
export const leerwegOptions: Option[] = [
  { value: 'bol', text: 'bol (vooral op school)' },
  { value: 'bbl', text: 'bbl (vooral werken)' },
];

/** "niveau 2 · bbl · crebo 25180" */
export const describe = ({ niveau, leerweg, crebo }: OpleidingFacts): string =>
  `niveau ${niveau} · ${leerweg} · crebo ${crebo}`;
