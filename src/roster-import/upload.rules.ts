import { decode, isZip } from './decode.rules.js';
import type { Faults } from './faults.rules.js';
import { readOneRoster } from './one-roster.rules.js';
import { isOneRoster } from './one-roster-tables.rules.js';
import type { ParsedRoster, RosterFile } from './roster.types.js';
import { readSimpleCsv } from './simple-csv.rules.js';
import { unzip } from './zip.rules.js';

export const maxUploadBytes = 20 * 1024 * 1024;

/** The CSV files of an upload: as they were sent, or out of the zip that was sent. null: refused. */
export async function unpackUpload(files: readonly RosterFile[], faults: Faults): Promise<RosterFile[] | null> {
  const [first, ...more] = files;
  if (!first) {
    faults.add('no-file', { file: '' });
    return null;
  }
  const large = files.find((file) => file.bytes.length > maxUploadBytes);
  if (large || files.reduce((sum, file) => sum + file.bytes.length, 0) > maxUploadBytes) {
    faults.add('file-too-large', { file: (large ?? first).name });
    return null;
  }
  if (!files.some((file) => isZip(file.bytes))) return [...files];
  if (more.length > 0) {
    faults.add('too-many-files', { file: first.name }, { expected: 'één zip, of alleen CSV-bestanden' });
    return null;
  }
  const unzipped = await unzip(first.bytes);
  if ('files' in unzipped) return unzipped.files;
  const expected = `ten hoogste ${unzipped.max ?? ''} CSV-bestanden`;
  faults.add(unzipped.code, { file: first.name, found: unzipped.found }, { expected });
  return null;
}

/** Reads an upload as a roster, in whichever of the two formats it is. What is wrong is in `faults`. */
export async function readRoster(
  files: readonly RosterFile[],
  today: string,
  faults: Faults,
): Promise<ParsedRoster | null> {
  const csv = await unpackUpload(files, faults);
  if (!csv) return null;
  if (isOneRoster(csv)) return readOneRoster(csv, today, faults);
  const text = readSingle(csv, faults);
  return text && readSimpleCsv(text.name, text.text, today, faults);
}

/** The text of the only file of an upload. */
export function readSingle(csv: readonly RosterFile[], faults: Faults): { name: string; text: string } | null {
  const [file, second] = csv;
  if (!file) return null;
  if (second) {
    faults.add('too-many-files', { file: second.name }, { expected: 'één CSV-bestand, of de bestanden van OneRoster' });
    return null;
  }
  const decoded = decode(file.bytes);
  if ('text' in decoded) return { name: file.name, text: decoded.text };
  faults.add(decoded.code, { file: file.name });
  return null;
}
