import type { ConsentResponse } from '../consent/consent.dto.js';
import type { ConsentState } from '../consent/consent.types.js';
import type { TimelineActivity, TimelineReflection } from '../lob/lob.types.js';
import { historyOf, sharesOf, toDoOf } from './sharing.rules.js';

let count = 0;
function consent(
  state: ConsentState,
  own: boolean | null = null,
  more: Partial<ConsentResponse> = {},
): ConsentResponse {
  return {
    id: `consent-${++count}`,
    toSchoolId: 'roc',
    toSchool: 'ROC Vaarland',
    sections: ['profile'],
    purpose: 'intake',
    state,
    endsOn: '2027-10-01',
    inForceOn: null,
    withdrawnOn: null,
    askedOn: null,
    askedReason: null,
    laterUntil: null,
    textVersion: '2026-11',
    version: 1,
    answers: [{ by: 'pupil', name: 'Noor', agreed: own, on: null, language: null, paper: null, self: true }],
    mayAnswer: state !== 'withdrawn' && state !== 'expired',
    ...more,
  };
}
const applied = { toSchoolId: 'roc', toSchool: 'ROC Vaarland', opleiding: 'Kok', withdrawnOn: null };
const only = (by: 'pupil' | 'guardian', ...consents: ConsentResponse[]) => sharesOf(by, consents, [applied])[0]!;

describe('what can be done about a share', () => {
  it.each<[string, 'pupil' | 'guardian', ConsentResponse | null, string | null, boolean]>([
    ['a pupil who applied can give', 'pupil', null, 'give', false],
    ['a guardian cannot give', 'guardian', null, null, false],
    ['a pupil answers a request', 'pupil', consent('asked'), 'answer', false],
    ['also when a guardian was first', 'pupil', consent('waiting-for-pupil'), 'answer', false],
    ['also when a guardian said no', 'pupil', consent('blocked'), 'answer', false],
    ['who turned 16 meanwhile confirms once', 'pupil', consent('waiting-for-pupil', true), 'confirm', true],
    ['a pupil waits for a guardian, and may take it back', 'pupil', consent('waiting-for-guardian', true), null, true],
    ['what is in force can be withdrawn', 'pupil', consent('in-force', true), null, true],
    ['after a no a pupil can still give', 'pupil', consent('refused', false), 'give', false],
    ['a guardian answers', 'guardian', consent('waiting-for-guardian'), 'answer', false],
    ['a guardian may be first', 'guardian', consent('asked'), 'answer', false],
    ['a guardian lifts a no', 'guardian', consent('blocked', false), 'lift', false],
    ['a guardian withdraws what the other agreed to', 'guardian', consent('in-force'), null, true],
    ['a guardian has nothing to say where the pupil said no', 'guardian', consent('refused'), null, false],
    [
      'a guardian of a pupil of 16 can do nothing',
      'guardian',
      consent('waiting-for-pupil', null, { mayAnswer: false }),
      null,
      false,
    ],
  ])('%s', (_, by, standing, act, mayWithdraw) => {
    expect(only(by, ...(standing ? [standing] : []))).toMatchObject({ act, mayWithdraw });
  });
});

describe('the schools', () => {
  it('show what stands now, and keep the rest as history', () => {
    const consents = [consent('in-force', true), consent('withdrawn', true), consent('refused', false)];
    const shares = sharesOf('pupil', consents, [applied]);
    expect(shares).toHaveLength(1);
    expect(shares[0]).toMatchObject({ consent: consents[0], last: null, opleidingen: ['Kok'] });
    expect(historyOf(consents, shares)).toEqual(consents.slice(1));
  });

  it('remember what was withdrawn, to give it again', () => {
    const gone = consent('withdrawn', true);
    expect(only('pupil', gone)).toMatchObject({ consent: null, last: gone, act: 'give' });
  });

  it('have a share for each purpose: a handover stands beside the intake, can be answered and withdrawn', () => {
    const intake = consent('in-force', true);
    const asked = consent('asked', null, { purpose: 'handover' });
    const shares = sharesOf('pupil', [asked, intake], [applied]);
    expect(shares.map(({ purpose, act, consent: one }) => [purpose, act, one])).toEqual([
      ['handover', 'answer', asked],
      ['intake', null, intake],
    ]);
    expect(historyOf([asked, intake], shares)).toEqual([]);
    const given = { ...asked, ...consent('in-force', true), purpose: 'handover' as const };
    expect(sharesOf('pupil', [given, intake], [applied]).map(({ mayWithdraw }) => mayWithdraw)).toEqual([true, true]);
    // One purpose that is over offers no new share: for that a school asks.
    const over = consent('withdrawn', true, { purpose: 'handover' });
    expect(sharesOf('pupil', [over, intake], [applied]).map(({ purpose }) => purpose)).toEqual(['intake']);
  });

  it('leave out a school where the application was withdrawn and nothing stands', () => {
    const withdrawn = [{ ...applied, withdrawnOn: '2026-11-01' }];
    expect(sharesOf('pupil', [consent('withdrawn')], withdrawn)).toEqual([]);
    expect(sharesOf('pupil', [consent('in-force', true)], withdrawn)).toMatchObject([
      { opleidingen: [], mayWithdraw: true },
    ]);
  });

  it('that wait for an answer come first', () => {
    const asked = consent('asked', null, { toSchoolId: 'b', toSchool: 'B' });
    const shares = sharesOf('pupil', [consent('in-force', true), asked], [applied]);
    expect(shares.map(({ schoolId }) => schoolId)).toEqual(['b', 'roc']);
  });
});

describe('what a pupil can do now', () => {
  const activity = (more: Partial<TimelineActivity>): TimelineActivity =>
    ({
      id: 'a',
      type: 'open-day',
      title: 'Open dag',
      startsOn: '2026-11-10',
      result: '',
      evaluation: '',
      followUp: '',
      ...more,
    }) as TimelineActivity;
  const kinds = (standing: ConsentResponse | null): string[] =>
    toDoOf(sharesOf('pupil', standing ? [standing] : [], [applied]), [], [], '2026-11-16').map(({ kind }) => kind);

  it.each<[string, ConsentResponse | null, string[]]>([
    ['share where nothing was shared', null, ['share']],
    ['answer', consent('asked'), ['answer']],
    ['confirm', consent('waiting-for-pupil', true), ['confirm']],
    ['wait', consent('waiting-for-guardian', true), ['waiting']],
    ['talk', consent('blocked', true), ['blocked']],
    ['nothing when it is shared', consent('in-force', true), []],
    ['nothing after a no', consent('refused', false), []],
    ['nothing after a withdrawal', consent('withdrawn', true), []],
  ])('%s', (_, standing, expected) => expect(kinds(standing)).toEqual(expected));

  it('look back on what has no words of the pupil yet, and not on what is still to come', () => {
    const activities = [
      activity({ id: 'later', startsOn: '2026-11-17' }),
      activity({ id: 'silent' }),
      activity({ id: 'told', evaluation: 'Het was druk' }),
      activity({ id: 'reflected' }),
    ];
    const reflections = [{ activityId: 'reflected' }] as TimelineReflection[];
    expect(toDoOf([], activities, reflections, '2026-11-16')).toEqual([
      { kind: 'reflect', activityId: 'silent', type: 'open-day', title: 'Open dag', on: '2026-11-10' },
    ]);
  });
});
