import type { Section } from '../consent/consent.types.js';
import type { ActivityType, Competence } from '../lob/lob.types.js';
import type { FactsResponse } from '../rectification/rectification.dto.js';

/** The form of the copy. A field that changes its meaning or goes away is a new version; new fields are not. */
export const COPY_VERSION = 1;

/** Who the pupil is, as the school wrote it down. */
export class CopyProfile {
  name: string;
  /** Roepnaam. */
  givenName: string;
  /** First name as in the register, where it differs. */
  registerName: string | null;
  infix: string;
  familyName: string;
  /** `yyyy-mm-dd` */
  birthDate: string;
  email: string | null;
  pupilNumber: string;
  /** The pupil's own school. */
  school: string;
  /** `yyyy-mm-dd`: the day on which the pupil left the school. */
  leftOn: string | null;
  /** Sections that the pupil opened to the guardians, for from 16. */
  openedToGuardians: Section[];
  /** Moment of that opening. */
  openedToGuardiansAt: string | null;
}

export class CopyGuardian {
  name: string;
  /** null: the school has not said. */
  custody: boolean | null;
}

/** A school year, with the klas. */
export class CopyEnrolment {
  /** The year in which the school year began. */
  schoolYear: number;
  school: string;
  group: string | null;
  /** Leerjaar. */
  year: number | null;
  leerweg: string | null;
  profiel: string | null;
  /** `yyyy-mm-dd` */
  from: string;
  /** `yyyy-mm-dd`, the last day. */
  until: string | null;
}

export class CopyMentor {
  name: string;
  substitute: boolean;
  /** `yyyy-mm-dd` */
  from: string;
  /** `yyyy-mm-dd`, the last day. */
  until: string;
}

/** One activity: the pupil's own, the school's, and what was taken out again. */
export class CopyActivity {
  id: string;
  type: ActivityType;
  title: string;
  place: string;
  /** `yyyy-mm-dd` */
  startsOn: string;
  /** `yyyy-mm-dd` */
  endsOn: string | null;
  beroep: string;
  opleiding: string | null;
  goal: string;
  competences: Competence[];
  /** What the school remarked on the pupil. */
  remark: string;
  /** The pupil's own words. */
  result: string;
  evaluation: string;
  followUp: string;
  /** The klas for which it was logged. */
  group: string | null;
  /** Name of who logged it. */
  loggedBy: string;
  loggedAt: string;
  /** When it was taken out of the dossier. */
  removedAt: string | null;
  removedReason: string | null;
}

export class CopyReflection {
  /** Of the activity that it is about. */
  activityId: string;
  text: string;
  writtenAt: string;
  openedToSchoolAt: string | null;
  openedToGuardianAt: string | null;
  openedToMboAt: string | null;
}

/** The text that was on the screen; `{school}` stands for the school as it was named then. */
export class CopyText {
  language: string;
  title: string;
  /** Paragraphs. */
  body: string[];
}
/** A yes or a no to a share. */
export class CopyAnswer {
  by: 'pupil' | 'guardian';
  name: string;
  agreed: boolean;
  at: string;
  /** null: given before texts were kept with the answer. */
  text: CopyText | null;
  /** Day of the signature, of an answer on paper. */
  signedOn: string | null;
  /** Who wrote it down from paper, and who was the second. */
  recordedBy: string[] | null;
  /** When another answer of the same person took its place. */
  replacedAt: string | null;
}
/** What was shared with a school, or asked for. */
export class CopyShare {
  toSchool: string;
  /** Name of the school when the share was made, as it stood in the text. */
  toSchoolNamed: string;
  sections: Section[];
  purpose: string;
  /** Which version of the text was shown. */
  textVersion: string;
  createdAt: string;
  /** When the school asked, and who there. */
  askedAt: string | null;
  askedBy: string | null;
  /** Why it asked. */
  askedReason: string | null;
  /** The pupil put the request off until then. */
  laterUntil: string | null;
  inForceSince: string | null;
  validUntil: string;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
  answers: CopyAnswer[];
}

export class CopyApplication {
  school: string;
  opleiding: string;
  crebo: string;
  niveau: number;
  leerweg: string;
  /** Town of the location. */
  place: string;
  /** `yyyy-mm-dd` */
  appliedOn: string;
  /** `yyyy-mm-dd` */
  plannedStart: string;
  recordedBy: string;
  withdrawnAt: string | null;
}

/** Who guides the pupil at the mbo, by name. */
export class CopySlb {
  name: string;
  /** `yyyy-mm-dd` */
  from: string;
  /** `yyyy-mm-dd`; null: no end yet. */
  until: string | null;
  recordedBy: string;
}
/** Where the pupil was admitted. */
export class CopyPlacement {
  school: string;
  opleiding: string;
  /** `yyyy-mm-dd` */
  startsOn: string;
  /** `yyyy-mm-dd`, the last day. */
  endedOn: string | null;
  recordedBy: string;
  recordedAt: string;
  /** Oldest first. */
  slb: CopySlb[];
}

/** What was said not to be right, and what the school answered. */
export class CopyRectification {
  /** `activity`, `remark`, `profile` or `enrolment`. */
  about: string;
  /** Title of the activity it is about. */
  title: string | null;
  wrong: string;
  shouldBe: string;
  /** The fields as they stood when it was asked. */
  was: FactsResponse;
  askedBy: string;
  askedAs: 'pupil' | 'guardian';
  askedAt: string;
  /** `yyyy-mm-dd` */
  dueOn: string;
  /** `corrected` or `kept`; with `kept` the words stand beside it as zienswijze. */
  outcome: string | null;
  answer: string;
  /** The fields since they were put right. */
  became: FactsResponse | null;
  answeredBy: string | null;
  answeredAt: string | null;
  withdrawnAt: string | null;
}

/** What the own school passes on on the ground of the law, with what the family made of it. */
export class CopyHandover {
  toSchool: string;
  sections: Section[];
  purpose: string;
  /** When the family could look at it, and who prepared it. */
  offeredAt: string;
  offeredBy: string;
  inForceSince: string | null;
  validUntil: string;
  endedAt: string | null;
  endedBy: string | null;
  answers: CopyView[];
}
export class CopyView {
  by: 'pupil' | 'guardian';
  name: string;
  agreed: boolean;
  /** The own words (zienswijze). */
  view: string;
  at: string;
}

/** What a school took over in a system of its own. */
export class CopyTakenOver {
  school: string;
  by: string;
  /** In which role. */
  role: string;
  purpose: string;
  /** `consent` or `statutory`. */
  basis: string[];
  sections: Section[];
  at: string;
  /** SHA-256 of the file. */
  fingerprint: string;
}
/** What a school was told about what it may read, and what it said. */
export class CopyNotice {
  school: string;
  purpose: string;
  kind: string;
  /** What it could read from then on. */
  sections: Section[];
  /** What it could no longer read. */
  lost: Section[];
  until: string | null;
  at: string;
  /** `removed` or `kept`: what it did with what it had taken over. */
  outcome: string | null;
  keptReason: string | null;
  confirmedBy: string | null;
  confirmedAt: string | null;
}

/** A request to be forgotten, and what the school decided. */
export class CopyErasureRequest {
  words: string;
  askedBy: string;
  askedAs: 'pupil' | 'guardian';
  askedAt: string;
  /** `yyyy-mm-dd` */
  dueOn: string;
  /** `everything`, `part` or `refused`. */
  outcome: string | null;
  /** Which parts went. */
  parts: string[];
  answer: string;
  decidedBy: string | null;
  decidedAt: string | null;
  withdrawnAt: string | null;
}
/** Nothing could be erased while it stood. */
export class CopyHold {
  reason: string;
  setBy: string;
  setAt: string;
  liftedBy: string | null;
  liftedAt: string | null;
  liftedReason: string | null;
}

/** A letter with a one-time code; the code itself is kept by nobody. */
export class CopyLetter {
  issuedAt: string;
  expiresAt: string;
  usedAt: string | null;
}
export class CopySession {
  /** A browser and a system in a word each, such as `firefox windows`; empty when unknown. */
  device: string;
  /** The identity provider through which it began, if it did. */
  provider: string | null;
  /** When the provider last saw a proof of who this is. */
  provenAt: string | null;
  startedAt: string;
  lastSeenAt: string;
  endedAt: string | null;
}
/** A message by e-mail that something was there to see; it holds nothing of the dossier. */
export class CopyMessage {
  kind: string;
  /** `waiting`, `sent` or `failed`. */
  status: string;
  createdAt: string;
  /** When it was sent, or given up. */
  endedAt: string | null;
}
/** An identity at a provider of the school that opens the account. */
export class CopyIdentity {
  issuer: string;
  /** What the provider calls this person: a word that means nothing elsewhere. */
  subject: string;
  linkedAt: string;
}
export class CopyAccount {
  /** Username. */
  login: string;
  createdAt: string;
  activatedAt: string | null;
  letters: CopyLetter[];
  sessions: CopySession[];
  identities: CopyIdentity[];
  messages: CopyMessage[];
}

/** Who saw or changed something in the dossier. */
export class CopyEvent {
  at: string;
  /** Name, as far as it is still known. */
  who: string;
  role: string;
  /** School where that person worked. */
  school: string | null;
  action: string;
  sections: string[];
  /** On which ground. */
  basis: string | null;
  purpose: string | null;
  /** A code, where the action alone does not say why. */
  reason: string | null;
}

/** Everything that is known of one pupil, from day one to now. Moments are ISO 8601, days `yyyy-mm-dd`. */
export class OwnCopyResponse {
  /** Always `doorstroomdossier-own-copy`. */
  format: 'doorstroomdossier-own-copy';
  /** Version of the form of this copy. */
  formatVersion: number;
  takenAt: string;
  profile: CopyProfile;
  guardians: CopyGuardian[];
  /** Oldest first. */
  enrolments: CopyEnrolment[];
  /** Oldest first. */
  mentors: CopyMentor[];
  /** Oldest first; also what was taken out again. */
  activities: CopyActivity[];
  /** Oldest first. A guardian gets those that were opened to guardians. */
  reflections: CopyReflection[];
  applications: CopyApplication[];
  placements: CopyPlacement[];
  shares: CopyShare[];
  /** What the own school passes on on the ground of the law, oldest first. */
  handovers: CopyHandover[];
  /** What schools took over, oldest first. */
  takenOver: CopyTakenOver[];
  /** What schools were told about what they may read, oldest first. */
  schoolsTold: CopyNotice[];
  rectifications: CopyRectification[];
  erasureRequests: CopyErasureRequest[];
  holds: CopyHold[];
  /** null: there is no account yet. */
  account: CopyAccount | null;
  /** Who looked, oldest first. */
  whoLooked: CopyEvent[];
}
