/** How a login is looked up: nobody has to remember capitals. */
export const normalLogin = (login: string): string => login.trim().normalize('NFC').toLowerCase();
