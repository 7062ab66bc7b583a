/** Refusals around bringing in rosters; what is wrong in a file is told by the import itself. */
export const imports = {
  'import.no-file': 'Kies een bestand',
  'import-refused': 'Er zitten fouten in dit bestand. Verbeter ze en lees het opnieuw in.',
  'import-expired': 'Deze import is verlopen. Lees het bestand opnieuw in.',
  internal: 'Er ging iets mis bij ons.',
} as const;
