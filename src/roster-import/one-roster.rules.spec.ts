import { Faults } from './faults.rules.js';
import { readOneRoster } from './one-roster.rules.js';
import type { ParsedRoster } from './roster.types.js';

const files = {
  'orgs.csv': ['sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId', 'o,,,School,school,99ZZ,'],
  'users.csv': [
    'sourcedId,status,givenName,familyName,middleName,identifier,email,agentSourcedIds,grades',
    'p1,,Fatma,Yılmaz,Nur,5001,f@x.nl,"g1,g2",3',
    'p2,,Daan,Berg,van den,5002,,g3,03',
    'p3,tobedeleted,Weg,Gegaan,,5003,,,3',
    'g1,,Ayşe,Yılmaz,,,ayse@x.nl,,',
    'g2,,Tante,Yılmaz,,,,,',
    'g3,tobedeleted,Oude,Ouder,,,,,',
    't1,,Anna,Boer,,,a.boer@x.nl,,',
    't2,,Bas,Smit,,,b.smit@x.nl,,',
    't3,,Chris,Vos,,,c.vos@x.nl,,',
  ],
  'roles.csv': [
    'sourcedId,status,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId',
    '1,,p1,primary,student,,,o',
    '2,,p2,primary,student,2025-08-01,2027-07-31,o',
    '3,,g1,primary,parent,,,o',
    '4,,g2,primary,relative,,,o',
    '5,,t1,primary,teacher,,,o',
    '6,,t1,secondary,student,2010-08-01,2014-07-31,o',
  ],
  'classes.csv': [
    'sourcedId,status,title,grades,classType',
    'h,,3KB1,3,homeroom',
    'n,,Nederlands,3,scheduled',
    'c,,Techniek cluster,3,scheduled',
    'x,tobedeleted,Oud,3,homeroom',
  ],
  'enrollments.csv': [
    'sourcedId,status,classSourcedId,userSourcedId,role,primary,beginDate,endDate',
    '1,,h,p1,student,,,',
    '2,,h,p2,student,,,',
    '3,,h,p3,student,,,',
    '4,,x,p1,student,,,',
    '5,,h,t2,teacher,false,,',
    '6,,h,t1,teacher,true,,',
    '7,,h,t3,teacher,true,2025-08-01,2026-07-31',
    '8,,n,p1,student,,,',
    '9,,n,p2,student,,,',
    '10,,n,t3,teacher,true,,',
    '11,,c,p2,student,,,',
    '12,,c,t3,teacher,true,,',
  ],
  'demographics.csv': ['sourcedId,birthDate,sex', 'p1,2012-01-31,', 'p2,2012-02-29,', 't1,1970-01-01,'],
};

function read(change: (files: Record<string, string[]>) => void = () => {}): {
  roster: ParsedRoster | null;
  faults: Faults;
} {
  const copy = Object.fromEntries(Object.entries(files).map(([name, lines]) => [name, [...lines]]));
  change(copy);
  const faults = new Faults();
  const sent = Object.entries(copy).map(([name, lines]) => ({ name, bytes: Buffer.from(lines.join('\n')) }));
  return { roster: readOneRoster(sent, '2026-11-22', faults), faults };
}

describe('a OneRoster export', () => {
  it('gives pupils with group, leerjaar, mentor and guardians', () => {
    const { roster, faults } = read();
    expect(faults.items).toEqual([]);
    expect(roster?.pupils).toEqual([
      expect.objectContaining({
        pupilNumber: '5001',
        firstName: 'Fatma',
        infix: '',
        familyName: 'Yılmaz',
        birthDate: '2012-01-31',
        group: '3KB1',
        year: 3,
        leerweg: null,
        profiel: null,
        mentor: { name: 'Anna Boer', email: 'a.boer@x.nl' },
        guardians: [{ name: 'Ayşe Yılmaz', email: 'ayse@x.nl', custody: null }],
      }),
      expect.objectContaining({ pupilNumber: '5002', infix: 'van den', familyName: 'Berg', year: 3, guardians: [] }),
    ]);
    expect(roster?.fields.sort()).toEqual(['birthDate', 'email', 'guardians', 'mentor', 'teaching']);
  });

  it('lets a teacher see a group only when the whole group has the lesson', () => {
    const { roster, faults } = read();
    expect(roster?.teaching).toEqual([
      { group: '3KB1', staff: { name: 'Chris Vos', email: 'c.vos@x.nl' }, subject: 'Nederlands' },
    ]);
    expect(faults.notices.map((notice) => notice.code)).toEqual(['cluster-teacher']);
  });

  it('takes roles from users.csv in version 1.1', () => {
    const { roster, faults } = read((copy) => {
      delete copy['roles.csv'];
      const roles: Record<string, string> = { p: 'student', g: 'parent', t: 'teacher' };
      copy['users.csv'] = (copy['users.csv'] ?? []).map(
        (line, at) => `${line},${at === 0 ? 'role' : roles[line.charAt(0)]}`,
      );
    });
    expect(faults.items).toEqual([]);
    expect(roster?.pupils.map((pupil) => pupil.pupilNumber)).toEqual(['5001', '5002']);
    expect(roster?.pupils[0]?.guardians).toHaveLength(2);
  });

  it('takes the leerjaar from the class when the pupil has none, and one that is unclear is a fault', () => {
    const bare = (copy: Record<string, string[]>): void => {
      copy['users.csv'] = (copy['users.csv'] ?? []).map((line) => line.replace(/,(03|3)$/, ','));
    };
    expect(read(bare).roster?.pupils.map((pupil) => pupil.year)).toEqual([3, 3]);
    const { faults } = read((copy) => {
      bare(copy);
      copy['classes.csv'] = (copy['classes.csv'] ?? []).map((line) => line.replace('3KB1,3', '3KB1,"3,4"'));
    });
    expect(faults.items.map((fault) => [fault.code, fault.line])).toEqual([
      ['one-roster-no-year', 2],
      ['one-roster-no-year', 3],
    ]);
  });

  it('uses the sourcedId as leerlingnummer when no pupil has an identifier', () => {
    const { roster } = read((copy) => {
      copy['users.csv'] = (copy['users.csv'] ?? []).map((line) => line.replace(/500\d/, ''));
    });
    expect(roster?.pupils.map((pupil) => pupil.pupilNumber)).toEqual(['p1', 'p2']);
  });

  it('leaves the birth date open without demographics', () => {
    const { roster } = read((copy) => delete copy['demographics.csv']);
    expect(roster?.fields).not.toContain('birthDate');
    expect(roster?.pupils.map((pupil) => pupil.birthDate)).toEqual([null, null]);
  });

  it('uses any class as the group when no class is a homeroom', () => {
    const { roster } = read((copy) => {
      copy['classes.csv'] = ['sourcedId,title,grades', 'h,3KB1,3'];
      copy['enrollments.csv'] = (copy['enrollments.csv'] ?? []).filter((line) => !/,[ncx],/.test(line));
    });
    expect(roster?.pupils.map((pupil) => pupil.group)).toEqual(['3KB1', '3KB1']);
    expect(roster?.teaching).toEqual([]);
  });

  it('tells a fault in a guardian or teacher once, at their own line', () => {
    const { faults } = read((copy) => {
      copy['users.csv'] = (copy['users.csv'] ?? []).map((line) =>
        line.replace('a.boer@x.nl', 'a.boer').replace('ayse@x.nl', 'ayse'),
      );
    });
    expect(faults.items.map((fault) => [fault.code, fault.file, fault.line, fault.column])).toEqual([
      ['email-wrong', 'users.csv', 5, 'email'],
      ['email-wrong', 'users.csv', 8, 'email'],
    ]);
  });
});
