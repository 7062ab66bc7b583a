import type {
  ActivityType,
  Competence,
  ConsentState,
  Custody,
  Key,
  Leerweg,
  Profiel,
  RegionName,
  Section,
} from './region.types.js';
import type { RegionCase } from './showcase.types.js';

/** Month and day, `mm-dd`; the school year says which year. */
export type MonthDay = string;
export type Leerjaar = 1 | 2 | 3 | 4 | 5;

/** A cohort that goes up together: one group per school year. `year` is where it is now; past its last year: gone. */
export interface Line {
  key: Key;
  school: Key;
  location: Key;
  year: number;
  leerweg: Leerweg;
  /** From year 3. */
  profiel: Profiel | null;
  /** Names of the group per year, year 1 first. */
  names: string[];
  /** Pupils, cast included. */
  size: number;
}

export type Origin =
  | 'nl'
  | 'frisian'
  | 'turkish'
  | 'moroccan'
  | 'surinamese'
  | 'antillean'
  | 'polish'
  | 'syrian'
  | 'eritrean'
  | 'chinese'
  | 'ukrainian'
  | 'ghanaian'
  | 'somali'
  | 'romanian'
  | 'portuguese'
  | 'vietnamese'
  | 'afghan';

export interface NamePool {
  origin: Origin;
  /** Share among pupils. */
  weight: number;
  girls: string[];
  boys: string[];
  /** `van der|Linden` for a name with tussenvoegsel. */
  families: string[];
}

/** A direction that a pupil may lean to. */
export interface Interest {
  key: string;
  profielen: Profiel[];
  beroepen: string[];
  /** Where pupils go and look; invented. */
  places: string[];
  opleidingen: Key[];
}

/** An activity that a school runs for a whole class each year. */
export interface ProgrammeItem {
  id: string;
  kind: 'vmbo' | 'pro';
  year: Leerjaar;
  /** Left out: everyone. */
  schools?: Key[];
  leerwegen?: Leerweg[];
  profielen?: Profiel[];
  type: ActivityType;
  title: string;
  on: MonthDay;
  /** Length in days when longer than one. */
  days?: number;
  place: string | null;
  beroep?: string;
  opleiding?: Key;
  goal: string;
  competences: Competence[];
  /** Each class does it; the others are drawn. */
  always?: boolean;
}

/** The pupil's own words on an activity, from one voice: they belong together. */
export interface Words {
  /** Types of activity, or ids of programme items, that the words can be about. */
  fits: string[];
  result: string;
  evaluation: string;
  followUp: string;
}

/** A short reflection that fits anything. */
export interface Thought {
  competence: Competence;
  text: string;
}

/** Who a story reflection is opened to: s(chool), g(uardian), m(bo); empty is private. */
export type Opened = '' | 's' | 'g' | 'm' | 'sg' | 'sm' | 'gm' | 'sgm';

export interface StoryReflection {
  competence: Competence | null;
  opened: Opened;
  text: string;
}

export interface StoryOwnActivity {
  type: ActivityType;
  title: string;
  days?: number;
  place: string | null;
  beroep?: string;
  opleiding?: Key;
  goal: string;
  competences: Competence[];
}

/** One step of a story: an item of the class programme, or an activity of the pupil's own. */
export interface StoryStep {
  year: Leerjaar;
  /** For an own activity; a programme item has its own day. */
  on?: MonthDay;
  programme?: string;
  own?: StoryOwnActivity;
  result: string | null;
  evaluation: string | null;
  followUp: string | null;
  remark?: string;
  reflections?: StoryReflection[];
}

export interface CastGuardian {
  name: RegionName;
  relation: 'parent' | 'carer' | 'institution';
  custody: Custody;
  /** Key of the institution; then `name` is not used. */
  institution?: Key;
  noEmail?: boolean;
}

/** Days are counted back from today, so that the situation stays what it is. */
export interface CastConsent {
  school: Key;
  sections: Section[];
  /** True: the mbo asked; false: the family began. */
  asked: boolean;
  requestedDaysAgo: number;
  validUntilDaysAgo?: number;
  answers: { by: 'pupil' | number; answer: 'yes' | 'no'; daysAgo: number; onPaper?: boolean }[];
  withdrawn?: { by: 'pupil' | number; daysAgo: number };
  state: ConsentState;
}

/** A pupil made by hand. */
export interface CastPupil {
  key: Key;
  line: Key;
  name: RegionName;
  /** Age today. */
  age: { years: number; days: number };
  /** Lines of earlier years when they differ: year -> line; null: not in the region yet. */
  before?: Partial<Record<Leerjaar, Key | null>>;
  /** Was in the last year already last school year, in this line. */
  repeats?: Key;
  guardians: CastGuardian[];
  applications: { opleiding: Key; daysAgo: number; withdrawnDaysAgo?: number }[];
  consents: CastConsent[];
  cases: { case: RegionCase; about: string }[];
  /** How the dossier is filled; `drawn` like any other pupil. */
  dossier: 'story' | 'drawn' | 'stops-after-year-2' | 'class-only' | 'never-outside';
}

export interface Story {
  pupil: Key;
  steps: StoryStep[];
}
