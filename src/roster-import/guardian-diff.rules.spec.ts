import {
  atSchool,
  ayse,
  ayseInFile,
  changes,
  diff,
  inFile,
  notices,
  school,
} from '../../test/support/roster-builders.js';
import { changesNothing, type CurrentGuardian } from './diff.types.js';
import type { RosterGuardian } from './roster.types.js';

describe('the guardians in a roster', () => {
  const withGuardians = (now: CurrentGuardian[], ...file: RosterGuardian[]) =>
    diff([inFile({ guardians: file })], school({ pupils: [atSchool({ guardians: now })] }));

  it('are new with the custody that the file gives', () => {
    const result = withGuardians([], { ...ayseInFile, custody: false });
    expect(changes(result)).toEqual([['guardian', null, 'Ayşe Yılmaz']]);
    expect(result.diff.newGuardianPersons).toEqual([
      { personId: null, key: 'email:ayse@x.nl', name: 'Ayşe Yılmaz', email: 'ayse@x.nl' },
    ]);
    expect(result.diff.newGuardians).toMatchObject([{ pupilNumber: '1', custody: false, person: { personId: null } }]);
  });

  it('never change custody, but say that it differs', () => {
    const result = withGuardians([ayse], { ...ayseInFile, custody: false });
    expect(changesNothing(result.diff)).toBe(true);
    expect(result.diff.unchanged).toBe(1);
    expect(result.faults.notices[0]?.text).toBe(
      'Leerling 1: het gezag van Ayşe Yılmaz verandert niet door een import; pas dat aan op de pagina Gezag.',
    );
    expect(withGuardians([{ ...ayse, custody: null }], ayseInFile).faults.notices).toHaveLength(1);
    expect(withGuardians([ayse], { ...ayseInFile, custody: null }).faults.notices).toHaveLength(0);
  });

  it('stay when the file does not name them, with a notice', () => {
    const result = withGuardians([ayse]);
    expect(changesNothing(result.diff)).toBe(true);
    expect(notices(result)).toEqual(['guardian-stays']);
  });

  it('get a new address by their name, and a new name by their address', () => {
    expect(changes(withGuardians([ayse], { ...ayseInFile, email: 'nieuw@x.nl' }))).toEqual([
      ['guardianEmail', 'ayse@x.nl', 'nieuw@x.nl'],
    ]);
    expect(changes(withGuardians([ayse], { ...ayseInFile, name: 'Ayşe Yılmaz-Kaya' }))).toEqual([
      ['guardian', 'Ayşe Yılmaz', 'Ayşe Yılmaz-Kaya'],
    ]);
    expect(changes(withGuardians([ayse], { ...ayseInFile, email: null }))).toEqual([]);
  });

  it('keep what is known when brothers and sisters disagree, so that the same file changes nothing twice', () => {
    const pupils = [
      atSchool({ guardians: [ayse] }),
      atSchool({ pupilNumber: '2', givenName: 'Emir', guardians: [ayse] }),
    ];
    const files = [
      inFile({ guardians: [{ ...ayseInFile, name: 'A. Yılmaz' }] }),
      inFile({ pupilNumber: '2', firstName: 'Emir', guardians: [ayseInFile] }),
    ];
    const result = diff(files, school({ pupils }));
    expect(changesNothing(result.diff)).toBe(true);
    expect(notices(result)).toEqual(['guardian-spelled-twice']);
  });

  it('are shared by brothers and sisters through their address', () => {
    const emir = inFile({ pupilNumber: '2', firstName: 'Emir', guardians: [ayseInFile] });
    const known = diff(
      [inFile({ guardians: [ayseInFile] }), emir],
      school({ pupils: [atSchool({ guardians: [ayse] })] }),
    );
    expect(known.diff.newGuardianPersons).toEqual([]);
    expect(known.diff.newGuardians).toMatchObject([{ pupilNumber: '2', person: { personId: 'ayse' } }]);
    const fresh = diff([inFile({ guardians: [ayseInFile] }), emir]);
    expect(fresh.diff.newGuardianPersons).toHaveLength(1);
    expect(fresh.diff.newGuardians).toHaveLength(2);
  });

  it('may not come in on the address of someone of another family', () => {
    const piet = { name: 'Piet Bos', email: 'ayse@x.nl', custody: true };
    const daan = inFile({ pupilNumber: '2', firstName: 'Daan', familyName: 'Bos', guardians: [piet] });
    const state = school({ pupils: [atSchool({ guardians: [ayse] })] });
    expect(diff([inFile({ guardians: [ayseInFile] }), daan], state).codes).toEqual(['guardian-email-of-other']);
    expect(withGuardians([ayse], piet).codes).toEqual(['guardian-email-of-other']);
  });

  it('do not take over an address that another guardian has', () => {
    const other = { personId: 'kaya', name: 'Elif Yılmaz', email: 'elif@x.nl', custody: true };
    const pupils = [atSchool({ guardians: [ayse] }), atSchool({ pupilNumber: '2', guardians: [other] })];
    const files = [
      inFile({ guardians: [{ ...ayseInFile, email: 'elif@x.nl' }] }),
      inFile({ pupilNumber: '2', guardians: [{ name: 'Elif Yılmaz', email: 'elif@x.nl', custody: null }] }),
    ];
    const result = diff(files, school({ pupils }));
    expect(changesNothing(result.diff)).toBe(true);
    expect(notices(result)).toEqual(['guardian-email-taken']);
  });

  it('are two people when they have one name and no address', () => {
    const nameless = { ...ayseInFile, email: null };
    const result = diff([inFile({ guardians: [nameless] }), inFile({ pupilNumber: '2', guardians: [nameless] })]);
    expect(new Set(result.diff.newGuardianPersons.map((person) => person.key)).size).toBe(2);
  });
});
