import type { SameKeys } from '../message.types.js';
import type { imports as nl } from '../nl/imports.js';

export const imports: SameKeys<typeof nl> = {
  'import.no-file': 'Choose a file',
  'import-refused': 'There are faults in this file. Mend them and read it again.',
  'import-expired': 'This import has expired. Read the file again.',
  internal: 'Something went wrong on our side.',
};
