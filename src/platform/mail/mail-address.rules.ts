/**
 * One plain address and nothing that could end a header line or name a second recipient. Stricter than the standard, which
 * allows quotes, comments and routes that no school uses.
 */
const plain = /^[a-z0-9!#$%&'*+/=?^_{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_{|}~-]+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i;

export const isPlainAddress = (text: string): boolean => text.length <= 200 && plain.test(text);

export interface Sender {
  name: string;
  address: string;
}

/** `Doorstroomdossier <noreply@example.nl>`, or an address alone. */
export function readSender(text: string): Sender | undefined {
  const [, name = '', bracketed] = /^([^<>"\r\n]{0,80})<([^<>]*)>$/.exec(text) ?? [];
  const address = bracketed ?? text;
  return isPlainAddress(address) ? { name: name.trim(), address } : undefined;
}
