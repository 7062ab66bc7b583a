import { outside, programme } from './activities.rules.js';
import { region } from './region.rules.js';
import type { RegionPresence } from './region.types.js';
import { stories } from './stories.rules.js';

const made = region('2026-11-22');
const told = made.showcases.filter((one) => one.case === 'story').map((one) => one.pupil);
const presenceOf = (pupil: string): { year: number; type: string; words: RegionPresence }[] =>
  made.activities.flatMap((one) => {
    const words = one.present.find((present) => present.pupil === pupil);
    const year = made.groups.find((group) => group.school === one.school && group.key === one.group)?.year ?? 0;
    return words ? [{ year, type: one.type, words }] : [];
  });
const isWorded = (words: RegionPresence): boolean => words.result !== null || words.evaluation !== null;
const reflectionsOf = (pupil: string) => made.reflections.filter((one) => one.pupil === pupil);

describe('the ten pupils with a story', () => {
  it('are ten, and one of them is at the praktijkschool', () => {
    expect(told).toHaveLength(10);
    expect(told.filter((one) => made.pupils.find((pupil) => pupil.key === one)?.school === 'tolders')).toHaveLength(1);
  });

  it.each(told)('%s has 12 to 18 activities in own words and 4 to 8 reflections, over all years', (pupil) => {
    const own = presenceOf(pupil).filter((one) => isWorded(one.words));
    expect(own.length).toBeGreaterThanOrEqual(12);
    expect(own.length).toBeLessThanOrEqual(18);
    expect(reflectionsOf(pupil).length).toBeGreaterThanOrEqual(4);
    expect(reflectionsOf(pupil).length).toBeLessThanOrEqual(8);
  });

  it('tell only of what their class did, or of what they did themselves', () => {
    const lost = stories.flatMap((story) =>
      story.steps
        .filter(
          (step) => step.programme && !programme.some((item) => item.id === step.programme && item.year === step.year),
        )
        .map((step) => `${story.pupil} ${step.programme}`),
    );
    expect(lost).toEqual([]);
    const steps = stories.flatMap((story) => story.steps.map((step) => `${story.pupil} ${step.result}`));
    const shown = new Set(
      made.activities.flatMap((one) => one.present.map((present) => `${present.pupil} ${present.result}`)),
    );
    expect(steps.filter((one) => !shown.has(one))).toEqual([]);
  });
});

describe('the three poor dossiers', () => {
  it('Mateusz has nothing after year 2', () => {
    const years = presenceOf('mateusz').map((one) => one.year);
    expect(Math.max(...years)).toBe(2);
    expect(years.length).toBeGreaterThan(4);
  });

  it('Isa was always there and wrote nothing', () => {
    const all = presenceOf('isa');
    expect(all.length).toBeGreaterThan(12);
    expect(all.filter((one) => isWorded(one.words))).toEqual([]);
    expect(reflectionsOf('isa')).toEqual([]);
  });

  it('Thijmen wrote much and was never outside', () => {
    const types = presenceOf('thijmen').map((one) => one.type);
    expect(types.filter((type) => (outside as string[]).includes(type))).toEqual([]);
    expect(reflectionsOf('thijmen').length).toBeGreaterThan(4);
  });
});

describe('the words of all the others', () => {
  const others = made.activities.flatMap((one) => one.present).filter((one) => one.result && !told.includes(one.pupil));

  it('are many and various, and no two in a class are the same', () => {
    const texts = others.flatMap((one) => [one.result, one.evaluation, one.followUp]).filter((one) => one !== null);
    expect(new Set([...texts, ...made.reflections.map((one) => one.text)]).size).toBeGreaterThan(300);
    for (const one of made.activities.filter((activity) => activity.group !== null)) {
      const said = one.present.map((present) => present.result).filter((result) => result !== null);
      expect(new Set(said).size).toBe(said.length);
    }
  });

  it('are filled in, and nobody repeats himself', () => {
    expect(JSON.stringify(made)).not.toMatch(/\{(beroep|place|opleiding)\}/);
    const lines = others.map((one) => `${one.pupil} ${one.result}`);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('come from some of the pupils of each school, never from all', () => {
    for (const school of ['sluis', 'brand', 'meent', 'tolders']) {
      const pupils = made.pupils.filter((one) => one.school === school);
      const writers = pupils.filter((one) => others.some((other) => other.pupil === one.key));
      expect(writers.length / pupils.length).toBeGreaterThan(0.15);
      expect(writers.length / pupils.length).toBeLessThan(0.6);
    }
  });

  it('are opened to school, guardian and mbo apart, or kept private', () => {
    const kinds = new Set(
      made.reflections.map(({ opened }) =>
        [opened.school, opened.guardian, opened.mbo].map((day) => day !== null).join(),
      ),
    );
    for (const kind of [
      'false,false,false',
      'true,false,false',
      'false,true,false',
      'false,false,true',
      'true,true,true',
    ]) {
      expect(kinds).toContain(kind);
    }
  });
});

it('has no word of diagnoses, medicines or misery at home anywhere', () => {
  const forbidden =
    /\b(adhd|add|odd|pdd|autis\w*|asperger\w*|dysle\w*|dyscalc\w*|depressi\w*|epilep\w*|diabet\w*|astma\w*|borderline|ritalin|concerta|methylfenidaat|medicatie|medicijn\w*|pillen|paracetamol|diagnos\w*|\w*stoornis\w*|syndroom|faalangst\w*|trauma\w*|therap\w*|psych\w*|gescheiden|\w*scheiding\w*|mishandel\w*|versla(afd|ving)\w*|overleden|begrafenis|schulden|jeugdzorg)\b/giu;
  expect(JSON.stringify(made).match(forbidden) ?? []).toEqual([]);
  expect('Hij heeft ADHD en medicatie.'.match(forbidden)).toHaveLength(2);
});
