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
  ['mentor: of the pupil', 'r', 'r', 'rw', 's'],
  ['mentor: of another pupil, same school', '-', '-', '-', '-'],
  ['mentor: until yesterday', '-', '-', '-', '-'],
  ['mentor: until and including today', 'r', 'r', 'rw', 's'],
  ['mentor: from tomorrow', '-', '-', '-', '-'],
  ['mentor: substitute, end date ahead', 'r', 'r', 'rw', 's'],
  ['mentor: at another school', '-', '-', '-', '-'],
  ['decaan: own school', 'r', 'r', 'rw', 's'],
  ['decaan: other school', '-', '-', '-', '-'],
  ['decaan: role ended yesterday', '-', '-', '-', '-'],
  ['decaan: at the receiving mbo', '-', '-', '-', '-'],
  ['lob-coordinator: own school', 'r', 'r', 'rw', 's'],
  ['lob-coordinator: other school', '-', '-', '-', '-'],
  ['teacher: of the group', 'n', '-', 'ow', '-'],
  ['teacher: of another group', '-', '-', '-', '-'],
  ['teacher: of the group until yesterday', '-', '-', '-', '-'],
  ['care-coordinator: own school', 'r', 'r', 'r', '-'],
  ['care-coordinator: other school', '-', '-', '-', '-'],
  ['school-administrator: own school', 't', '-', '-', '-'],
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
  ['intaker: of an mbo without any tie', '-', '-', '-', '-'],
  ['slb: at the receiving mbo, shared for the intake', '-', '-', '-', '-'],
  ['mbo-care: at the receiving mbo, shared for the intake', '-', '-', '-', '-'],
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
