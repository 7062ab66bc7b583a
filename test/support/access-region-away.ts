import type { Role } from '../../src/platform/access/actor.js';
import type { TestApp } from './app.js';
import type { ConsentWishes, GivenPerson, GivenPupil, PupilWishes } from './builders.types.js';

const all = ['profile', 'school-career', 'lob', 'reflections'];

interface Place {
  app: TestApp;
  home: string;
  mbo: string;
  otherMbo: string;
  opleiding: string;
  group: string;
  otherGroup: string;
  intaker: GivenPerson;
  aPupil: (wishes?: Partial<PupilWishes> & { groupUntil?: string }) => Promise<GivenPupil>;
  add: (who: string, login: { login: string }, pupil: GivenPupil, school?: string | null) => void;
}
type Share = Partial<ConsentWishes> | null;
type Placing = { endedOn?: string; slb?: string; slbFrom?: string; slbUntil?: string; to?: string };

/** Everyone of the access table who reads after the placement, or as a guest. Today is 2026-11-16. */
export async function awayRegion(place: Place): Promise<void> {
  const { app, mbo, opleiding, intaker, aPupil, add } = place;
  const { given } = app;
  const staffAt = (school: string, ...roles: Role[]): Promise<GivenPerson> => given.aPerson({ school, roles });
  const colleague = await staffAt(mbo, 'slb');

  /** A placed pupil with a share for the handover, unless said otherwise. */
  const placed = async (
    who: string,
    reader: GivenPerson,
    share: Share,
    { to = mbo, ...placing }: Placing = {},
    wishes: Parameters<Place['aPupil']>[0] = {},
  ): Promise<void> => {
    const pupil = await aPupil(wishes);
    await given.aPlacement({ pupil, to, ...(to === mbo ? { opleiding } : {}), ...placing });
    if (share) await given.aConsent({ pupil, to: mbo, sections: all, purpose: 'handover', ...share });
    add(who, reader, pupil);
  };
  const applied = async (who: string, reader: GivenPerson): Promise<void> => {
    const pupil = await aPupil();
    await given.anApplication({ pupil, to: mbo, opleiding });
    await given.aConsent({ pupil, to: mbo, sections: all, purpose: 'handover' });
    add(who, reader, pupil);
  };
  const intake = { purpose: 'intake' } as const;
  const followUp = { purpose: 'follow-up' } as const;

  await placed('intaker: placement, all sections shared', intaker, intake);
  await placed('intaker: placement, ends today', intaker, intake, { endedOn: '2026-11-16' });
  await placed('intaker: placement that ended yesterday', intaker, intake, { endedOn: '2026-11-15' });
  await placed('intaker: placement, shared for the handover', intaker, {});
  await placed('intaker: placement, shared for the follow-up', intaker, followUp);

  const slb = await staffAt(mbo, 'slb');
  const own = { slb: slb.id };
  await placed('slb: own student, all sections shared', slb, {}, own);
  await placed('slb: own student, only lob shared', slb, { sections: ['lob'] }, own);
  await placed('slb: own student, pupil left', slb, {}, own, { leftOn: '2026-11-16' });
  await placed('slb: own student, nothing shared', slb, null, own);
  await placed('slb: own student, shared for the intake', slb, intake, own);
  await placed('slb: own student, shared for the follow-up', slb, followUp, own);
  await placed('slb: own student, share withdrawn', slb, { withdrawnAt: '2026-11-16T09:59:00Z' }, own);
  await placed('slb: own student, share ended a moment ago', slb, { validUntil: '2026-11-16T09:59:59Z' }, own);
  await placed('slb: own student, share ends in a moment', slb, { validUntil: '2026-11-16T10:00:01Z' }, own);
  await placed('slb: own student, until and including today', slb, {}, { ...own, slbUntil: '2026-11-16' });
  await placed('slb: own student, placement ends today', slb, {}, { ...own, endedOn: '2026-11-16' });
  await placed('slb: of a student until yesterday', slb, {}, { ...own, slbUntil: '2026-11-15' });
  await placed('slb: of a student from tomorrow', slb, {}, { ...own, slbFrom: '2026-11-17' });
  await placed('slb: of a student whose placement ended yesterday', slb, {}, { ...own, endedOn: '2026-11-15' });
  await placed('slb: of a student at another mbo', slb, {}, { ...own, to: place.otherMbo });
  await placed('slb: of a student who was erased', slb, {}, own, { erasedAt: '2026-11-16T09:00:00Z' });
  await placed('slb: student of a colleague', slb, {}, { slb: colleague.id });
  await applied('slb: an applicant who is not placed', slb);
  const unnamed = await staffAt(mbo, 'staff');
  await placed('staff: named as the SLB’er, without the role', unnamed, {}, { slb: unnamed.id });
  const administrator = await staffAt(mbo, 'school-administrator');
  await placed('school-administrator: at the receiving mbo, placement and all shared', administrator, {});

  const both = await staffAt(mbo, 'intaker', 'slb');
  const ofBoth = await aPupil();
  await given.aPlacement({ pupil: ofBoth, to: mbo, opleiding, slb: both.id });
  await given.aConsent({ pupil: ofBoth, to: mbo, sections: ['lob'] });
  await given.aConsent({ pupil: ofBoth, to: mbo, sections: ['profile'], purpose: 'handover' });
  add('intaker: and SLB’er: placement, lob for the intake, profile for the handover', both, ofBoth);

  const care = await staffAt(mbo, 'mbo-care');
  await placed('mbo-care: placed student, all sections shared', care, {});
  await placed('mbo-care: placed student, only lob shared', care, { sections: ['lob'] });
  await placed('mbo-care: placed student, shared for the intake', care, intake);
  await placed('mbo-care: placed student, shared for the follow-up', care, followUp);
  await placed('mbo-care: placed student, share ended a moment ago', care, { validUntil: '2026-11-16T09:59:59Z' });
  await placed('mbo-care: placement that ended yesterday', care, {}, { endedOn: '2026-11-15' });
  await applied('mbo-care: an applicant who is not placed', care);

  await guests(place);
}

async function guests({ app, home, mbo, otherMbo, opleiding, group, otherGroup, aPupil, add }: Place): Promise<void> {
  const { given } = app;
  const pupil = await aPupil();
  const guest = async (
    who: string,
    term: { from?: string; until?: string; group?: string; at?: string },
    of = pupil,
  ): Promise<void> => {
    const at = term.at ?? mbo;
    const person = await given.aPerson({ school: mbo, roles: ['staff'] });
    // He is a guest elsewhere too, so that the role itself is there.
    await given.aGuest({ group: otherGroup, school: home, person: person.id, at: mbo });
    await given.aGuest({ group, school: home, person: person.id, ...term, at });
    add(who, person, of);
  };
  await guest('guest-teacher: of the group', {});
  await guest('guest-teacher: until and including today', { until: '2026-11-16' });
  await guest('guest-teacher: until yesterday', { until: '2026-11-15' });
  await guest('guest-teacher: from tomorrow', { from: '2026-11-17' });
  await guest('guest-teacher: of another group', { group: otherGroup });
  await guest('guest-teacher: from another mbo', { at: otherMbo });
  await guest('guest-teacher: of a pupil who leaves tomorrow', {}, await aPupil({ leftOn: '2026-11-17' }));
  await guest('guest-teacher: of a pupil who left today', {}, await aPupil({ leftOn: '2026-11-16' }));
  await guest('guest-teacher: of a pupil who was erased', {}, await aPupil({ erasedAt: '2026-11-16T09:00:00Z' }));
  const outOfGroup = await aPupil({ groupUntil: '2026-11-15' });
  await guest('guest-teacher: of a group that the pupil left yesterday', {}, outOfGroup);

  const both = await given.aPerson({ school: mbo, roles: ['intaker'] });
  await given.aGuest({ group, school: home, person: both.id, at: mbo });
  const shared = await aPupil();
  await given.anApplication({ pupil: shared, to: mbo, opleiding });
  await given.aConsent({ pupil: shared, to: mbo, sections: all });
  add('guest-teacher: and intaker: application, all sections shared', both, shared);
}
