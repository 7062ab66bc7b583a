import { ageOn } from '../platform/calendar.js';
import type { Leerweg, Profiel } from '../pupils/pupils.types.js';
import type { FaultCode } from './fault-texts.types.js';

/** A value, or the class of fault. */
export type Read<T> = { ok: true; value: T } | { ok: false; code: FaultCode };
const good = <T>(value: T): Read<T> => ({ ok: true, value });
const bad = (code: FaultCode): { ok: false; code: FaultCode } => ({ ok: false, code });

/** Letters and digits only, without accents: `E-mail`, `e mail` and `EMAIL` are one word. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** The text of a cell as a person reads it: composed letters, ordinary spaces, nothing of zero width. */
export const clean = (cell: string): string =>
  cell
    .normalize('NFC')
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/[ \u00A0\u2007\u202F]+/g, ' ')
    .trim();

/** What a spreadsheet would calculate when someone opens an export of it (also the full-width forms). */
export const isFormula = (cell: string): boolean =>
  /^[\t\r\n]/.test(cell) || /^ *[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell);

/** Line breaks and other control characters, and those that turn the reading direction around. */
export const hasControl = (text: string): boolean =>
  /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(text);

/** A lost character, or UTF-8 that was once read as Windows-1252. */
export const isGarbled = (text: string): boolean =>
  /\uFFFD|[\u00C3\u00C4\u00C5][\u0080-\u00BF\u2018-\u2122]|\u00E2\u20AC/.test(text);

export const isPupilNumber = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/.test(text);

/** A BSN passes the elfproef; an onderwijsnummer starts with 10 and leaves 5. */
export function looksLikeBsn(number: string): boolean {
  if (!/^\d{8,9}$/.test(number)) return false;
  const digits = [...number.padStart(9, '0')].map(Number);
  const sum = digits.reduce((total, digit, at) => total + digit * (at === 8 ? -1 : 9 - at), 0);
  return sum % 11 === 0 || (number.startsWith('10') && ((sum % 11) + 11) % 11 === 5);
}

/** One in eleven numbers passes by chance, so only a column in which nearly all of them pass is refused. */
export const areBsns = (numbers: readonly string[]): boolean => {
  const hits = numbers.filter(looksLikeBsn).length;
  return hits >= 2 && hits >= numbers.length * 0.8;
};

/** `yyyy-mm-dd` or `dd-mm-yyyy`, and a day that is on the calendar. */
export function parseDate(text: string): Read<string> {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text);
  if (!iso && !dutch) return bad('date-format');
  const [year, month, day] = (iso ? [iso[1], iso[2], iso[3]] : [dutch?.[3], dutch?.[2], dutch?.[1]]).map(Number) as [
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? good(date.toISOString().slice(0, 10)) : bad('date-impossible');
}

/** The birth date of a pupil: in the past, 10 to 25 years ago. */
export function parseBirthDate(text: string, today: string): Read<string> {
  const date = parseDate(text);
  if (!date.ok) return date;
  if (date.value > today) return bad('date-in-future');
  const age = ageOn(date.value, today);
  return age >= 10 && age <= 25 ? date : bad('age-wrong');
}

export const parseYear = (text: string): Read<number> =>
  /^[1-6]$/.test(text) ? good(Number(text)) : bad('year-wrong');

/** A grade as OneRoster writes it: `3`, `03` or `leerjaar 3`. */
export function yearOfGrade(grades: string): number | null {
  const years = new Set(
    grades
      .split(',')
      .map((grade) => /^(?:leerjaar|lj)?0?([1-6])$/.exec(plain(grade))?.[1])
      .filter((year) => year !== undefined),
  );
  return years.size === 1 ? Number([...years][0]) : null;
}

const leerwegWords: Record<Leerweg, string> = {
  bb: 'b bb bbl basis basisberoeps basisberoepsgericht basisberoepsgerichteleerweg lwt leerwerktraject',
  kb: 'k kb kbl kader kaderberoeps kaderberoepsgericht kaderberoepsgerichteleerweg',
  gl: 'g gl gemengd gemengdeleerweg gt gtl gemengdtheoretisch gemengdtheoretischeleerweg',
  tl: 't tl theoretisch theoretischeleerweg mavo',
  pro: 'pr pro praktijk praktijkonderwijs praktijkschool',
  vso: 'vso so voortgezetspeciaalonderwijs speciaalonderwijs',
};
const leerwegOf = new Map<string, Leerweg>(
  Object.entries(leerwegWords).flatMap(([leerweg, words]) =>
    words.split(' ').map((word) => [word, leerweg as Leerweg] as const),
  ),
);

/** bb, kb, gl, tl, pro or vso, in the spellings that schools use: `basis`, `vmbo-k`, `KBL`, `bb met lwoo`. */
export function parseLeerweg(text: string): Read<Leerweg> {
  const word = plain(text)
    .replace(/^vmbo/, '')
    .replace(/(met)?lwoo$/, '');
  const leerweg = leerwegOf.get(word);
  return leerweg ? good(leerweg) : bad('leerweg-unknown');
}

const profielWords: Record<Profiel, string> = {
  BWI: 'bwi bouwenwoneneninterieur',
  PIE: 'pie produceren produceereninstallerenenenergie producereninstallerenenenergie',
  MET: 'met mt mobiliteitentransport',
  MVI: 'mvi mediavormgevingenict mediavormgevingict',
  MAT: 'mat maritiementechniek maritiemetechniek',
  ZW: 'zw',
  EO: 'eo economieenondernemen',
  HBR: 'hbr horecabakkerijenrecreatie horeca',
  GROEN: 'groen',
  DP: 'dp dienstverleningenproducten',
  techniek: 'techniek sectortechniek',
  'zorg-en-welzijn': 'zorgenwelzijn zorgwelzijn sectorzorgenwelzijn',
  economie: 'economie sectoreconomie',
  landbouw: 'landbouw sectorlandbouw',
};
const profielOf = new Map<string, Profiel>(
  Object.entries(profielWords).flatMap(([profiel, words]) =>
    words.split(' ').map((word) => [word, profiel as Profiel] as const),
  ),
);

/** `Zorg en welzijn` is the name of a profiel of bb, kb and gl, and of a sector of tl: the leerweg tells which. */
export function parseProfiel(text: string, leerweg: Leerweg | null): Read<Profiel> {
  const profiel = profielOf.get(plain(text));
  if (!profiel) return bad('profiel-unknown');
  if (profiel === 'zorg-en-welzijn' && leerweg !== 'tl') return good('ZW');
  if (profiel === 'ZW' && leerweg === 'tl') return good('zorg-en-welzijn');
  return good(profiel);
}

export function parseEmail(text: string): Read<string> {
  const right = text.length <= 254 && /^[^\s@"'<>()[\],;:\\]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/i.test(text);
  return right && !/\.\.|^\.|\.@/.test(text) ? good(text.toLowerCase()) : bad('email-wrong');
}

const yes = new Set(['ja', 'j', 'yes', 'y', 'true', 'waar', '1', 'x', 'wel']);
const no = new Set(['nee', 'n', 'no', 'false', 'onwaar', '0', 'geen', 'niet']);

export function parseYesNo(text: string): Read<boolean> {
  const word = plain(text);
  if (yes.has(word)) return good(true);
  return no.has(word) ? good(false) : bad('yes-no-wrong');
}
