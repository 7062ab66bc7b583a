export const leerwegen = ['bol', 'bbl'] as const;
export type Leerweg = (typeof leerwegen)[number];

/** What a programme is, whoever offers it. */
export interface OpleidingFacts {
  crebo: string;
  name: string;
  /** 1 (entree) to 4. */
  niveau: number;
  leerweg: Leerweg;
}

/** A programme as a school offers it, with the words to show it. */
export interface OfferedOpleiding extends OpleidingFacts {
  id: string;
  schoolId: string;
  schoolName: string;
  locationId: string;
  locationName: string;
  place: string;
  /** false: withdrawn; kept, because pupils applied for it. */
  offered: boolean;
  version: number;
}

/** One line of a select list. */
export interface OpleidingChoice extends OpleidingFacts {
  id: string;
  schoolId: string;
  schoolName: string;
  locationName: string;
}

/** A place where the school of the actor can offer programmes. */
export interface OwnLocation {
  id: string;
  name: string;
  place: string;
}
