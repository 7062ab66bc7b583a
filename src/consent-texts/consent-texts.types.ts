/** Each purpose has texts of its own: a yes for one never serves another. */
export const textPurposes = ['intake', 'handover', 'follow-up'] as const;
export type TextPurpose = (typeof textPurposes)[number];

/** The language in which every version begins; the others are translations of it. */
export const BASE_LANGUAGE = 'nl';
export const LONGEST_TITLE = 120;
export const LONGEST_BODY = 4000;

/** One text as it stands in the table. `{school}` is where the name of the receiving school comes. */
export interface ConsentTextRow {
  id: string;
  purpose: TextPurpose;
  version: string;
  /** BCP 47: `nl`, `ar`, `zh-Hant`. */
  language: string;
  /** What its own readers call it: `العربية`. */
  languageName: string;
  title: string;
  paragraphs: string[];
  /** ISO: from when it is shown. */
  validFrom: string;
  /** Added by the region; otherwise it comes with the product. */
  regional: boolean;
}

/** A version with its languages. */
export interface TextVersion {
  purpose: TextPurpose;
  version: string;
  /** The one that a new yes is given to. */
  newest: boolean;
  /** It has yet to begin. */
  ahead: boolean;
  texts: ConsentTextRow[];
}

/** A text on the screen: filled in, with the other languages that it can be read in. */
export interface ShownText {
  id: string;
  purpose: TextPurpose;
  version: string;
  language: string;
  languageName: string;
  direction: 'ltr' | 'rtl';
  title: string;
  paragraphs: string[];
  languages: { language: string; languageName: string; direction: 'ltr' | 'rtl' }[];
}
