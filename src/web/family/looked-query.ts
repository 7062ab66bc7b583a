/** Which part of the list the address asks for: `?wie=zelf&voor=…`. */
export function pageOf({ wie, voor }: Record<string, unknown>): { own: boolean; before?: string } {
  return { own: wie === 'zelf', ...(typeof voor === 'string' && voor !== '' ? { before: voor } : {}) };
}
