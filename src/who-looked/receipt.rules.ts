/** `A3F0-99C2-41BE`: the beginning of the hash of the last row, to write down. */
export const receiptCode = (hex: string): string => hex.toUpperCase().match(/.{4}/g)!.join('-');

/** What someone typed, as it is stored; null when it cannot be a code of ours. */
export function readReceipt(typed: string): string | null {
  const hex = typed.replace(/[\s-]/g, '').replace(/[oO]/g, '0').replace(/[lI]/g, '1').toLowerCase();
  return /^[0-9a-f]{12}$/.test(hex) ? hex : null;
}
