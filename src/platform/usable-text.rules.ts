/**
 * Characters that no text of a person has on purpose: control characters (PostgreSQL has no place for a NUL, a terminal
 * obeys an escape), half of a surrogate pair, characters that are none, and those that turn the direction of what
 * follows, by which a text can be made to read as another. Marks that only order a line (U+200E, U+200F) are used in
 * Arabic and stay.
 */
// eslint-disable-next-line no-control-regex
const unusable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff\p{Cs}]/u;
const all = new RegExp(unusable, 'gu');

/** Whether a text can be kept and shown as it is. */
export const isUsable = (text: string): boolean => !unusable.test(text);

/** The text without them. */
export const withoutUnusable = (text: string): string => text.replace(all, '');
