import type { CreboFault, CreboOffer } from './crebo-list.types.js';
import {
  chosenFaults,
  chosenLines,
  compareWith,
  countByDomein,
  digestOf,
  unknownChoices,
} from './import-lines.rules.js';
import type { Choice, ExistingOpleiding } from './import-lines.types.js';

const offer = (crebo: string, more: Partial<CreboOffer> = {}): CreboOffer => ({
  line: 2,
  crebo,
  name: 'Kok',
  niveau: 2,
  leerweg: 'bol',
  domein: 'Horeca',
  ...more,
});
const existing = (crebo: string, more: Partial<ExistingOpleiding> = {}): ExistingOpleiding => ({
  id: `id-${crebo}`,
  crebo,
  name: 'Kok',
  niveau: 2,
  leerweg: 'bol',
  offered: true,
  version: 1,
  ...more,
});
const choice = (more: Partial<Choice>): Choice => ({
  everything: false,
  domeinen: [],
  crebos: [],
  leerwegen: [],
  opleidingen: [],
  ...more,
});
const fault = (crebo: string | null, domein: string | null): CreboFault => ({
  line: 9,
  column: 'niveau',
  found: '',
  code: 'niveau-empty',
  text: '',
  expected: '',
  crebo,
  domein,
});

describe('a list beside what the school has', () => {
  const state = (...here: ExistingOpleiding[]) => compareWith(here, [offer('25180')])[0]?.state;

  it('is new, changed or unchanged', () => {
    expect(state()).toBe('new');
    expect(state(existing('25180'))).toBe('unchanged');
    expect(state(existing('25180', { name: 'Kok basis' }))).toBe('changed');
    expect(state(existing('25180', { niveau: 3 }))).toBe('changed');
  });

  it('takes the other leerweg for another programme', () => {
    expect(state(existing('25180', { leerweg: 'bbl' }))).toBe('new');
  });

  it('leaves a programme that was withdrawn withdrawn', () => {
    const [line] = compareWith([existing('25180', { offered: false })], [offer('25180')]);
    expect(line).toMatchObject({ state: 'unchanged', current: { offered: false } });
  });

  it('is named anew when somebody changes a row', () => {
    const digest = (here: ExistingOpleiding) => digestOf(compareWith([here], [offer('25180')]));
    expect(digest(existing('25180'))).toBe(digest(existing('25180')));
    expect(digest(existing('25180'))).not.toBe(digest(existing('25180', { version: 2 })));
  });
});

describe('a choice', () => {
  const lines = compareWith(
    [],
    [
      offer('25180'),
      offer('25180', { leerweg: 'bbl' }),
      offer('25400', { domein: 'Uiterlijke verzorging' }),
      offer('25500', { domein: null }),
    ],
  );
  const chosen = (more: Partial<Choice>) => chosenLines(lines, choice(more)).map(({ key }) => key);

  it('of nothing is nothing', () => {
    expect(chosen({})).toEqual([]);
    expect(chosen({ leerwegen: ['bol'] })).toEqual([]);
  });

  it('names a domein, codes, single programmes, or everything', () => {
    expect(chosen({ domeinen: ['Horeca'] })).toEqual(['25180-bol', '25180-bbl']);
    expect(chosen({ crebos: ['25400'] })).toEqual(['25400-bol']);
    expect(chosen({ opleidingen: ['25180-bbl'] })).toEqual(['25180-bbl']);
    expect(chosen({ everything: true })).toHaveLength(4);
  });

  it('is narrowed by the leerweg, except for single programmes', () => {
    expect(chosen({ everything: true, leerwegen: ['bbl'] })).toEqual(['25180-bbl']);
    expect(chosen({ domeinen: ['Horeca'], leerwegen: ['bbl'], opleidingen: ['25400-bol'] })).toEqual([
      '25180-bbl',
      '25400-bol',
    ]);
  });

  it('adds up', () => {
    expect(chosen({ crebos: ['25400'], domeinen: ['Horeca'], opleidingen: ['25180-bol'] })).toHaveLength(3);
  });

  it.each([
    [{ everything: true }, 2],
    [{ domeinen: ['Horeca'] }, 1],
    [{ crebos: ['25999'] }, 1],
    [{ opleidingen: ['25999-bol'] }, 1],
    [{ crebos: ['25180'] }, 0],
    [{ domeinen: ['Uiterlijke verzorging'] }, 0],
  ])('%j names %i of the faulty rows', (more, count) => {
    expect(chosenFaults([fault('25999', 'Horeca'), fault(null, null)], choice(more))).toHaveLength(count);
  });

  it('is told what of it is not in the list', () => {
    const faults = [fault('25999', 'Bouw')];
    const asked = choice({
      crebos: ['25180', '11111', '25999'],
      domeinen: ['Horeca', 'Bouw', 'Sport'],
      opleidingen: ['25500-bbl', '25999-bol'],
    });
    expect(unknownChoices(lines, faults, asked)).toEqual(['crebos.1', 'domeinen.2', 'opleidingen.0']);
  });
});

it('counts per domein, in alphabetical order, rows without a domein last', () => {
  const offers = [offer('25500', { domein: null }), offer('25400', { domein: 'Zorg' }), offer('25180')];
  expect(countByDomein(compareWith([existing('25180')], offers), [fault('25999', 'Bouw')])).toEqual([
    { domein: 'Bouw', new: 0, changed: 0, unchanged: 0, faults: 1 },
    { domein: 'Horeca', new: 0, changed: 0, unchanged: 1, faults: 0 },
    { domein: 'Zorg', new: 1, changed: 0, unchanged: 0, faults: 0 },
    { domein: null, new: 1, changed: 0, unchanged: 0, faults: 0 },
  ]);
});
