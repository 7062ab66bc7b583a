import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, validateFileName, type ZipFile } from 'yauzl';
import type { FaultCode } from './fault-texts.types.js';
import type { RosterFile } from './roster.types.js';

export interface ZipLimits {
  files: number;
  /** Bytes of all files together, counted while they come out: what the zip says about itself proves nothing. */
  bytes: number;
}
export const zipLimits: ZipLimits = { files: 20, bytes: 60 * 1024 * 1024 };
/** Folders and other files may be in it too, but not without end. */
const maxEntries = 200;

export type Unzipped = { files: RosterFile[] } | { code: FaultCode; found: string; max?: number };

class Refused extends Error {
  constructor(
    readonly code: FaultCode,
    readonly found: string,
  ) {
    super(code);
  }
}

/** The CSV files of a zip, in any folder. Refuses what is locked, broken, too big when unpacked or badly named. */
export async function unzip(bytes: Buffer, limits: ZipLimits = zipLimits): Promise<Unzipped> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: true, validateEntrySizes: true });
    return { files: await readEntries(zip, limits) };
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, found: error.found, max: limits.files };
    // yauzl throws plain errors; the name of an entry is the one thing it checks that is not damage.
    const message = error instanceof Error ? error.message : '';
    const named = /^(invalid relative path|absolute path|invalid characters in fileName): (.*)$/s.exec(message);
    if (named) return { code: 'zip-name', found: named[2] ?? '' };
    return { code: /encrypt/i.test(message) ? 'zip-encrypted' : 'zip-corrupt', found: '' };
  }
}

const isCsv = (name: string): boolean => {
  const base = name.split('/').at(-1) ?? '';
  // macOS puts a shadow of each file in a folder of its own.
  return /\.csv$/i.test(base) && !base.startsWith('._') && !name.startsWith('__MACOSX/');
};

async function readEntries(zip: ZipFile, limits: ZipLimits): Promise<RosterFile[]> {
  if (zip.entryCount > maxEntries) throw new Refused('too-many-files', `${zip.entryCount} bestanden`);
  const files: RosterFile[] = [];
  let room = limits.bytes;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName;
    if (validateFileName(name) !== null) throw new Refused('zip-name', name);
    if (/(^|\/)(xl\/workbook\.(xml|bin)|content\.xml)$/.test(name)) throw new Refused('file-is-spreadsheet', name);
    if (!isCsv(name)) continue;
    if (entry.isEncrypted()) throw new Refused('zip-encrypted', name);
    if (files.length === limits.files) throw new Refused('too-many-files', `meer dan ${limits.files} CSV-bestanden`);
    const content = await readEntry(zip, entry, room);
    room -= content.length;
    files.push({ name, bytes: content });
  }
  if (files.length === 0) throw new Refused('zip-without-csv', '');
  return files;
}

async function readEntry(zip: ZipFile, entry: Entry, room: number): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop destroys the stream, so that nothing more is unpacked.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > room) throw new Refused('zip-bomb', entry.fileName);
    chunks.push(chunk);
  }
  const content = Buffer.concat(chunks, size);
  if (crc32(content) !== entry.crc32) throw new Refused('zip-corrupt', entry.fileName);
  return content;
}
