import type { SameKeys } from '../message.types.js';
import type { opleidingen as nl } from '../nl/opleidingen.js';

export const opleidingen: SameKeys<typeof nl> = {
  'opleiding-exists': 'This crebo code is already offered at this location in this learning path',
  'opleiding-crebo': 'Enter a crebo code of five digits, such as 25180',
  'opleiding-name': 'Enter the name of the programme, with letters and at most 150 characters',
  'location-unknown': 'Choose a location of your own school',
  'not-in-list': 'This is not in the list',
  'nothing-chosen': 'Tick at least one programme',
  'chosen-rows-faulty': {
    one: 'What you chose has 1 row with a mistake (line {line}). Nothing was saved.',
    other: 'What you chose has {count} rows with a mistake (the first on line {line}). Nothing was saved.',
  },
  'list-missing': 'Choose a file',
  'list-empty': 'This file is empty',
  'list-is-spreadsheet': 'This is a spreadsheet. Use "Save as" in it and choose CSV UTF-8',
  'list-not-text': 'This is not a CSV file',
  'list-utf16': 'This file was saved as UTF-16. Save it as CSV UTF-8',
  'list-line-too-long': 'Line {line} is longer than {max} characters. This is not a list of programmes',
  'list-separator': 'This file has no columns with a comma or semicolon between them',
  'list-column-missing': 'These columns are missing from the file: {columns}',
  'list-column-twice': 'The column "{column}" is in the file twice',
  'list-no-rows': 'There are no programmes below the column names',
  'list-too-many-rows': 'This file has more than {max} rows. Split it into parts',
  'opleidingen.added': '{name} is now offered.',
  'opleidingen.corrected': '{name} was changed.',
  'opleidingen.withdrawn': '{name} is no longer offered.',
  'opleidingen.offered-again': '{name} is offered again.',
  'opleidingen.imported': 'Saved. New: {added}, changed: {changed}.',
};
