import type { CreboOffer } from './crebo-list.types.js';
import type { Leerweg } from './opleidingen.types.js';

export const lineStates = ['new', 'changed', 'unchanged'] as const;
export type LineState = (typeof lineStates)[number];

/** What the school has at the location of an import. */
export interface ExistingOpleiding {
  id: string;
  crebo: string;
  name: string;
  niveau: number;
  leerweg: Leerweg;
  offered: boolean;
  version: number;
}

/** One programme of the list beside what the school has. */
export interface ImportLine extends CreboOffer {
  /** Names the line: `25180-bol`. */
  key: string;
  state: LineState;
  /** What is there now; null when the programme is new. */
  current: ExistingOpleiding | null;
}

/** Which programmes of a list a school offers. Together they make one choice. */
export interface Choice {
  everything: boolean;
  domeinen: readonly string[];
  crebos: readonly string[];
  /** Narrows `everything`, `domeinen` and `crebos`; none means both. */
  leerwegen: readonly Leerweg[];
  /** Single programmes: `25180-bol`. */
  opleidingen: readonly string[];
}
