import { ZipFile } from 'yazl';
import { randomFrom } from './seed.js';

/** One invented pupil, from which both formats are written. */
export interface MadePupil {
  number: string;
  firstName: string;
  callName: string;
  infix: string;
  familyName: string;
  /** yyyy-mm-dd */
  birthDate: string;
  group: string;
  year: number;
  leerweg: string;
  profiel: string;
  mentorEmail: string;
  email: string;
  guardians: { name: string; email: string; custody: 'ja' | 'nee' | '' }[];
}

/** Names as a Dutch class has them: the background of each family name goes with the first names beside it. */
const families: { first: string; family: string; parents: string; share: number }[] = [
  {
    first: 'Daan Sem Lucas Levi Finn Bram Luuk Milan Tess Julia Emma Sophie Lotte Fleur Anna Saar Zoë Noor Evi Ruben',
    family:
      'Jansen,de Vries,van den Berg,Bakker,Visser,Smit,Meijer,de Boer,Mulder,Bos,Vos,Peters,van Dijk,van der Heijden,Willemsen,te Bokkel,Wesselink,"t Hoen,Roelofs-Tiggeloven',
    parents: 'Peter Marieke Jeroen Ilse Henk Annelies Bas Linda',
    share: 58,
  },
  {
    first: 'Yusuf Emir Ömer Kerem Elif Zeynep Defne Şeyma Çağla İrem',
    family: 'Yılmaz,Kaya,Demir,Şahin,Çelik,Öztürk,Aydın,Güneş',
    parents: 'Mehmet Fatma Hüseyin Ayşe Hatice Mustafa',
    share: 12,
  },
  {
    first: 'Mohamed Ilyas Adam Bilal Amina Yasmina Salma Imane Hafsa Ayoub',
    family: 'El Amrani,Benali,Bouzid,El Idrissi,Ait Ben Haddou,Chaoui,Azzouzi',
    parents: 'Rachid Fatima Hassan Khadija Abdel Naima',
    share: 11,
  },
  {
    first: 'Jakub Kacper Zuzanna Maja Łukasz Wiktoria Oliwia Michał',
    family: 'Nowak,Kowalska,Wiśniewski,Wójcik,Kamiński,Zieliński',
    parents: 'Piotr Agnieszka Krzysztof Małgorzata',
    share: 7,
  },
  {
    first: 'Jaylinn Shanaya Dylano Giovanni Quincy Chayenne Rivelino Shaniqua',
    family: 'Pinas,Sabajo,Ramdin,Doekhi,Kartosoewito,Amatmoekrim,Wijdenbosch',
    parents: 'Marlon Sharda Ricardo Soenita',
    share: 7,
  },
  {
    first: 'Rahaf Omar Nour Abdulrahman Li-Mei Hoang Eyob Selam Kiana José',
    family: 'Al-Hassan,Chen,Nguyen,Tesfaye,Ghebremedhin,Rahimi,Fernández,O’Connor',
    parents: 'Samir Lina Wei Hiwot Carlos',
    share: 5,
  },
];
const leerwegen: { leerweg: string; code: string; profielen: string[] }[] = [
  { leerweg: 'bb', code: 'B', profielen: ['BWI', 'PIE', 'M&T', 'Z&W', 'HBR', 'D&P'] },
  { leerweg: 'kb', code: 'K', profielen: ['BWI', 'PIE', 'MVI', 'Z&W', 'E&O', 'D&P'] },
  { leerweg: 'gl', code: 'G', profielen: ['Groen', 'D&P', 'E&O'] },
  { leerweg: 'tl', code: 'T', profielen: ['techniek', 'zorg en welzijn', 'economie', 'landbouw'] },
];

const ascii = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/[^a-z0-9]/g, '');

const pad = (value: number): string => String(value).padStart(2, '0');

export interface RosterWish {
  pupils: number;
  seed?: number;
  /** The year in which the school year starts; pupils of leerjaar 1 are 12 or 13 then. */
  schoolYear?: number;
  groupSize?: number;
  /** Domain of the staff's addresses. */
  domain?: string;
}

/** Invents the pupils of one school: groups of one leerjaar and leerweg, brothers and sisters, guardians of all kinds. */
export function makePupils(wish: RosterWish): MadePupil[] {
  const { pupils: count, seed = 1, schoolYear = 2026, groupSize = 25, domain = 'school.example' } = wish;
  const next = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const weighted = families.flatMap((one) => Array.from({ length: one.share }, () => one));
  const pupils: MadePupil[] = [];
  for (let at = 0; at < count; at += 1) {
    const groupNumber = Math.floor(at / groupSize);
    const year = (groupNumber % 4) + 1;
    const stream = leerwegen[Math.floor(groupNumber / 4) % leerwegen.length] as (typeof leerwegen)[number];
    const people = pick(weighted);
    const sibling = at > 40 && next() < 0.15 ? pupils[at - 1 - Math.floor(next() * 40)] : undefined;
    const written = pick(people.family.split(','));
    const [infix, familyName] = sibling ? [sibling.infix, sibling.familyName] : splitInfix(written);
    const callName = pick(people.first.split(' '));
    const number = String(100_000 + at);
    const group = `${year}${stream.code}${Math.floor(groupNumber / 16) + 1}`;
    const born = schoolYear - 11 - year - (next() < 0.3 ? 1 : 0);
    pupils.push({
      number,
      firstName: next() < 0.2 ? `${callName} ${pick(people.first.split(' '))}` : callName,
      callName,
      infix,
      familyName,
      birthDate: `${born}-${pad(1 + Math.floor(next() * 12))}-${pad(1 + Math.floor(next() * 28))}`,
      group,
      year,
      leerweg: stream.leerweg,
      profiel: year > 2 ? pick(stream.profielen) : '',
      mentorEmail: `mentor.${group.toLowerCase()}@${domain}`,
      email: `${number}@leerling.${domain}`,
      guardians: sibling ? sibling.guardians : makeGuardians(number, people.parents, [infix, familyName], next),
    });
  }
  return pupils;
}

const splitInfix = (written: string): [string, string] => {
  const match = /^((?:van |den |der |de |te |'t )+)(.+)$/.exec(written);
  return match ? [(match[1] ?? '').trim(), match[2] ?? ''] : ['', written];
};

function makeGuardians(
  number: string,
  names: string,
  family: [string, string],
  next: () => number,
): MadePupil['guardians'] {
  const chance = next();
  const [one, two] = names.split(' ').sort(() => next() - 0.5) as [string, string];
  const surname = family.filter((part) => part !== '').join(' ');
  const mail = (name: string): string => (next() < 0.85 ? `${ascii(name)}.${number}@thuis.example` : '');
  const first = { name: `${one} ${surname}`, email: mail(one), custody: 'ja' as const };
  if (chance < 0.03) {
    return [{ name: 'Jeugdbescherming Gelderland', email: `voogd.${number}@jbg.example`, custody: 'ja' }];
  }
  if (chance < 0.2) return [first];
  const custody = chance < 0.26 ? ('nee' as const) : chance < 0.32 ? ('' as const) : ('ja' as const);
  return [first, { name: `${two} ${surname}`, email: mail(two), custody }];
}

export const simpleHeader =
  'leerlingnummer,voornaam,tussenvoegsel,achternaam,geboortedatum,klas,leerjaar,leerweg,profiel,mentor,e-mail,roepnaam,ouder1_naam,ouder1_email,ouder1_gezag,ouder2_naam,ouder2_email,ouder2_gezag'.split(
    ',',
  );

/** Lines of cells as CSV; a cell is quoted only where it must be. */
export const csv = (rows: readonly (readonly string[])[], separator = ','): string =>
  rows
    .map((row) => row.map((cell) => (/[",;\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join(separator))
    .join('\r\n') + '\r\n';

/** The school's own CSV, with Dutch dates as an export from the administration has them. */
export function simpleCsv(pupils: readonly MadePupil[], separator: ';' | ',' = ';'): Buffer {
  const rows = pupils.map((pupil) => [
    pupil.number,
    pupil.firstName,
    pupil.infix,
    pupil.familyName,
    pupil.birthDate.split('-').reverse().join('-'),
    pupil.group,
    String(pupil.year),
    pupil.leerweg,
    pupil.profiel,
    pupil.mentorEmail,
    pupil.email,
    pupil.callName,
    ...[0, 1].flatMap((at) => {
      const guardian = pupil.guardians[at];
      return [guardian?.name ?? '', guardian?.email ?? '', guardian?.custody ?? ''];
    }),
  ]);
  return Buffer.from(csv([simpleHeader, ...rows], separator), 'utf8');
}

/** The same pupils as a OneRoster 1.2 export: homerooms, two lessons per group, guardians as agents. */
export function oneRosterFiles(pupils: readonly MadePupil[]): Record<string, string> {
  const groups = [...new Map(pupils.map((pupil) => [pupil.group, pupil])).values()];
  const users: string[][] = [];
  const roles: string[][] = [];
  const addUser = (
    id: string,
    role: string,
    cells: { given: string; family: string; number?: string; mail: string },
  ) => {
    users.push([
      id,
      '',
      '',
      'true',
      id,
      '',
      cells.given,
      cells.family,
      '',
      cells.number ?? '',
      cells.mail,
      '',
      '',
      '',
      '',
      '',
      '',
      'o-1',
    ]);
    roles.push([`r-${id}`, '', '', id, 'primary', role, '', '', 'o-1']);
    return users.at(-1) as string[];
  };
  const enrollments: string[][] = [];
  const enrol = (classId: string, userId: string, role: string, primary = ''): void => {
    enrollments.push([`e-${enrollments.length}`, '', '', classId, 'o-1', userId, role, primary, '', '']);
  };
  const classes: string[][] = [];
  for (const { group, year, mentorEmail } of groups) {
    addUser(`t-${group}`, 'teacher', { given: 'Mentor', family: group, mail: mentorEmail });
    addUser(`n-${group}`, 'teacher', { given: 'Docent', family: group, mail: mentorEmail.replace('mentor', 'docent') });
    const add = (id: string, title: string, type: string): void => {
      classes.push([id, '', '', title, String(year), 'c-1', id, type, '', 'o-1', 's-1', '', '', '']);
    };
    add(`h-${group}`, group, 'homeroom');
    add(`l-${group}`, `Nederlands ${group}`, 'scheduled');
    enrol(`h-${group}`, `t-${group}`, 'teacher', 'true');
    enrol(`l-${group}`, `n-${group}`, 'teacher', 'true');
  }
  const guardianIds = new Map<string, string>();
  for (const pupil of pupils) {
    const id = `p-${pupil.number}`;
    const family = [pupil.infix, pupil.familyName].filter((part) => part !== '').join(' ');
    const row = addUser(id, 'student', { given: pupil.firstName, family, number: pupil.number, mail: pupil.email });
    const agents = pupil.guardians.map((guardian) => {
      const key = guardian.email || `${pupil.number} ${guardian.name}`;
      const known = guardianIds.get(key);
      if (known) return known;
      const agent = `g-${guardianIds.size}`;
      guardianIds.set(key, agent);
      const [given = '', ...rest] = guardian.name.split(' ');
      addUser(agent, 'parent', { given, family: rest.join(' '), mail: guardian.email });
      return agent;
    });
    row[13] = agents.join(',');
    row[14] = String(pupil.year);
    row[16] = pupil.callName;
    enrol(`h-${pupil.group}`, id, 'student');
    enrol(`l-${pupil.group}`, id, 'student');
  }
  const table = (header: string, rows: string[][]): string => csv([header.split(','), ...rows]);
  return {
    'manifest.csv': table('propertyName,value', [
      ['manifest.version', '1.0'],
      ['oneroster.version', '1.2'],
      ['file.users', 'bulk'],
    ]),
    'orgs.csv': table('sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId', [
      ['o-0', '', '', 'Bestuur', 'district', '', ''],
      ['o-1', '', '', 'School', 'school', '99ZZ', 'o-0'],
    ]),
    'users.csv': table(
      'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,preferredGivenName,primaryOrgSourcedId',
      users,
    ),
    'roles.csv': table(
      'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId',
      roles,
    ),
    'classes.csv': table(
      'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
      classes,
    ),
    'enrollments.csv': table(
      'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
      enrollments,
    ),
    'demographics.csv': table(
      'sourcedId,status,dateLastModified,birthDate,sex',
      pupils.map((pupil) => [`p-${pupil.number}`, '', '', pupil.birthDate, '']),
    ),
    'academicSessions.csv': table(
      'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear',
      [['s-1', '', '', '2026-2027', 'schoolYear', '2026-08-01', '2027-07-31', '', '2027']],
    ),
  };
}

/** Files in a zip, by name. */
export async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
