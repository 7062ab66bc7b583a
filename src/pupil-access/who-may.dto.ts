import type { Purpose, Section } from '../consent/consent.types.js';
import type { Role } from '../platform/access/actor.js';
import type { Basis, Extent } from './pupil-access.types.js';

/** A section that may be read now. */
export class MayReadResponse {
  section: Section;
  /** How much of it. */
  extent: Extent;
  /** On which ground. */
  basis: Basis;
  /** Of a share: what it is for. */
  purpose: Purpose | null;
  shareId: string | null;
  /** `yyyy-mm-dd`: from this day on it may not be read any more, as it stands now; null: as long as things are as they are. */
  endsOn: string | null;
}
export class MayReadPersonResponse {
  id: string;
  name: string;
}
/** People who may read the same in the same role. */
export class MayReaderResponse {
  role: Role;
  people: MayReadPersonResponse[];
  /** By application or placement alone: name, birth date and opleiding. */
  listed: boolean;
  /** What is not here may not be read. */
  sections: MayReadResponse[];
}
/** What is shared with a school now, whoever reads it there. */
export class StandingShareResponse {
  id: string;
  basis: 'consent' | 'statutory';
  purpose: Purpose;
  sections: Section[];
  /** `yyyy-mm-dd`: from this day the school no longer reads it. */
  endsOn: string;
  /** Whether the one who asks can take it back. */
  mayWithdraw: boolean;
}
export class MaySchoolResponse {
  id: string;
  name: string;
  /** The pupil's own school. */
  home: boolean;
  /** A live application or placement there. */
  tied: boolean;
  shares: StandingShareResponse[];
  readers: MayReaderResponse[];
}

/** Who may read what of a dossier at this moment. */
export class WhoMayResponse {
  /** ISO 8601. */
  at: string;
  /** The own school first. */
  schools: MaySchoolResponse[];
  /** Every guardian; who may read nothing has no sections. */
  guardians: MayReaderResponse[];
}
