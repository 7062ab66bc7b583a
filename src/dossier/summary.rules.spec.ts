import { schoolYearOf } from '../platform/calendar.js';
import type { TimelineActivity, TimelineReflection } from '../lob/lob.types.js';
import { inOneBreath, summarise } from './summary.rules.js';

const today = '2026-11-16';
let count = 0;
const activity = (facts: Partial<TimelineActivity> = {}): TimelineActivity => ({
  id: `activity-${++count}`,
  logId: 'log',
  type: 'open-day',
  title: 'Open dag',
  place: '',
  startsOn: '2026-10-01',
  endsOn: null,
  beroep: '',
  opleiding: null,
  opleidingId: null,
  goal: '',
  competences: [],
  remark: '',
  result: '',
  evaluation: '',
  followUp: '',
  loggedBy: 'Robin',
  loggedById: 'person',
  zienswijzen: [],
  version: 1,
  ...facts,
});
const reflection = (on: TimelineActivity | string, facts: Partial<TimelineReflection> = {}): TimelineReflection => ({
  id: `reflection-${++count}`,
  activityId: typeof on === 'string' ? on : on.id,
  text: 'Ik vond het leuk.',
  openedTo: ['mbo'],
  writtenOn: '2026-10-02',
  version: 1,
  ...facts,
});
const lobOf = (...lob: TimelineActivity[]) => summarise({ lob }, today).lob!;

describe('a dossier in short', () => {
  it('leaves out what is not shared', () => {
    expect(summarise({}, today)).toEqual({ lob: null, words: null, byActivity: new Map(), loose: [] });
    expect(summarise({ lob: [] }, today)).toMatchObject({ lob: { done: 0, last: null, years: [] }, words: null });
    expect(summarise({ reflections: [] }, today)).toMatchObject({ lob: null, words: [] });
  });

  it('counts what was done per kind, most first, and apart from it what is still to come', () => {
    const lob = lobOf(
      activity({ type: 'placement' }),
      activity(),
      activity(),
      activity({ startsOn: '2026-11-16' }),
      activity({ type: 'trial-day', startsOn: '2026-11-17' }),
    );
    expect(lob).toMatchObject({ done: 4, planned: 1 });
    expect(lob.kinds).toEqual([
      { type: 'open-day', count: 3 },
      { type: 'placement', count: 1 },
    ]);
  });

  it('knows the last activity, which is not one that is planned', () => {
    const lob = lobOf(
      activity({ title: 'Eerst', startsOn: '2026-09-01' }),
      activity({ title: 'Laatst', startsOn: today }),
      activity({ title: 'Straks', startsOn: '2026-12-01' }),
    );
    expect(lob.last?.title).toBe('Laatst');
  });

  it('says of all five competences, in their order, where they were touched last', () => {
    const lob = lobOf(
      activity({ title: 'Oud', startsOn: '2025-10-01', competences: ['netwerken', 'werkexploratie'] }),
      activity({ title: 'Nieuw', startsOn: '2026-10-01', competences: ['werkexploratie'] }),
      activity({ title: 'Gepland', startsOn: '2026-12-01', competences: ['loopbaansturing', 'netwerken'] }),
    );
    expect(lob.competences.map(({ competence, latest }) => [competence, latest?.title ?? null])).toEqual([
      ['kwaliteitenreflectie', null],
      ['motievenreflectie', null],
      ['werkexploratie', 'Nieuw'],
      ['loopbaansturing', null],
      ['netwerken', 'Oud'],
    ]);
  });

  it('puts on top which beroepen and opleidingen came up most; capitals make no difference', () => {
    const lob = lobOf(
      activity({ beroep: 'Kok' }),
      activity({ beroep: 'verzorgende', opleiding: 'Verzorgende' }),
      activity({ beroep: 'Verzorgende ', startsOn: '2026-10-05' }),
      activity({ opleiding: 'Kapper', startsOn: '2026-10-09' }),
    );
    expect(lob.interests).toEqual([
      { name: 'Verzorgende', times: 2 },
      { name: 'Kapper', times: 1 },
      { name: 'Kok', times: 1 },
    ]);
  });

  it('shows the two reflections that were written last, with what they are about', () => {
    const about = activity({ title: 'Stage' });
    const summary = summarise(
      {
        lob: [about],
        reflections: [
          reflection('gone', { text: 'eerst', writtenOn: '2025-01-01' }),
          reflection(about, { text: 'vierde', writtenOn: '2026-10-04' }),
          reflection('other', { text: 'tweede', writtenOn: '2026-10-02' }),
          reflection('third', { text: 'derde', writtenOn: '2026-10-03' }),
        ],
      },
      today,
    );
    expect(summary.words!.map((one) => [one.text, one.about?.title])).toEqual([
      ['vierde', 'Stage'],
      ['derde', undefined],
    ]);
    expect([...summary.byActivity.keys()]).toEqual([about.id]);
    expect(summary.loose.map(({ text }) => text)).toEqual(['derde', 'tweede', 'eerst']);
  });

  it('groups the timeline by school year, which starts on 1 August', () => {
    expect([schoolYearOf('2026-07-31'), schoolYearOf('2026-08-01')]).toEqual([2025, 2026]);
    const lob = lobOf(
      activity({ startsOn: '2026-07-31' }),
      activity({ startsOn: '2024-09-01' }),
      activity({ startsOn: '2026-08-01' }),
    );
    expect(lob.years.map(({ schoolYear, activities }) => [schoolYear, activities.length])).toEqual([
      [2026, 1],
      [2025, 1],
      [2024, 1],
    ]);
  });
});

describe('words in one breath', () => {
  it('stay as they are when they are short', () => {
    expect(inOneBreath('  Kort.  ')).toBe('Kort.');
  });
  it('end with a whole sentence where one fits', () => {
    const first = `${'Ik vond het heel leuk op de stage'.padEnd(60, ' en leerzaam')}.`;
    expect(inOneBreath(`${first} ${'En dan nog veel meer '.repeat(20)}`, 100)).toBe(`${first} …`);
  });
  it('end with a whole word when the sentence is too long', () => {
    const cut = inOneBreath('woord '.repeat(60), 100);
    expect(cut).toMatch(/^(woord )+…$/);
    expect(cut.length).toBeLessThanOrEqual(102);
  });
});
