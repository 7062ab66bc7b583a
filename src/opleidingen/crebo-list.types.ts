import type { OpleidingFacts } from './opleidingen.types.js';

interface FaultText {
  /** What is wrong. */
  text: string;
  /** What should stand there; `{name}` is filled in. */
  expected: string;
}

/** What can be wrong at one place of a crebo list, in words for the one who has to mend it. */
export const creboFaultTexts = {
  'cells-too-few': { text: 'Deze rij heeft te weinig cellen.', expected: '{count} cellen, net als de kolomnamen' },
  'cells-too-many': {
    text: 'Deze rij heeft te veel cellen.',
    expected: '{count} cellen, net als de kolomnamen; een tekst met een komma hoort tussen aanhalingstekens',
  },
  'quote-wrong': {
    text: 'De aanhalingstekens in deze rij kloppen niet.',
    expected: 'een " aan het begin én aan het eind van de cel; een " binnen de cel wordt ""',
  },
  'cell-formula': {
    text: 'Deze cel lijkt op een formule van een rekenblad.',
    expected: 'tekst die niet begint met = + - of @',
  },
  'cell-control': { text: 'In deze cel staat een onzichtbaar stuurteken.', expected: 'gewone tekst op één regel' },
  'cell-garbled': {
    text: 'Hier zijn letters verminkt, bijvoorbeeld "CoÃ¶rdinator" in plaats van "Coördinator".',
    expected: 'een bestand dat is opgeslagen als "CSV UTF-8"',
  },
  'cell-too-long': { text: 'Deze tekst is te lang.', expected: 'ten hoogste {max} tekens' },
  'crebo-empty': { text: 'De crebo-code ontbreekt.', expected: 'vijf cijfers, zoals 25180' },
  'crebo-wrong': { text: 'Dit is geen crebo-code.', expected: 'vijf cijfers, zoals 25180' },
  'name-empty': { text: 'De naam ontbreekt.', expected: 'de naam van de opleiding' },
  'name-wrong': { text: 'Dit is geen naam.', expected: 'een naam met ten minste één letter' },
  'niveau-empty': { text: 'Het niveau ontbreekt.', expected: '1, 2, 3 of 4; entree is 1' },
  'niveau-wrong': { text: 'Dit is geen niveau van het mbo.', expected: '1, 2, 3 of 4; entree is 1' },
  'leerweg-empty': { text: 'De leerweg ontbreekt.', expected: 'BOL, BBL of BOL/BBL' },
  'leerweg-wrong': { text: 'Deze leerweg is niet bekend.', expected: 'BOL, BBL of BOL/BBL' },
  'offer-twice': {
    text: 'Deze crebo-code staat al in de lijst met dezelfde leerweg.',
    expected: 'elke crebo-code één keer per leerweg; zie ook regel {line}',
  },
  'crebo-contradicts': {
    text: 'Deze crebo-code staat al in de lijst met een andere naam of een ander niveau.',
    expected: '{name}, niveau {niveau}, zoals op regel {line}',
  },
} as const satisfies Record<string, FaultText>;
export type CreboFaultCode = keyof typeof creboFaultTexts;

/** One fault: where, what stands there, and what should stand there. */
export interface CreboFault {
  /** Line in the file as an editor counts it. */
  line: number;
  /** Header of the column as the file spells it; null when the whole row is meant. */
  column: string | null;
  /** At most 40 characters. */
  found: string;
  code: CreboFaultCode;
  /** What is wrong, in plain Dutch. */
  text: string;
  expected: string;
  /** What could still be read of the row: tells whether it is among the programmes that were chosen. */
  crebo: string | null;
  domein: string | null;
}

/** A programme in the list in one leerweg. */
export interface CreboOffer extends OpleidingFacts {
  line: number;
  domein: string | null;
}

export interface CreboList {
  /** Rows below the header that have something in them. */
  rows: number;
  offers: CreboOffer[];
  faults: CreboFault[];
}

/** Why nothing of a file could be read; a code of the message catalogue, with what fills it in. */
export interface FileFault {
  code:
    | 'list-empty'
    | 'list-is-spreadsheet'
    | 'list-not-text'
    | 'list-utf16'
    | 'list-line-too-long'
    | 'list-separator'
    | 'list-column-missing'
    | 'list-column-twice'
    | 'list-no-rows'
    | 'list-too-many-rows';
  params: Record<string, string | number>;
}
