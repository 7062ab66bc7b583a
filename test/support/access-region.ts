import type { TestApp } from './app.js';
import type { Role } from '../../src/platform/access/actor.js';
import type { GivenPerson, GivenPupil, GivenRole, PupilWishes } from './builders.types.js';
import { awayRegion } from './access-region-away.js';

/** One actor of the table, with the pupil he asks for. */
export interface Case {
  login: string;
  pupil: GivenPupil;
  school?: string | null;
}

const all = ['profile', 'school-career', 'lob', 'reflections'];

/** Today is 2026-11-16 in these tests. */
const birth = {
  15: '2011-03-09',
  'almost 16': '2010-11-17',
  '16 today': '2010-11-16',
  16: '2010-03-09',
  18: '2008-03-09',
};

/** Puts down everyone of the access table. Each pupil has the same content, so that only the relation differs. */
export async function accessRegion(app: TestApp): Promise<Map<string, Case>> {
  const { given } = app;
  const cases = new Map<string, Case>();
  const home = await given.aSchool({ kind: 'vmbo' });
  const other = await given.aSchool({ kind: 'vmbo' });
  const mbo = await given.aSchool({ kind: 'mbo' });
  const otherMbo = await given.aSchool({ kind: 'mbo' });
  const opleiding = await given.anOpleiding({ school: mbo });
  const group = await given.aGroup({ school: home });
  const otherGroup = await given.aGroup({ school: home });
  const logger = await given.aPerson({ school: home, roles: ['staff'] });

  const aPupil = async (wishes: Partial<PupilWishes> & { groupUntil?: string } = {}): Promise<GivenPupil> => {
    const { groupUntil, ...rest } = wishes;
    const pupil = await given.aPupil({ school: home, birthDate: birth[15], ...rest });
    await given.enrol(pupil, group, { until: groupUntil });
    const [first] = await given.activities([pupil], {
      by: logger.id,
      title: 'Van een collega',
      remark: 'Stelde goede vragen',
    });
    const second = await given.anActivity({ pupil, title: 'Van de leerling', result: 'Ik weet nu meer' });
    const third = await given.anActivity({ pupil, title: 'Derde' });
    const fourth = await given.anActivity({ pupil, title: 'Vierde' });
    await given.aReflection({ pupil, activity: first, text: 'geheim', openedTo: [] });
    await given.aReflection({ pupil, activity: second, text: 'voor school', openedTo: ['school'] });
    await given.aReflection({ pupil, activity: third, text: 'voor thuis', openedTo: ['guardian'] });
    await given.aReflection({ pupil, activity: fourth, text: 'voor mbo', openedTo: ['mbo'] });
    return pupil;
  };
  const add = (who: string, login: { login: string }, pupil: GivenPupil, school?: string | null): void =>
    void cases.set(who, { login: login.login, pupil, ...(school === undefined ? {} : { school }) });

  const pupil = await aPupil();
  await given.aMentor(pupil, logger.id);
  const classmate = await given.aPupil({ school: home, group });
  add('pupil: own dossier', pupil, pupil);
  add('pupil: of a classmate', classmate, pupil);

  // The same for each kind of reader: who leaves tomorrow is still there today.
  const gone = async (): Promise<Record<'tomorrow' | 'today' | 'placed' | 'erased', GivenPupil>> => ({
    tomorrow: await aPupil({ leftOn: '2026-11-17' }),
    today: await aPupil({ leftOn: '2026-11-16' }),
    placed: await aPupil({ leftOn: '2026-11-16' }),
    erased: await aPupil({ erasedAt: '2026-11-16T09:00:00Z' }),
  });
  const { tomorrow: leaving, today: left, placed: leftAndPlaced, erased } = await gone();
  await given.aPlacement({ pupil: leftAndPlaced, to: mbo, opleiding });
  add('pupil: own dossier, left today', left, left);
  add('pupil: own dossier, erased', erased, erased);
  add('guardian: custody, pupil 15 who left', await given.aGuardian(left), left, null);
  add('guardian: custody of a pupil who was erased', await given.aGuardian(erased), erased, null);
  const outOfGroup = await aPupil({ groupUntil: '2026-11-15' });

  const guarded = async (
    who: string,
    custody: boolean | null,
    wishes: Parameters<typeof aPupil>[0] = {},
  ): Promise<void> => {
    const child = await aPupil(wishes);
    add(who, await given.aGuardian(child, { custody }), child, null);
  };
  await guarded('guardian: custody, pupil 15', true);
  await guarded('guardian: custody, pupil turns 16 tomorrow', true, { birthDate: birth['almost 16'] });
  await guarded('guardian: custody, pupil 16 today, nothing opened', true, { birthDate: birth['16 today'] });
  const lob = (birthDate: string, at: string, sections = ['lob']): Parameters<typeof aPupil>[0] => ({
    birthDate,
    guardianSections: sections,
    guardianSectionsAt: at,
  });
  await guarded('guardian: custody, pupil 16, lob opened at 16', true, lob(birth[16], '2026-06-01T10:00:00Z'));
  await guarded('guardian: custody, pupil 16, lob opened at 15', true, lob(birth[16], '2026-02-01T10:00:00Z'));
  await guarded('guardian: custody, pupil 18, lob opened at 17', true, lob(birth[18], '2026-02-01T10:00:00Z'));
  await guarded(
    'guardian: custody, pupil 18, profile and lob opened anew at 18',
    true,
    lob(birth[18], '2026-06-01T10:00:00Z', ['profile', 'lob']),
  );
  // What was opened to a guardian before the 18th birthday no longer counts after it.
  await app.owner.query(
    `update reflection r set opened_to_guardian_at = '2026-02-01' from pupil p
      where p.id = r.pupil_id and p.birth_date = $1 and r.opened_to_guardian_at is not null`,
    [birth[18]],
  );
  await guarded('guardian: without custody', false);
  await guarded('guardian: custody not said by the school', null);
  add('guardian: of another pupil', await given.aGuardian(classmate), pupil, null);

  const staffAt = (school: string, ...roles: (Role | GivenRole)[]): Promise<GivenPerson> =>
    given.aPerson({ school, roles });
  const mentored = async (
    who: string,
    term: { from?: string; until?: string; substitute?: boolean },
  ): Promise<void> => {
    const mentor = await staffAt(home, 'staff');
    await given.aMentor(pupil, mentor.id, term);
    await given.aMentor(classmate, mentor.id); // he keeps a class, so the role itself is there
    add(who, mentor, pupil);
  };
  await mentored('mentor: of the pupil', {});
  await mentored('mentor: until yesterday', { until: '2026-11-15' });
  await mentored('mentor: until and including today', { until: '2026-11-16' });
  await mentored('mentor: from tomorrow', { from: '2026-11-17' });
  await mentored('mentor: substitute, end date ahead', { from: '2026-11-01', until: '2026-12-01', substitute: true });
  const ofLeavers = await staffAt(home, 'staff');
  await given.aMentor([leaving, left, erased, classmate], ofLeavers.id);
  add('mentor: of a pupil who leaves tomorrow', ofLeavers, leaving);
  add('mentor: of a pupil who left today', ofLeavers, left);
  add('mentor: of a pupil who was erased', ofLeavers, erased);
  const elsewhere = await staffAt(home, 'staff');
  await given.aMentor(classmate, elsewhere.id);
  add('mentor: of another pupil, same school', elsewhere, pupil);
  const away = await staffAt(other, 'staff');
  const pupilElsewhere = await given.aPupil({ school: other, group: await given.aGroup({ school: other }) });
  await given.aMentor(pupilElsewhere, away.id);
  add('mentor: at another school', away, pupil);

  const decaan = await staffAt(home, 'decaan');
  add('decaan: own school', decaan, pupil);
  add('decaan: a pupil who leaves tomorrow', decaan, leaving);
  add('decaan: a pupil who left today', decaan, left);
  add('decaan: a pupil who left and is placed', decaan, leftAndPlaced);
  add('decaan: a pupil who was erased', decaan, erased);
  add('decaan: other school', await staffAt(other, 'decaan'), pupil);
  add('decaan: role ended yesterday', await staffAt(home, 'staff', { role: 'decaan', until: '2026-11-15' }), pupil);
  const lobCoordinator = await staffAt(home, 'lob-coordinator');
  add('lob-coordinator: own school', lobCoordinator, pupil);
  add('lob-coordinator: a pupil who left today', lobCoordinator, left);
  add('lob-coordinator: other school', await staffAt(other, 'lob-coordinator'), pupil);
  const taught = async (who: string, where: string, until?: string): Promise<void> => {
    const teacher = await staffAt(home, 'staff');
    await given.aTeacher({ group: where, school: home, person: teacher.id, ...(until ? { until } : {}) });
    if (until) await given.aTeacher({ group: otherGroup, school: home, person: teacher.id });
    if (where === group) await given.activities([pupil], { by: teacher.id, group, title: 'Van deze docent' });
    add(who, teacher, pupil);
  };
  await taught('teacher: of the group', group);
  const teacher = await staffAt(home, 'staff');
  await given.aTeacher({ group, school: home, person: teacher.id });
  for (const one of [left, outOfGroup])
    await given.activities([one], { by: teacher.id, group, title: 'Van deze docent' });
  add('teacher: of a pupil who left today', teacher, left);
  add('teacher: of a group that the pupil left yesterday', teacher, outOfGroup);
  await taught('teacher: of another group', otherGroup);
  await taught('teacher: of the group until yesterday', group, '2026-11-15');
  const careCoordinator = await staffAt(home, 'care-coordinator');
  add('care-coordinator: own school', careCoordinator, pupil);
  add('care-coordinator: a pupil who left today', careCoordinator, left);
  add('care-coordinator: other school', await staffAt(other, 'care-coordinator'), pupil);
  const administrator = await staffAt(home, 'school-administrator');
  add('school-administrator: own school', administrator, pupil);
  add('school-administrator: a pupil who left today', administrator, left);
  add('school-administrator: other school', await staffAt(other, 'school-administrator'), pupil);
  add('staff: own school', await staffAt(home, 'staff'), pupil);
  add('privacy-officer: own school', await staffAt(home, 'privacy-officer'), pupil);
  add('coordinator: of the region', await staffAt(home, 'coordinator'), pupil);

  const intaker = await staffAt(mbo, 'intaker');
  const applicant = async (
    who: string,
    consent: Partial<Parameters<typeof given.aConsent>[0]> | null,
    application: { withdrawnAt?: string } | null = {},
  ): Promise<GivenPupil> => {
    const one = await aPupil();
    if (application) await given.anApplication({ pupil: one, to: mbo, opleiding, ...application });
    if (consent) await given.aConsent({ pupil: one, to: mbo, sections: all, ...consent });
    add(who, intaker, one);
    return one;
  };
  const shared = await applicant('intaker: application, all sections shared', {});
  await applicant('intaker: application, only lob shared', { sections: ['lob'] });
  await applicant('intaker: application, only profile and reflections shared', {
    sections: ['profile', 'reflections'],
  });
  await applicant('intaker: application, nothing shared', null);
  await applicant('intaker: application withdrawn, still shared', {}, { withdrawnAt: '2026-11-10T10:00:00Z' });
  await applicant('intaker: shared without application', {}, null);
  await applicant('intaker: application, share withdrawn', { withdrawnAt: '2026-11-16T09:59:00Z' });
  await applicant('intaker: application, share ended a moment ago', { validUntil: '2026-11-16T09:59:59Z' });
  await applicant('intaker: application, share ends in a moment', { validUntil: '2026-11-16T10:00:01Z' });
  await applicant('intaker: application, share waits for a guardian', { inForceSince: null });
  await applicant('intaker: application, share asked and not answered', {
    inForceSince: null,
    askedBy: intaker.id,
    answers: [],
  });
  await applicant('intaker: application, shared for another purpose', { purpose: 'handover' });
  await applicant('intaker: application here, shared with another mbo', { to: otherMbo });
  const lefts = await aPupil({ leftOn: '2026-11-16' });
  for (const one of [lefts, erased]) {
    await given.anApplication({ pupil: one, to: mbo, opleiding });
    await given.aConsent({ pupil: one, to: mbo, sections: all });
  }
  add('intaker: application, all sections shared, pupil left', intaker, lefts);
  add('intaker: application here of a pupil who was erased', intaker, erased);
  add('intaker: of an mbo without any tie', await staffAt(otherMbo, 'intaker'), shared);
  add('slb: at the receiving mbo, shared for the intake', await staffAt(mbo, 'slb'), shared);
  add('mbo-care: at the receiving mbo, shared for the intake', await staffAt(mbo, 'mbo-care'), shared);
  add('staff: at the receiving mbo, shared for the intake', await staffAt(mbo, 'staff'), shared);
  add('decaan: at the receiving mbo', await staffAt(mbo, 'decaan'), shared);
  await awayRegion({ app, home, mbo, otherMbo, opleiding, group, otherGroup, intaker, aPupil, add });
  return cases;
}
