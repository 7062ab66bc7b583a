import {
  allFields,
  atSchool,
  ayse,
  ayseInFile,
  changes,
  diff,
  inFile,
  notices,
  school,
} from '../../test/support/roster-builders.js';
import { changesNothing } from './diff.types.js';
import type { RosterField } from './roster.types.js';

describe('comparing a roster with the school', () => {
  it('finds nothing to do when all is the same', () => {
    const result = diff([inFile({ guardians: [ayseInFile] })], school({ pupils: [atSchool({ guardians: [ayse] })] }));
    expect(result.diff.unchanged).toBe(1);
    expect(changesNothing(result.diff)).toBe(true);
    expect(result.faults.notices).toEqual([]);
  });

  it('gives each field that changed with old and new', () => {
    const result = diff([
      inFile({
        familyName: 'Kaya',
        birthDate: '2012-02-01',
        email: null,
        group: '3kb2',
        leerweg: 'gl',
        profiel: null,
        mentor: null,
      }),
    ]);
    expect(changes(result)).toEqual([
      ['familyName', 'Yılmaz', 'Kaya'],
      ['birthDate', '2012-01-31', '2012-02-01'],
      ['email', 'f@x.nl', null],
      ['leerweg', 'kb', 'gl'],
      ['profiel', 'ZW', null],
      ['group', '3KB1', '3kb2'],
      ['mentor', 'Anna Boer', null],
    ]);
    expect(result.diff.groups).toEqual([{ name: '3kb2', year: 3, isNew: true }]);
  });

  it('leaves alone what the file does not carry', () => {
    const file = inFile({ birthDate: null, email: null, leerweg: null, profiel: null, mentor: null });
    const result = diff([file], school({ pupils: [atSchool({ guardians: [ayse] })] }), { fields: [] });
    expect(result.diff.unchanged).toBe(1);
    expect(changesNothing(result.diff)).toBe(true);
  });

  it('keeps a roepnaam that the file does not know, and follows one that it does', () => {
    const state = school({ pupils: [atSchool({ givenName: 'Nur', registerName: 'Fatma Nur' })] });
    const without = { fields: allFields.filter((field) => field !== 'callName') };
    expect(changes(diff([inFile({ firstName: 'Fatma Nur' })], state, without))).toEqual([]);
    expect(changes(diff([inFile({ firstName: 'Fatma' })], state, without))).toEqual([
      ['registerName', 'Fatma Nur', 'Fatma'],
    ]);
    expect(changes(diff([inFile({ firstName: 'Fatma Nur', callName: 'Nur' })], state))).toEqual([]);
    expect(changes(diff([inFile({ firstName: 'Nur', callName: 'Nur' })], state))).toEqual([
      ['registerName', 'Fatma Nur', null],
    ]);
  });

  it('takes another spelling of a group for the same group', () => {
    const result = diff([inFile({ group: '3 kb-1' }), inFile({ pupilNumber: '2', group: '3 KB 1' })]);
    expect(result.diff.groups).toEqual([]);
    expect(result.diff.unchanged).toBe(1);
    expect(result.diff.new[0]?.values.group).toBe('3KB1');
  });

  it('makes a new enrolment in a new school year, with the leerweg of before when the file has none', () => {
    const state = school({ schoolYear: 2027, groups: [] });
    const result = diff([inFile({ group: '4KB1', year: 4, leerweg: null, profiel: null })], state, {
      fields: ['mentor'],
    });
    expect(changes(result)).toEqual([
      ['year', '3', '4'],
      ['schoolYear', '2026', '2027'],
      ['group', '3KB1', '4KB1'],
    ]);
    expect(result.diff.changed[0]?.values).toMatchObject({ leerweg: 'kb', profiel: 'ZW', year: 4 });
  });

  it('names who is gone, and welcomes back who had left', () => {
    const pupils = [
      atSchool({ leftOn: '2026-10-01' }),
      atSchool({ pupilNumber: '2' }),
      atSchool({ pupilNumber: '3', leftOn: '2025-07-31' }),
    ];
    const result = diff([inFile()], school({ pupils }));
    expect(result.diff.gone.map((pupil) => pupil.pupilNumber)).toEqual(['2']);
    expect(result.diff.returned.map((pupil) => pupil.pupilId)).toEqual(['id-1']);
    expect(result.diff.changed).toEqual([]);
    expect(notices(result)).toContain('many-gone');
  });

  it('says that who left may not come back, and nothing else of that pupil', () => {
    const left = atSchool({ leftOn: '2026-10-01', familyName: 'Bos', birthDate: '2013-05-05', guardians: [ayse] });
    const result = diff([inFile()], school({ pupils: [left, atSchool({ pupilNumber: '2' })] }), {}, false);
    expect(result.codes).toEqual(['pupil-left']);
    expect(result.faults.items[0]).toMatchObject({ line: 2, found: '1' });
    expect(result.diff.returned).toEqual([]);
    expect(notices(result)).not.toContain('guardian-stays');
  });

  it('warns when a pupil seems to have a new number', () => {
    const result = diff([inFile({ pupilNumber: '9' })]);
    expect(notices(result)).toContain('same-pupil-other-number');
  });

  it('refuses a number that was given to another pupil, who would inherit the dossier', () => {
    const result = diff([inFile({ firstName: 'Daan', familyName: 'Bos', birthDate: '2013-05-05' })]);
    expect(result.codes).toEqual(['pupil-number-other-person']);
    expect(diff([inFile({ firstName: 'Daan', familyName: 'Bos' })]).codes).toEqual([]);
    expect(diff([inFile({ familyName: 'Bos', birthDate: '2013-05-05' })]).codes).toEqual([]);
  });

  it('asks for the birth date of a new pupil only', () => {
    expect(diff([inFile({ pupilNumber: '2', birthDate: null })]).codes).toEqual(['birth-date-missing']);
    expect(diff([inFile({ birthDate: null })]).codes).toEqual([]);
  });
});

describe('the mentor in a roster', () => {
  const mentor = (name: string | null, email: string | null, format: 'simple-csv' | 'one-roster' = 'simple-csv') =>
    diff([inFile({ mentor: { name, email } })], school(), { format });

  it('is found by address or by a name that one person has', () => {
    expect(changes(mentor('Anna Boer', null))).toEqual([]);
    expect(changes(mentor('Boer, Anna', null))).toEqual([]);
    expect(changes(mentor(null, 'boer@x.nl'))).toEqual([]);
    expect(changes(mentor('bas smit', null))).toEqual([['mentor', 'Anna Boer', 'Bas Smit']]);
    expect(changes(mentor('Bas Smit', 'smit@x.nl'))).toEqual([['mentor', 'Anna Boer', 'Bas Smit']]);
  });

  it('with an unknown address becomes a new member of staff, once', () => {
    const one = inFile({ mentor: { name: null, email: 'nieuw@x.nl' } });
    const result = diff([one, { ...one, pupilNumber: '2' }]);
    expect(result.diff.newStaff).toEqual([
      { personId: null, key: 'email:nieuw@x.nl', name: 'nieuw@x.nl', email: 'nieuw@x.nl' },
    ]);
    expect(result.diff.new[0]?.values.mentor).toEqual(result.diff.changed[0]?.values.mentor);
  });

  it('who worked here before is known by address and gets a place again, once', () => {
    const one = inFile({ mentor: { name: 'C. Vos', email: 'vos@x.nl' } });
    const result = diff([one, { ...one, pupilNumber: '2' }]);
    expect(result.diff.newStaff).toEqual([{ personId: 'elders', key: 'elders', name: 'Cor Vos', email: 'vos@x.nl' }]);
    expect(changes(result)).toEqual([['mentor', 'Anna Boer', 'Cor Vos']]);
  });

  it('is one of two who are there already', () => {
    const mentors = [...atSchool().mentors, { personId: 'smit', name: 'Bas Smit' }];
    const file = inFile({ mentor: { name: 'Bas Smit', email: null } });
    expect(diff([file], school({ pupils: [atSchool({ mentors })] })).diff.unchanged).toBe(1);
  });

  it('with an unknown name is a fault in our CSV and new staff in OneRoster', () => {
    const unknown = mentor('Cor Vos', null);
    expect(unknown.faults.items).toMatchObject([
      { code: 'mentor-unknown', line: 2, column: 'mentor', found: 'Cor Vos' },
    ]);
    const result = mentor('Cor Vos', null, 'one-roster');
    expect(result.codes).toEqual([]);
    expect(result.diff.newStaff).toEqual([{ personId: null, key: 'name:cor vos', name: 'Cor Vos', email: null }]);
  });

  it('with a name that two people have is a fault', () => {
    const staff = [...school().staff, { personId: 'boer2', name: 'anna boer', email: null, active: true }];
    expect(diff([inFile({ mentor: { name: 'Anna Boer', email: null } })], school({ staff })).codes).toEqual([
      'mentor-ambiguous',
    ]);
  });
});

describe('who teaches what', () => {
  const current = { id: 't1', group: '3KB1', personId: 'smit', name: 'Bas Smit', subject: 'Nederlands' };
  const lesson = { group: '3kb1', staff: { name: 'Bas Smit', email: null }, subject: 'nederlands' };
  const run = (fields: RosterField[], teaching = [lesson]) =>
    diff([inFile()], school({ teaching: [current] }), { format: 'one-roster', fields, teaching }).diff;

  it('is compared when the file carries it', () => {
    expect(changesNothing(run(['mentor', 'teaching']))).toBe(true);
    const other = run(['mentor', 'teaching'], [{ ...lesson, subject: 'Engels' }]);
    expect(other.newTeaching).toMatchObject([{ group: '3KB1', subject: 'Engels', person: { personId: 'smit' } }]);
    expect(other.endedTeaching).toEqual([current]);
  });

  it('stays when the file does not', () => {
    expect(run(['mentor'], []).endedTeaching).toEqual([]);
  });
});
