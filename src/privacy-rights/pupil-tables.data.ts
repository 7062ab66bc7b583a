import type { OwnCopyResponse } from './own-copy.dto.js';

/** Why a column is not in the copy, where the reason is the same everywhere. */
const key = 'names a row and says nothing';
const shownAsName = 'the name that belongs to it stands in the copy';
const counter = 'counts changes, so that nobody overwrites another';

export interface PupilTable {
  /** Where it stands in the copy, with the columns that do not and why; or why it is not in the copy at all. */
  copy: { part: keyof OwnCopyResponse; without: Record<string, string> } | { not: string };
  /** What is left of it when the pupil was erased: no row at all, or rows that say nothing of him, and why they stay. */
  erased: 'gone' | { stays: string };
}

/**
 * Every table with something of a pupil in it. A test holds this against the schema, column by column: who adds a table
 * or a column says here what it means for the pupil's own copy.
 */
export const pupilTables: Record<string, PupilTable> = {
  pupil: {
    erased: { stays: 'without name, number or day of birth: what is on record needs a row to stand on' },
    copy: {
      part: 'profile',
      without: {
        id: key,
        school_id: shownAsName,
        account_id: key,
        erased_at: 'of who was erased there is no copy, and nobody to take one',
        version: counter,
      },
    },
  },
  guardian: {
    erased: 'gone',
    copy: {
      part: 'guardians',
      without: { id: key, pupil_id: key, school_id: key, person_id: shownAsName, version: counter },
    },
  },
  person: {
    erased: 'gone',
    copy: {
      part: 'guardians',
      without: {
        id: key,
        account_id: key,
        email: 'how to reach another person is not the pupil’s to take along',
        phone: 'how to reach another person is not the pupil’s to take along',
      },
    },
  },
  enrolment: {
    erased: 'gone',
    copy: { part: 'enrolments', without: { id: key, pupil_id: key, school_id: shownAsName, group_id: shownAsName } },
  },
  mentor_assignment: {
    erased: 'gone',
    copy: { part: 'mentors', without: { id: key, pupil_id: key, school_id: key, person_id: shownAsName } },
  },
  activity: {
    erased: 'gone',
    copy: {
      part: 'activities',
      without: {
        id: key,
        log_id: key,
        pupil_id: key,
        school_id: key,
        group_id: shownAsName,
        opleiding_id: shownAsName,
        logged_by: shownAsName,
        version: counter,
      },
    },
  },
  reflection: {
    erased: 'gone',
    copy: {
      part: 'reflections',
      without: { id: key, activity_id: key, pupil_id: key, school_id: key, version: counter },
    },
  },
  consent: {
    erased: { stays: 'that there was one, without a name, to answer for what was read' },
    copy: {
      part: 'shares',
      without: {
        id: key,
        pupil_id: key,
        school_id: key,
        to_school_id: shownAsName,
        asked_by: shownAsName,
        withdrawn_by: shownAsName,
        version: counter,
      },
    },
  },
  consent_answer: {
    erased: { stays: 'that somebody said yes or no, without a name, to answer for what was read' },
    copy: {
      part: 'shares',
      without: {
        id: key,
        consent_id: key,
        pupil_id: key,
        school_id: key,
        by_id: shownAsName,
        text_id: 'the text itself stands in the copy',
        recorded_by: shownAsName,
        second_id: shownAsName,
      },
    },
  },
  consent_answer_past: {
    erased: { stays: 'that somebody said yes or no, without a name, to answer for what was read' },
    copy: {
      part: 'shares',
      without: {
        id: key,
        consent_id: key,
        pupil_id: key,
        school_id: key,
        by_id: shownAsName,
        text_id: 'the text itself stands in the copy',
        recorded_by: shownAsName,
        second_id: shownAsName,
      },
    },
  },
  application: {
    erased: 'gone',
    copy: {
      part: 'applications',
      without: {
        id: key,
        pupil_id: key,
        school_id: key,
        to_school_id: shownAsName,
        opleiding_id: shownAsName,
        recorded_by: shownAsName,
      },
    },
  },
  placement: {
    erased: 'gone',
    copy: {
      part: 'placements',
      without: {
        id: key,
        pupil_id: key,
        school_id: key,
        to_school_id: shownAsName,
        opleiding_id: shownAsName,
        application_id: key,
        recorded_by: shownAsName,
      },
    },
  },
  slb_assignment: {
    erased: 'gone',
    copy: {
      part: 'placements',
      without: {
        id: key,
        placement_id: key,
        pupil_id: key,
        school_id: key,
        to_school_id: key,
        person_id: shownAsName,
        recorded_by: shownAsName,
      },
    },
  },
  rectification: {
    erased: 'gone',
    copy: {
      part: 'rectifications',
      without: {
        id: key,
        pupil_id: key,
        school_id: key,
        section: 'follows from what it is about',
        subject_id: key,
        asked_by: shownAsName,
        answered_by: shownAsName,
        version: counter,
      },
    },
  },
  statutory_share: {
    erased: { stays: 'that there was one, without a name, to answer for what was read' },
    copy: {
      part: 'handovers',
      without: {
        id: key,
        pupil_id: key,
        school_id: key,
        to_school_id: shownAsName,
        offered_by: shownAsName,
        ended_by: shownAsName,
      },
    },
  },
  statutory_answer: {
    erased: { stays: 'that somebody agreed or not, without the zienswijze' },
    copy: {
      part: 'handovers',
      without: { id: key, share_id: key, pupil_id: key, school_id: key, by_id: shownAsName },
    },
  },
  export_receipt: {
    erased: { stays: 'that a school took something over, without what, to answer for it' },
    copy: {
      part: 'takenOver',
      without: {
        id: key,
        pupil_id: key,
        school_id: key,
        to_school_id: shownAsName,
        share_ids: key,
        exported_by: shownAsName,
      },
    },
  },
  share_notice: {
    erased: { stays: 'that a school was told, and what it chose from a list as answer' },
    copy: {
      part: 'schoolsTold',
      without: {
        id: key,
        seq: 'the order in which they stand in the copy',
        pupil_id: key,
        school_id: key,
        to_school_id: shownAsName,
        share_id: key,
        told_at: 'when it was written down; an end that comes by itself is written down beforehand',
        confirmed_by: shownAsName,
      },
    },
  },
  erasure_request: {
    erased: { stays: 'that it was asked and what was decided, without a word of it' },
    copy: {
      part: 'erasureRequests',
      without: {
        id: key,
        pupil_id: key,
        school_id: key,
        asked_by: shownAsName,
        decided_by: shownAsName,
        version: counter,
      },
    },
  },
  legal_hold: {
    erased: { stays: 'that something was held for a while, without the reason' },
    copy: {
      part: 'holds',
      without: { id: key, pupil_id: key, school_id: key, set_by: shownAsName, lifted_by: shownAsName },
    },
  },
  retention_item: {
    erased: { stays: 'which part went when, to show that it did' },
    copy: { not: 'that a term ran out, which the terms say to everyone; nothing of the pupil himself' },
  },
  account: {
    erased: 'gone',
    copy: {
      part: 'account',
      without: {
        id: key,
        password_hash: 'nobody reads it; it would only help a thief',
        disabled_at: 'who reads the copy can sign in, so it is empty',
      },
    },
  },
  activation_code: {
    erased: 'gone',
    copy: {
      part: 'account',
      without: { id: key, account_id: key, code_hash: 'of a code that was on paper; it would only help a thief' },
    },
  },
  session: {
    erased: 'gone',
    copy: {
      part: 'account',
      without: {
        id: key,
        account_id: key,
        school_id: key,
        token_hash: 'it would only help a thief',
        factor_at: 'of the second step, which only staff has',
      },
    },
  },
  external_identity: { erased: 'gone', copy: { part: 'account', without: { id: key, account_id: key } } },
  mail_message: {
    erased: 'gone',
    copy: {
      part: 'account',
      without: {
        id: key,
        person_id: 'of a message to someone else',
        pupil_id: key,
        school_id: key,
        secret: 'a one-time link, for staff only',
        reason: 'why the mail server did not take it',
        tries: 'how sending went',
        expires_at: 'of a one-time link, for staff only',
        next_try_at: 'how sending went',
        claimed_until: 'how sending went',
      },
    },
  },
  audit_event: {
    erased: { stays: 'ids, never content: who saw what must be shown afterwards, and a chain cannot miss a row' },
    copy: {
      part: 'whoLooked',
      without: {
        form: 'in which form the row was hashed',
        chain_id: key,
        seq: 'the order in which the events stand in the copy',
        chain: 'always the chain of the pupil',
        request_id: key,
        actor_id: shownAsName,
        actor_school_id: shownAsName,
        on_behalf_of: 'the child of the guardian who acted: this pupil',
        share_id: key,
        outcome: 'a refusal showed nothing; the privacy officer follows it up',
        pupil_ids: key,
        subject_ids: key,
        school_id: key,
        prev_hash: 'holds the chain together and says nothing',
        hash: 'holds the chain together and says nothing',
      },
    },
  },
  emergency_access: {
    erased: { stays: 'that it was opened and whether that was right, without the reason' },
    copy: {
      not: 'that it was opened, by whom and when stands under who looked; the reason is between the school and its privacy officer, for it may be about home',
    },
  },
  idempotency: {
    copy: { not: 'answers kept for a short while to give them twice; what they say stands elsewhere' },
    erased: { stays: 'so that a form that is sent twice still counts once; what the answer said is taken out' },
  },
  roster_import: {
    erased: { stays: 'a count of rows; what the file said is taken out' },
    copy: { not: 'a file about a whole school, emptied within a day; what was taken over is in the copy' },
  },
};

/** Tables without anything of a pupil, each with what they hold instead. */
export const otherTables: Record<string, string> = {
  access_review: 'what a privacy officer made of unusual access, by the account that looked',
  audit_head: 'where each chain of the audit ends',
  audit_sealed: 'up to where each chain was written down elsewhere',
  consent_text: 'the texts that people agree to',
  erasure_step: 'what goes with each part',
  guest_assignment: 'which guest from an mbo has which klas',
  invitation: 'links for colleagues to begin with',
  job: 'ids of what is still to be done',
  job_schedule: 'when each repeating job ran',
  job_task: 'which jobs there are',
  location: 'places of schools',
  migrations: 'which migrations ran',
  opleiding: 'programmes of mbo schools, public',
  opleiding_import: 'public lists of programmes',
  pace: 'how far ahead of its pace an account is; a moment that wears off',
  password_reset: 'links to choose a new password, which only who has an address of his own gets',
  pupil_group: 'a klas: a name and a year; who is in it stands in enrolment',
  recovery_code: 'codes of the second step of signing in, which only staff has',
  replaced: 'words of functions and policies before a migration',
  retention_report: 'when a school looked what it keeps too long, and who confirmed it',
  retention_term: 'how long each part is kept',
  role_assignment: 'what members of staff are at a school',
  samenwerkingsverband: 'names of regions',
  school: 'schools',
  second_factor: 'the second step of signing in, which only staff has',
  used_sign_on: 'that an answer of an identity provider was used, under a key that names nobody',
  sign_in_throttle: 'how often signing in failed, under a key that names nobody',
  statutory_switch: 'whether regions and schools pass on on the ground of the law',
  teaching_assignment: 'which teacher has which klas',
};
