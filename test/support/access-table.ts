import type { Section } from '../../src/consent/consent.types.js';

/**
 * Who sees what: the expected answers, written out. Columns: profile, school-career, lob, reflections.
 * `r` reads all, `n` name and group only, `t` roster fields only (name, birth date, guardians elsewhere), `o` only what he
 * logged himself, `s` only the reflections that were opened to this reader, `w` writes; `-` nothing, answered as 404.
 * The design's other sections (competences, keuzedelen, choice, advice, care) have no content yet and so no column.
 */
type Row = readonly [who: string, profile: string, career: string, lob: string, reflections: string];

export const accessTable: readonly Row[] = [
  // who                                                      profile career lob   reflections
  ['pupil: own dossier', 'r', 'r', 'rw', 'rw'],
  ['pupil: of a classmate', '-', '-', '-', '-'],
  ['pupil: own dossier, left today', 'r', 'r', 'rw', 'rw'],
  ['pupil: own dossier, erased', '-', '-', '-', '-'],
  ['guardian: custody, pupil 15', 'r', 'r', 'r', 's'],
  ['guardian: custody, pupil turns 16 tomorrow', 'r', 'r', 'r', 's'],
  ['guardian: custody, pupil 16 today, nothing opened', '-', '-', '-', 's'],
  ['guardian: custody, pupil 16, lob opened at 16', '-', '-', 'r', 's'],
  ['guardian: custody, pupil 16, lob opened at 15', '-', '-', '-', 's'],
  ['guardian: custody, pupil 18, lob opened at 17', '-', '-', '-', '-'],
  ['guardian: custody, pupil 18, profile and lob opened anew at 18', 'r', '-', 'r', '-'],
  ['guardian: without custody', '-', '-', '-', '-'],
  ['guardian: custody not said by the school', '-', '-', '-', '-'],
  ['guardian: of another pupil', '-', '-', '-', '-'],
  ['guardian: custody, pupil 15 who left', 'r', 'r', 'r', 's'],
  ['guardian: custody of a pupil who was erased', '-', '-', '-', '-'],
  ['mentor: of the pupil', 'r', 'r', 'rw', 's'],
  ['mentor: of a pupil who leaves tomorrow', 'r', 'r', 'rw', 's'],
  ['mentor: of a pupil who left today', '-', '-', '-', '-'],
  ['mentor: of a pupil who was erased', '-', '-', '-', '-'],
  ['mentor: of another pupil, same school', '-', '-', '-', '-'],
  ['mentor: until yesterday', '-', '-', '-', '-'],
  ['mentor: until and including today', 'r', 'r', 'rw', 's'],
  ['mentor: from tomorrow', '-', '-', '-', '-'],
  ['mentor: substitute, end date ahead', 'r', 'r', 'rw', 's'],
  ['mentor: at another school', '-', '-', '-', '-'],
  ['decaan: own school', 'r', 'r', 'rw', 's'],
  ['decaan: other school', '-', '-', '-', '-'],
  ['decaan: a pupil who leaves tomorrow', 'r', 'r', 'rw', 's'],
  ['decaan: a pupil who left today', '-', '-', '-', '-'],
  ['decaan: a pupil who left and is placed', '-', '-', '-', '-'],
  ['decaan: a pupil who was erased', '-', '-', '-', '-'],
  ['decaan: role ended yesterday', '-', '-', '-', '-'],
  ['decaan: at the receiving mbo', '-', '-', '-', '-'],
  ['lob-coordinator: own school', 'r', 'r', 'rw', 's'],
  ['lob-coordinator: other school', '-', '-', '-', '-'],
  ['lob-coordinator: a pupil who left today', '-', '-', '-', '-'],
  ['teacher: of the group', 'n', '-', 'ow', '-'],
  ['teacher: of a pupil who left today', '-', '-', '-', '-'],
  ['teacher: of a group that the pupil left yesterday', '-', '-', '-', '-'],
  ['teacher: of another group', '-', '-', '-', '-'],
  ['teacher: of the group until yesterday', '-', '-', '-', '-'],
  ['care-coordinator: own school', 'r', 'r', 'r', '-'],
  ['care-coordinator: other school', '-', '-', '-', '-'],
  ['care-coordinator: a pupil who left today', '-', '-', '-', '-'],
  ['school-administrator: own school', 't', '-', '-', '-'],
  ['school-administrator: a pupil who left today', '-', '-', '-', '-'],
  ['school-administrator: other school', '-', '-', '-', '-'],
  ['staff: own school', '-', '-', '-', '-'],
  ['privacy-officer: own school', '-', '-', '-', '-'],
  ['coordinator: of the region', '-', '-', '-', '-'],
  ['intaker: application, all sections shared', 'r', 'r', 'r', 's'],
  ['intaker: application, only lob shared', '-', '-', 'r', '-'],
  ['intaker: application, only profile and reflections shared', 'r', '-', '-', 's'],
  ['intaker: application, nothing shared', '-', '-', '-', '-'],
  ['intaker: application withdrawn, still shared', '-', '-', '-', '-'],
  ['intaker: shared without application', '-', '-', '-', '-'],
  ['intaker: application, share withdrawn', '-', '-', '-', '-'],
  ['intaker: application, share ended a moment ago', '-', '-', '-', '-'],
  ['intaker: application, share ends in a moment', 'r', 'r', 'r', 's'],
  ['intaker: application, share waits for a guardian', '-', '-', '-', '-'],
  ['intaker: application, share asked and not answered', '-', '-', '-', '-'],
  ['intaker: application, shared for another purpose', '-', '-', '-', '-'],
  ['intaker: application here, shared with another mbo', '-', '-', '-', '-'],
  ['intaker: application, all sections shared, pupil left', 'r', 'r', 'r', 's'],
  ['intaker: application here of a pupil who was erased', '-', '-', '-', '-'],
  ['intaker: placement, all sections shared', 'r', 'r', 'r', 's'],
  ['intaker: placement, ends today', 'r', 'r', 'r', 's'],
  ['intaker: placement that ended yesterday', '-', '-', '-', '-'],
  ['intaker: placement, shared for the handover', '-', '-', '-', '-'],
  ['intaker: placement, shared for the follow-up', '-', '-', '-', '-'],
  ['intaker: of an mbo without any tie', '-', '-', '-', '-'],
  ['intaker: and SLB’er: placement, lob for the intake, profile for the handover', 'r', '-', 'r', '-'],
  ['slb: at the receiving mbo, shared for the intake', '-', '-', '-', '-'],
  ['slb: own student, all sections shared', 'r', 'r', 'r', 's'],
  ['slb: own student, only lob shared', '-', '-', 'r', '-'],
  ['slb: own student, pupil left', 'r', 'r', 'r', 's'],
  ['slb: own student, nothing shared', '-', '-', '-', '-'],
  ['slb: own student, shared for the intake', '-', '-', '-', '-'],
  ['slb: own student, shared for the follow-up', '-', '-', '-', '-'],
  ['slb: own student, share withdrawn', '-', '-', '-', '-'],
  ['slb: own student, share ended a moment ago', '-', '-', '-', '-'],
  ['slb: own student, share ends in a moment', 'r', 'r', 'r', 's'],
  ['slb: own student, until and including today', 'r', 'r', 'r', 's'],
  ['slb: own student, placement ends today', 'r', 'r', 'r', 's'],
  ['slb: of a student until yesterday', '-', '-', '-', '-'],
  ['slb: of a student from tomorrow', '-', '-', '-', '-'],
  ['slb: of a student whose placement ended yesterday', '-', '-', '-', '-'],
  ['slb: of a student at another mbo', '-', '-', '-', '-'],
  ['slb: of a student who was erased', '-', '-', '-', '-'],
  ['slb: student of a colleague', '-', '-', '-', '-'],
  ['slb: an applicant who is not placed', '-', '-', '-', '-'],
  ['staff: named as the SLB’er, without the role', '-', '-', '-', '-'],
  ['school-administrator: at the receiving mbo, placement and all shared', '-', '-', '-', '-'],
  ['mbo-care: at the receiving mbo, shared for the intake', '-', '-', '-', '-'],
  ['mbo-care: placed student, all sections shared', 'r', '-', '-', '-'],
  ['mbo-care: placed student, only lob shared', '-', '-', '-', '-'],
  ['mbo-care: placed student, shared for the intake', '-', '-', '-', '-'],
  ['mbo-care: placed student, shared for the follow-up', '-', '-', '-', '-'],
  ['mbo-care: placed student, share ended a moment ago', '-', '-', '-', '-'],
  ['mbo-care: placement that ended yesterday', '-', '-', '-', '-'],
  ['mbo-care: an applicant who is not placed', '-', '-', '-', '-'],
  ['guest-teacher: of the group', 'n', '-', '-', '-'],
  ['guest-teacher: until and including today', 'n', '-', '-', '-'],
  ['guest-teacher: until yesterday', '-', '-', '-', '-'],
  ['guest-teacher: from tomorrow', '-', '-', '-', '-'],
  ['guest-teacher: of another group', '-', '-', '-', '-'],
  ['guest-teacher: from another mbo', '-', '-', '-', '-'],
  ['guest-teacher: of a pupil who leaves tomorrow', 'n', '-', '-', '-'],
  ['guest-teacher: of a pupil who left today', '-', '-', '-', '-'],
  ['guest-teacher: of a pupil who was erased', '-', '-', '-', '-'],
  ['guest-teacher: of a group that the pupil left yesterday', '-', '-', '-', '-'],
  ['guest-teacher: and intaker: application, all sections shared', 'r', 'r', 'r', 's'],
  ['staff: at the receiving mbo, shared for the intake', '-', '-', '-', '-'],
];

export const columns: readonly Section[] = ['profile', 'school-career', 'lob', 'reflections'];

export const roleOf = (who: string): string => who.split(':')[0]!;

/** How many cells expect yes and how many no, per role: reading and writing are a cell each. */
export function countCases(): Record<string, { yes: number; no: number }> {
  const counts: Record<string, { yes: number; no: number }> = {};
  for (const [who, ...cells] of accessTable)
    for (const cell of cells) {
      const count = (counts[roleOf(who)] ??= { yes: 0, no: 0 });
      for (const yes of [/[rntos]/.test(cell), cell.includes('w')]) count[yes ? 'yes' : 'no']++;
    }
  return counts;
}
