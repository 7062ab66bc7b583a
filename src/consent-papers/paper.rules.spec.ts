import fc from 'fast-check';
import type { Actor, Role } from '../platform/access/actor.js';
import { type PaperFacts, paperFaults, recordsAs } from './paper.rules.js';

const TODAY = '2026-11-16';
const actor = (roles: Role[], schoolId = 'home', kind: Actor['kind'] = 'staff'): Actor => ({
  kind,
  id: 'me',
  name: 'x',
  schoolId,
  schoolName: 'x',
  roles,
  sessionId: 's',
  factor: 'given',
  provenAt: new Date(0),
  provesBy: 'sign-in',
  elsewhere: false,
});
const facts: PaperFacts = { schoolId: 'home', birthDate: '2011-03-09', leftOn: null, erased: false, mentor: false };

describe('who may write down what a guardian signed', () => {
  test.each<[string, Role | null, Actor, Partial<PaperFacts>, string?]>([
    ['the mentor', 'mentor', actor(['staff', 'mentor']), { mentor: true }],
    ['a decaan', 'decaan', actor(['decaan']), {}],
    ['the administrator', 'school-administrator', actor(['school-administrator']), {}],
    ['a mentor of others', null, actor(['mentor']), {}],
    ['a LOB-coördinator', null, actor(['lob-coordinator']), {}],
    ['a teacher', null, actor(['teacher']), {}],
    ['a care coordinator', null, actor(['care-coordinator']), {}],
    ['a decaan of another school', null, actor(['decaan'], 'other'), {}],
    ['a mentor acting at another school', null, actor(['mentor'], 'other'), { mentor: true }],
    ['a guardian', null, actor(['guardian'], 'home', 'guardian'), { mentor: true }],
    ['nobody of who was erased', null, actor(['mentor', 'decaan']), { erased: true, mentor: true }],
    ['the day before the 16th birthday', 'decaan', actor(['decaan']), { birthDate: '2010-11-17' }],
    ['nobody from the 16th birthday on', null, actor(['decaan']), { birthDate: '2010-11-16' }],
    [
      'of who was born on 29 February until that day',
      'decaan',
      actor(['decaan']),
      { birthDate: '2012-02-29' },
      '2028-02-28',
    ],
    ['and no longer on it', null, actor(['decaan']), { birthDate: '2012-02-29' }, '2028-02-29'],
    ['of who leaves tomorrow', 'decaan', actor(['decaan']), { leftOn: '2026-11-17' }],
    ['not of who left today', null, actor(['decaan']), { leftOn: TODAY }],
  ])('%s: %s', (_, role, who, more, today = TODAY) => {
    expect(recordsAs(who, { ...facts, ...more }, today)).toBe(role);
  });
});

describe('what has to be right on the paper', () => {
  const share = { madeOn: '2026-11-10', guardians: [{ id: 'parent', name: 'x', said: null }] };
  const good = { guardianId: 'parent', secondId: 'colleague', signedOn: '2026-11-12' };
  const faults = (more: Partial<typeof good>, me = 'me'): string[] =>
    paperFaults({ ...good, ...more }, share, ['colleague', 'me', 'parent'], me, TODAY).map(({ code }) => code);

  test.each<[string, Partial<typeof good>, string[]]>([
    ['all right', {}, []],
    ['signed on the day of the question', { signedOn: '2026-11-10' }, []],
    ['signed today', { signedOn: TODAY }, []],
    ['signed before the question', { signedOn: '2026-11-09' }, ['signed-too-early']],
    ['signed tomorrow', { signedOn: '2026-11-17' }, ['signed-in-future']],
    ['a guardian without custody, or of another pupil', { guardianId: 'stranger' }, ['choose-guardian']],
    ['the second is the first', { secondId: 'me' }, ['choose-second']],
    ['the second does not work here', { secondId: 'stranger' }, ['choose-second']],
    ['the second is the guardian', { secondId: 'parent' }, ['choose-second']],
    [
      'everything',
      { guardianId: 'x', secondId: 'y', signedOn: '1999-01-01' },
      ['choose-guardian', 'choose-second', 'signed-too-early'],
    ],
  ])('%s', (_, more, codes) => expect(faults(more)).toEqual(codes));

  test('nobody writes down an answer of his own', () => {
    expect(faults({}, 'parent')).toEqual(['choose-guardian']);
  });

  test('two different names, neither of them the guardian, whatever is sent', () => {
    const name = fc.constantFrom('me', 'parent', 'colleague', 'stranger', 'other parent');
    fc.assert(
      fc.property(name, name, name, (guardianId, secondId, me) => {
        const codes = paperFaults({ ...good, guardianId, secondId }, share, ['me', 'colleague', 'parent'], me, TODAY);
        if (codes.length > 0) return;
        expect(new Set([guardianId, secondId, me]).size).toBe(3);
        expect(guardianId).toBe('parent');
      }),
    );
  });
});
