/**
 * A value that a spreadsheet shows and never works out: between quotes, and with an apostrophe before what begins like a
 * formula. Also when a blank stands before it, and for the wide forms that some programs take for the same signs.
 */
export const safeCell = (value: string): string =>
  `"${(/^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/** A file for a spreadsheet, with semicolons and a mark for UTF-8: so Dutch ones read it at a double click. */
export const csvFile = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\ufeff${[heads, ...rows].map((cells) => cells.map(safeCell).join(';')).join('\r\n')}\r\n`;
