import fc from 'fast-check';
import { type BrokenRoster, brokenRosters } from '../../test/support/broken-rosters.js';
import { makePupils, oneRosterFiles, simpleCsv, zipOf } from '../../test/support/roster-files.js';
import { faultTexts } from './fault-texts.types.js';
import { Faults } from './faults.rules.js';
import type { ParsedRoster, RosterFile } from './roster.types.js';
import { readRoster } from './upload.rules.js';

const today = '2026-11-22';
async function read(files: RosterFile[]): Promise<{ roster: ParsedRoster | null; faults: Faults }> {
  const faults = new Faults();
  return { roster: await readRoster(files, today, faults), faults };
}

describe('a roster file with a mistake in it', () => {
  it.each(brokenRosters.map((broken): [string, string, BrokenRoster] => [broken.mistake, broken.code, broken]))(
    '%s: %s',
    async (_mistake, _code, broken) => {
      const { faults } = await read(await broken.files());
      // One mistake, one class of fault: a person is not sent to places where nothing is wrong.
      expect([...new Set(faults.items.map((fault) => fault.code))]).toEqual([broken.code]);
      const [fault] = faults.items;
      if (broken.line !== undefined) expect(fault?.line).toBe(broken.line);
      if (broken.column !== undefined) expect(fault?.column).toBe(broken.column);
      expect(fault?.expected).not.toMatch(/[{}]/);
      expect(fault?.found.length).toBeLessThanOrEqual(40);
    },
  );

  it('has an example for each class of fault, apart from those that depend on the school', () => {
    const elsewhere = [
      'mentor-unknown',
      'mentor-ambiguous',
      'birth-date-missing',
      'pupil-number-other-person',
      'pupil-left',
    ];
    const inHistory = ['pupil-unknown', 'type-unknown', 'competence-unknown', 'row-twice', 'date-too-old'];
    const shown = new Set(brokenRosters.map((broken) => broken.code));
    const missing = Object.keys(faultTexts).filter((code) => !shown.has(code));
    expect(missing.sort()).toEqual([...elsewhere, ...inHistory].sort());
  });

  it('shows the number of a burgerservicenummer nowhere', async () => {
    const broken = brokenRosters.find((one) => one.code === 'pupil-number-is-bsn') as BrokenRoster;
    const { faults } = await read(await broken.files());
    expect(JSON.stringify([faults.items, faults.notices])).not.toMatch(/\d{8}/);
  });

  it('counts every fault and keeps the first thousand', async () => {
    const pupils = makePupils({ pupils: 1500 }).map((pupil) => ({ ...pupil, leerweg: 'havo' }));
    const { faults } = await read([{ name: 'a.csv', bytes: simpleCsv(pupils) }]);
    expect(faults.total).toBe(1500);
    expect(faults.items).toHaveLength(1000);
  });
});

describe('any file at all', () => {
  const right = simpleCsv(makePupils({ pupils: 3 }));

  it('is read or refused, and never more than that', async () => {
    const torn = fc
      .tuple(fc.nat(right.length), fc.nat(right.length), fc.uint8Array({ maxLength: 20 }))
      .map(([from, to, bytes]) => Buffer.concat([right.subarray(0, from), bytes, right.subarray(to)]));
    const noise = fc.oneof(
      fc.uint8Array(),
      fc.string().map((text) => Buffer.from(text)),
      torn,
    );
    const name = fc.constantFrom('a.csv', 'users.csv', 'a.zip', '');
    const zipped = fc.uint8Array().map((bytes) => Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), bytes]));
    await fc.assert(
      fc.asyncProperty(fc.oneof(noise, zipped), name, async (bytes, as) => {
        const { roster, faults } = await read([{ name: as, bytes: Buffer.from(bytes) }]);
        expect(roster !== null || faults.any).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a roster file that is right', () => {
  const pupils = makePupils({ pupils: 300, seed: 7 });

  it('reads the same pupils from our CSV and from OneRoster, but for what OneRoster does not know', async () => {
    const simple = await read([{ name: 'a.csv', bytes: simpleCsv(pupils) }]);
    const one = await read([{ name: 'a.zip', bytes: await zipOf(oneRosterFiles(pupils)) }]);
    expect([...simple.faults.items, ...one.faults.items]).toEqual([]);
    const bare = (roster: ParsedRoster | null): unknown =>
      roster?.pupils.map(
        ({ pupilNumber, firstName, callName, infix, familyName, birthDate, email, group, year, ...rest }) => ({
          ...{ pupilNumber, firstName, callName, infix, familyName, birthDate, email, group, year },
          mentor: rest.mentor?.email,
          guardians: rest.guardians.map(({ name, email: address }) => ({ name, address })),
        }),
      );
    expect(bare(one.roster)).toEqual(bare(simple.roster));
    expect(one.roster?.pupils.every((pupil) => pupil.leerweg === null && pupil.profiel === null)).toBe(true);
    expect(one.roster?.fields).not.toEqual(expect.arrayContaining(['leerweg']));
    expect(simple.roster?.pupils.some((pupil) => pupil.guardians.some((guardian) => guardian.custody === false))).toBe(
      true,
    );
    expect(one.roster?.pupils.every((pupil) => pupil.guardians.every((guardian) => guardian.custody === null))).toBe(
      true,
    );
  });

  it('is the same with commas, as separate OneRoster files, in a folder of a zip and in Windows-1252', async () => {
    const isLatin1 = (text: string): boolean => Buffer.from(text, 'latin1').toString('latin1') === text;
    const plain = makePupils({ pupils: 80, seed: 3 }).filter((pupil) => isLatin1(JSON.stringify(pupil)));
    const [semicolon, comma, ansi] = await Promise.all([
      read([{ name: 'a.csv', bytes: simpleCsv(plain) }]),
      read([{ name: 'a.csv', bytes: simpleCsv(plain, ',') }]),
      read([{ name: 'a.csv', bytes: Buffer.from(simpleCsv(plain).toString('utf8'), 'latin1') }]),
    ]);
    expect(plain.some((pupil) => /\P{ASCII}/u.test(pupil.familyName + pupil.firstName))).toBe(true);
    expect(comma.roster).toEqual(semicolon.roster);
    expect(ansi.roster).toEqual(semicolon.roster);
    const files = oneRosterFiles(plain);
    const apart = await read(Object.entries(files).map(([name, content]) => ({ name, bytes: Buffer.from(content) })));
    const folder = Object.fromEntries(Object.entries(files).map(([name, content]) => [`export/2026/${name}`, content]));
    const zipped = await read([{ name: 'a.zip', bytes: await zipOf({ ...folder, '__MACOSX/._users.csv': 'x' }) }]);
    expect(zipped.faults.items).toEqual([]);
    expect(zipped.roster?.pupils.map((pupil) => ({ ...pupil, file: '' }))).toEqual(
      apart.roster?.pupils.map((pupil) => ({ ...pupil, file: '' })),
    );
    expect(apart.roster?.pupils).toHaveLength(plain.length);
  });

  it('finds our own CSV in a zip', async () => {
    const { roster } = await read([{ name: 'a.zip', bytes: await zipOf({ 'lijst.csv': simpleCsv(pupils) }) }]);
    expect(roster?.format).toBe('simple-csv');
    expect(roster?.pupils).toHaveLength(300);
  });
});
