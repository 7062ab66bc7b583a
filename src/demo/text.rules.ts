/** Plain letters of a name, for a mail address: `Yılmaz` -> `yilmaz`. */
export const letters = (name: string): string =>
  name
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase();
