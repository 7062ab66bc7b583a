import { type Purpose, type Section, sections } from '../consent/consent.types.js';
import type { Actor, Role } from '../platform/access/actor.js';
import { decide, isListed } from './pupil-access.rules.js';
import type { Permission, PupilFacts } from './pupil-access.types.js';

/** The table who-sees-what, word for word as the access rules say it; the facts are given, the database has no part in it. */
const TODAY = '2026-11-16';

const nobodyInParticular: PupilFacts = {
  pupilId: 'pupil',
  schoolId: 'home',
  birthDate: '2011-03-09',
  leftOn: null,
  erased: false,
  guardianSections: [],
  guardianSectionsOn: null,
  mentor: false,
  teacher: false,
  guest: false,
  custody: null,
  reflectionsOpened: false,
  applied: false,
  placed: false,
  slb: false,
  emergency: null,
  shares: [],
};
type Facts = Partial<PupilFacts>;

const actor = (kind: Actor['kind'], id: string, schoolId: string | null, roles: Role[]): Actor => ({
  kind,
  id,
  schoolId,
  roles,
  name: '',
  schoolName: null,
  sessionId: '',
  factor: 'given',
  provenAt: new Date(0),
  provesBy: 'code',
  elsewhere: false,
});
const at = (school: string, ...roles: Role[]): Actor => actor('staff', 'person', school, roles);
const pupil = (id = 'pupil'): Actor => actor('pupil', id, 'home', ['pupil']);
const guardian = actor('guardian', 'parent', null, ['guardian']);

const may = (who: Actor, section: Section, action: 'read' | 'write', facts: Facts = {}): Permission | null =>
  decide(who, { ...nobodyInParticular, ...facts }, section, action, TODAY);
/** What someone reads of each section, and after a slash what he writes; `-` for nothing. */
const sees = (who: Actor, facts: Facts = {}): string[] =>
  sections.map((section) => {
    const [read, write] = (['read', 'write'] as const).map((action) => may(who, section, action, facts)?.extent);
    return `${read ?? '-'}${write ? `/${write}` : ''}`;
  });
const nothing = ['-', '-', '-', '-'];

const guide = ['whole', 'whole', 'whole/whole', 'opened'];
const careAtHome = ['whole', 'whole', 'whole', '-'];
const teaching = ['name-and-group', '-', 'own/own', '-'];
const administration = ['roster/roster', '-', '-', '-'];

describe('staff of the home school', () => {
  test.each<[who: string, roles: Role[], facts: Facts, expected: string[]]>([
    ['the mentor of the pupil', ['mentor'], { mentor: true }, guide],
    ['a mentor of others', ['mentor'], {}, nothing],
    ['who mentors him without being a mentor now', ['staff'], { mentor: true }, nothing],
    ['a decaan', ['decaan'], {}, guide],
    ['a LOB-coördinator', ['lob-coordinator'], {}, guide],
    ['a care coordinator', ['care-coordinator'], {}, careAtHome],
    ['a teacher of the pupil', ['teacher'], { teacher: true }, teaching],
    ['a teacher of others', ['teacher'], {}, nothing],
    ['who teaches him without being a teacher now', ['staff'], { teacher: true }, nothing],
    ['an administrator', ['school-administrator'], {}, administration],
    ['staff', ['staff'], {}, nothing],
    ['the privacy officer', ['privacy-officer'], {}, nothing],
    ['a coordinator', ['coordinator'], {}, nothing],
    ['an intaker, SLB’er and support adviser at a vmbo', ['intaker', 'slb', 'mbo-care'], {}, nothing],
    ['a guest', ['guest-teacher'], { guest: true }, nothing],
    ['a mentor who teaches him too', ['teacher', 'mentor'], { teacher: true, mentor: true }, guide],
    [
      'a care coordinator who teaches him: the widest of each',
      ['teacher', 'care-coordinator'],
      { teacher: true },
      ['whole', 'whole', 'whole/own', '-'],
    ],
    [
      'a decaan who is the administrator too: reads all, writes the roster',
      ['school-administrator', 'decaan'],
      {},
      ['whole/roster', 'whole', 'whole/whole', 'opened'],
    ],
    [
      'an administrator who teaches him: the roster of one, the own of the other',
      ['teacher', 'school-administrator'],
      { teacher: true },
      ['roster/roster', '-', 'own/own', '-'],
    ],
  ])('%s', (_, roles, facts, expected) => {
    expect(sees(at('home', ...roles), facts)).toEqual(expected);
  });

  test.each<[role: Role, facts: Facts, basis: string]>([
    ['mentor', { mentor: true }, 'mentor'],
    ['decaan', {}, 'school-role'],
    ['lob-coordinator', {}, 'school-role'],
    ['care-coordinator', {}, 'school-role'],
    ['teacher', { teacher: true }, 'teaching'],
    ['school-administrator', {}, 'school-role'],
  ])('a %s acts as that', (role, facts, basis) => {
    expect(may(at('home', role), 'profile', 'read', facts)).toMatchObject({ role, basis });
  });

  test('of several roles that see as much, he acts in the one that is nearest', () => {
    const many = at('home', 'decaan', 'lob-coordinator', 'mentor');
    expect(may(many, 'lob', 'write', { mentor: true })).toEqual({ role: 'mentor', basis: 'mentor', extent: 'whole' });
    expect(may(many, 'lob', 'write')).toEqual({ role: 'decaan', basis: 'school-role', extent: 'whole' });
  });

  test.each([
    ['2026-11-17', guide],
    ['2026-11-16', nothing],
    ['2026-11-15', nothing],
  ])('of a pupil who leaves on %s', (leftOn, expected) => {
    expect(sees(at('home', 'decaan'), { leftOn })).toEqual(expected);
    expect(sees(at('home', 'mentor'), { leftOn, mentor: true })).toEqual(expected);
  });

  test.each(['decaan', 'mentor', 'teacher', 'school-administrator', 'care-coordinator'] as const)(
    'a %s of another school sees nothing',
    (role) => expect(sees(at('other', role), { mentor: true, teacher: true })).toEqual(nothing),
  );
});

describe('the pupil', () => {
  const own = ['whole', 'whole', 'whole/whole', 'whole/whole'];
  test('has the own dossier as a whole, and writes what is his', () => {
    expect(sees(pupil())).toEqual(own);
    expect(may(pupil(), 'lob', 'write')).toEqual({ role: 'pupil', basis: 'own', extent: 'whole' });
  });
  test('keeps it after leaving', () => expect(sees(pupil(), { leftOn: TODAY })).toEqual(own));
  test('has nothing of another', () => expect(sees(pupil('another'))).toEqual(nothing));
});

describe('a guardian', () => {
  const young = { birthDate: '2010-11-17' };
  const sixteen = { birthDate: '2010-11-16' };
  const almostOfAge = { birthDate: '2008-11-17' };
  const ofAge = { birthDate: '2008-11-16' };
  const all = { custody: true, reflectionsOpened: true, guardianSections: ['profile', 'lob'] };
  const everything = ['whole', '-', 'whole', 'opened'];
  const onlyReflections = ['-', '-', '-', 'opened'];

  test.each<[what: string, facts: Facts, expected: string[]]>([
    [
      'until the day before the 16th birthday all, whatever was opened',
      { ...young, custody: true },
      ['whole', 'whole', 'whole', 'opened'],
    ],
    ['without custody nothing', { ...young, ...all, custody: false }, nothing],
    ['custody not said: nothing', { ...young, ...all, custody: null }, nothing],
    ['from the 16th birthday nothing of itself', { ...sixteen, custody: true }, nothing],
    ['what was opened on that birthday', { ...sixteen, ...all, guardianSectionsOn: '2026-11-16' }, everything],
    [
      'not what was opened the day before it',
      { ...sixteen, ...all, guardianSectionsOn: '2026-11-15' },
      onlyReflections,
    ],
    ['nothing that was opened at no known moment', { ...sixteen, ...all, guardianSectionsOn: null }, onlyReflections],
    [
      'no reflections where none is opened',
      { ...sixteen, ...all, guardianSectionsOn: TODAY, reflectionsOpened: false },
      ['whole', '-', 'whole', '-'],
    ],
    [
      'until the day before the 18th birthday what was opened at 16',
      { ...almostOfAge, ...all, guardianSectionsOn: '2024-11-17' },
      everything,
    ],
    [
      'from the 18th only what was opened anew',
      { ...ofAge, ...all, guardianSectionsOn: '2026-11-15' },
      onlyReflections,
    ],
    ['which may be on that day', { ...ofAge, ...all, guardianSectionsOn: '2026-11-16' }, everything],
    ['also of who left', { ...young, custody: true, leftOn: TODAY }, ['whole', 'whole', 'whole', 'opened']],
  ])('%s', (_, facts, expected) => expect(sees(guardian, facts)).toEqual(expected));

  test('reads by custody under 16, and afterwards because it was opened', () => {
    expect(may(guardian, 'lob', 'read', { ...young, custody: true })).toEqual({
      role: 'guardian',
      basis: 'custody',
      extent: 'whole',
    });
    expect(may(guardian, 'reflections', 'read', { ...young, custody: true })).toEqual({
      role: 'guardian',
      basis: 'custody',
      extent: 'opened',
    });
    const facts = { ...sixteen, ...all, guardianSectionsOn: TODAY };
    expect(may(guardian, 'lob', 'read', facts)).toEqual({ role: 'guardian', basis: 'opened', extent: 'whole' });
    expect(may(guardian, 'reflections', 'read', facts)).toEqual({
      role: 'guardian',
      basis: 'opened',
      extent: 'opened',
    });
  });
});

describe('another school', () => {
  const share = (purpose: Purpose, of: readonly string[] = sections, basis: 'consent' | 'statutory' = 'consent') => ({
    shareId: `for ${purpose}`,
    basis,
    sections: [...of],
    purpose,
    until: '2027-10-01',
  });
  const forIntake = { shares: [share('intake')] };
  const forHandover = { shares: [share('handover')] };
  const received = ['whole', 'whole', 'whole', 'opened'];
  const profileOnly = ['whole', '-', '-', '-'];
  const nameAndGroup = ['name-and-group', '-', '-', '-'];

  test.each<[who: string, roles: Role[], facts: Facts, expected: string[]]>([
    ['intaker, applied', ['intaker'], { applied: true, ...forIntake }, received],
    ['intaker, placed', ['intaker'], { placed: true, ...forIntake }, received],
    ['intaker without a tie', ['intaker'], { ...forIntake }, nothing],
    ['intaker, shared for the handover', ['intaker'], { applied: true, placed: true, ...forHandover }, nothing],
    ['intaker, shared for word back', ['intaker'], { applied: true, shares: [share('follow-up')] }, nothing],
    ['intaker, nothing shared', ['intaker'], { applied: true }, nothing],
    [
      'intaker, only what was shared',
      ['intaker'],
      { applied: true, shares: [share('intake', ['school-career', 'reflections'])] },
      ['-', 'whole', '-', 'opened'],
    ],
    ['intaker, of who left', ['intaker'], { applied: true, leftOn: TODAY, ...forIntake }, received],
    ['SLB’er of the pupil', ['slb'], { placed: true, slb: true, ...forHandover }, received],
    ['SLB’er of others', ['slb'], { placed: true, ...forHandover }, nothing],
    ['SLB’er by name, the placement ended', ['slb'], { slb: true, ...forHandover }, nothing],
    ['SLB’er, shared for the intake', ['slb'], { placed: true, slb: true, ...forIntake }, nothing],
    ['support adviser, placed', ['mbo-care'], { placed: true, ...forHandover }, profileOnly],
    ['support adviser, applied only', ['mbo-care'], { applied: true, ...forHandover }, nothing],
    ['support adviser, shared for the intake', ['mbo-care'], { placed: true, ...forIntake }, nothing],
    ['guest in a group of the pupil', ['guest-teacher'], { guest: true }, nameAndGroup],
    ['guest in another group', ['guest-teacher'], {}, nothing],
    ['guest of a pupil who left', ['guest-teacher'], { guest: true, leftOn: TODAY }, nothing],
    [
      'whoever has another role there',
      ['staff', 'privacy-officer', 'decaan', 'mentor', 'teacher'],
      {
        applied: true,
        placed: true,
        slb: true,
        guest: true,
        mentor: true,
        teacher: true,
        shares: [share('intake'), share('handover')],
      },
      nothing,
    ],
    [
      'guest who is the support adviser too: the widest',
      ['guest-teacher', 'mbo-care'],
      { guest: true, placed: true, ...forHandover },
      profileOnly,
    ],
    [
      'intaker who is a guest too, nothing shared',
      ['intaker', 'guest-teacher'],
      { applied: true, guest: true },
      nameAndGroup,
    ],
  ])('%s', (_, roles, facts, expected) => expect(sees(at('mbo', ...roles), facts)).toEqual(expected));

  test('says by which share it reads, for what and until when', () => {
    const facts = {
      applied: true,
      shares: [share('handover'), share('intake', ['profile'], 'statutory'), share('intake', ['lob'])],
    };
    expect(may(at('mbo', 'intaker'), 'profile', 'read', facts)).toEqual({
      role: 'intaker',
      basis: 'statutory',
      extent: 'whole',
      shareId: 'for intake',
      purpose: 'intake',
      until: '2027-10-01',
    });
    expect(may(at('mbo', 'intaker'), 'lob', 'read', facts)).toMatchObject({ basis: 'consent', purpose: 'intake' });
    expect(may(at('mbo', 'guest-teacher'), 'profile', 'read', { guest: true })).toEqual({
      role: 'guest-teacher',
      basis: 'guest',
      extent: 'name-and-group',
    });
  });

  test('an intaker who is the SLB’er too reads as the intaker what is shared for both, and as the SLB’er the rest', () => {
    const both = at('mbo', 'slb', 'intaker');
    const facts = {
      applied: true,
      placed: true,
      slb: true,
      shares: [share('intake', ['lob']), share('handover', ['lob', 'profile'])],
    };
    expect(may(both, 'lob', 'read', facts)).toMatchObject({ role: 'intaker', purpose: 'intake' });
    expect(may(both, 'profile', 'read', facts)).toMatchObject({ role: 'slb', purpose: 'handover' });
    expect(may(at('mbo', 'mbo-care', 'slb'), 'profile', 'read', facts)).toMatchObject({ role: 'slb' });
  });
});

describe('in a list of another school, by name', () => {
  const all = { applied: true, placed: true, slb: true };
  test.each<[who: string, who_: Actor, facts: Facts, as: Role | null]>([
    ['an intaker has who applied', at('mbo', 'intaker'), { applied: true }, 'intaker'],
    ['an intaker has who is placed', at('mbo', 'intaker'), { placed: true }, 'intaker'],
    ['an intaker has nobody else', at('mbo', 'intaker'), { slb: true }, null],
    ['an SLB’er has his own students', at('mbo', 'slb'), { placed: true, slb: true }, 'slb'],
    ['an SLB’er has none of his colleagues', at('mbo', 'slb'), { applied: true, placed: true }, null],
    ['an SLB’er has none whose placement ended', at('mbo', 'slb'), { slb: true }, null],
    ['who is both has him as an intaker', at('mbo', 'slb', 'intaker'), all, 'intaker'],
    ['who is both, and he only placed elsewhere', at('mbo', 'slb', 'intaker'), { slb: true }, null],
    ['nobody has who was erased', at('mbo', 'slb', 'intaker'), { ...all, erased: true }, null],
    ['at home it is no such list', at('home', 'slb', 'intaker'), all, null],
    ['other roles have nobody', at('mbo', 'mbo-care', 'staff', 'guest-teacher'), all, null],
    ['a pupil is in none of his own', pupil(), all, null],
    ['a guardian has none', actor('guardian', 'parent', 'mbo', ['guardian', 'intaker']), all, null],
  ])('%s', (_, who, facts, as) => expect(isListed(who, { ...nobodyInParticular, ...facts })).toBe(as));
});

describe('in an emergency', () => {
  const emergency = { id: 'emergency', until: '2026-11-16T11:00:00Z' };
  const profile = ['whole', '-', '-', '-'];

  test.each<[who: string, who_: Actor, facts: Facts, expected: string[]]>([
    ['staff of the home school', at('home', 'staff'), {}, profile],
    ['staff where he is placed', at('mbo', 'staff'), { placed: true }, profile],
    ['staff where he applied', at('mbo', 'staff'), { applied: true }, nothing],
    ['staff of a school without a tie', at('other', 'staff'), {}, nothing],
    ['staff of the home school that he left', at('home', 'staff'), { leftOn: TODAY }, nothing],
    ['staff where he is placed, after he left', at('mbo', 'staff'), { placed: true, leftOn: TODAY }, profile],
    ['a teacher, beside what he sees anyway', at('home', 'teacher'), { teacher: true }, ['whole', '-', 'own/own', '-']],
    ['an administrator, beside the roster', at('home', 'school-administrator'), {}, ['whole/roster', '-', '-', '-']],
    ['never of who was erased', at('home', 'staff'), { erased: true }, nothing],
    ['another pupil', pupil('another'), {}, nothing],
    ['a guardian without custody', guardian, {}, nothing],
  ])('%s', (_, who, facts, expected) => expect(sees(who, { emergency, ...facts })).toEqual(expected));

  test('says so, and as what', () => {
    expect(may(at('home', 'care-coordinator', 'staff'), 'profile', 'read', { emergency })).toEqual({
      role: 'care-coordinator',
      basis: 'school-role',
      extent: 'whole',
    });
    expect(may(at('home', 'privacy-officer', 'staff'), 'profile', 'read', { emergency })).toEqual({
      role: 'privacy-officer',
      basis: 'emergency',
      extent: 'whole',
      emergencyId: 'emergency',
      until: '2026-11-16T11:00:00Z',
    });
  });
});

test('of who was erased nobody has anything, not even the pupil', () => {
  const erased = { erased: true, mentor: true, custody: true, applied: true };
  for (const who of [pupil(), guardian, at('home', 'decaan', 'mentor'), at('mbo', 'intaker')])
    expect(sees(who, erased)).toEqual(nothing);
});
