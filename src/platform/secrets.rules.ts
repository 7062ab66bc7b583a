import { Buffer } from 'node:buffer';

const placeholder =
  /(change|replace|fill)[-_ ]?(me|this|it)( ?in)?|secret|password|wachtwoord|geheim|example|placeholder|your|default|insecure|test|app|key|0123456789|123456|abcdef|qwerty/gi;

/** Whether a person typed this to get past the question: known words, or the same few characters over and over. */
export function isPlaceholder(secret: string): boolean {
  const rest = secret.replace(placeholder, '').replace(/[^a-z0-9]/gi, '');
  return new Set(secret).size < 8 || rest.length < 16;
}

/** What is wrong with a secret of free form, or undefined. */
export function secretFault(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return 'is missing; make one with: openssl rand -base64 48';
  if (value.length < 32) return 'must be at least 32 characters; make one with: openssl rand -base64 48';
  if (isPlaceholder(value)) return 'is a placeholder; make a random one with: openssl rand -base64 48';
  return undefined;
}

/** What is wrong with a key of 32 bytes in base64, or undefined. */
export function keyFault(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return 'is missing; make one with: openssl rand -base64 32';
  if (!/^[A-Za-z0-9+/]{43}=$/.test(value)) return 'must be 32 bytes in base64; make one with: openssl rand -base64 32';
  const bytes = Buffer.from(value, 'base64');
  const text = bytes.toString('latin1');
  // Typed text, and not random bytes: then the rule for words applies to it.
  const typed = /^[\x20-\x7e]{32}$/.test(text) && isPlaceholder(text);
  if (typed || new Set(bytes).size < 8 || isPlaceholder(value))
    return 'is a placeholder; make a random one with: openssl rand -base64 32';
  return undefined;
}
