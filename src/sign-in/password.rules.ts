import type { FieldFault } from '../platform/errors/domain-error.js';
import { commonPasswords } from './common-passwords.rules.js';

const shortest = 10;
const longest = 200;

const squash = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What is wrong with a new password, or undefined. Length counts; rules about capitals and signs only annoy. */
export function passwordFault(password: string, login: string): FieldFault | undefined {
  const field = 'password';
  if (password.length < shortest) return { field, code: 'password-too-short', params: { min: shortest } };
  if (password.length > longest) return { field, code: 'password-too-long', params: { max: longest } };
  if (isCommon(password)) return { field, code: 'password-common' };
  if (hasLogin(password, login)) return { field, code: 'password-has-login' };
  return undefined;
}

/** Known by heart to every guesser, also with a year or an exclamation mark before or behind it. */
function isCommon(password: string): boolean {
  const plain = password.toLowerCase();
  const letters = [...plain.matchAll(/\p{L}/gu)];
  const bare = plain.slice(letters[0]?.index, (letters.at(-1)?.index ?? -1) + 1);
  return commonPasswords.has(plain) || commonPasswords.has(bare) || new Set(plain).size < 5;
}

function hasLogin(password: string, login: string): boolean {
  const [name = ''] = login.split('@');
  const said = squash(password);
  return [squash(name), ...name.split(/[^\p{L}\p{N}]+/u).map(squash)].some(
    (part, index) => part.length >= (index === 0 ? 3 : 6) && said.includes(part),
  );
}
