import type { FaultCode } from './fault-texts.types.js';

export type Decoded = { text: string } | { code: FaultCode };

const startsWith = (bytes: Buffer, ...head: number[]): boolean => head.every((byte, at) => bytes[at] === byte);

/** 0x80-0x9F of Windows-1252. Some releases of Node decode these as Latin-1, so they are mapped here once more. */
const windows1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

export const isZip = (bytes: Buffer): boolean =>
  startsWith(bytes, 0x50, 0x4b) && (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6));

/** Text of a CSV file: UTF-8 with or without byte order mark, else Windows-1252. Anything else is refused by name. */
export function decode(bytes: Buffer): Decoded {
  if (bytes.length === 0) return { code: 'file-empty' };
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return { code: 'encoding-utf16' };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { code: 'file-is-spreadsheet' };
  if (bytes.includes(0)) return { code: looksUtf16(bytes) ? 'encoding-utf16' : 'file-is-binary' };
  const text = fromUtf8(bytes) ?? fromWindows1252(bytes);
  if (text === null || text.startsWith('%PDF')) return { code: 'file-is-binary' };
  if (/^(\s*<(\?xml|!doctype|html)|\{\\rtf)/i.test(text.slice(0, 200))) return { code: 'file-is-binary' };
  return text.trim() === '' ? { code: 'file-empty' } : { text };
}

/** UTF-16 without a byte order mark has a NUL in nearly every second byte of western text. */
function looksUtf16(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 1000);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, at) => {
    if (byte === 0 && at % 2 === 0) even += 1;
    if (byte === 0 && at % 2 === 1) odd += 1;
  });
  return Math.max(even, odd) > sample.length * 0.4;
}

function fromUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** null when bytes occur that Windows-1252 does not have: then it is not text. */
function fromWindows1252(bytes: Buffer): string | null {
  const text = new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009F]/g, (char) => windows1252[char.charCodeAt(0) - 0x80] ?? char);
  return /[\u0080-\u009F]/.test(text) ? null : text;
}
