import { Transform } from 'class-transformer';

/** A text without the spaces around it, as everything that people type in one line or a few. */
export const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** Yes or no, also as a ticked box of a form and in an address. */
export const flag = Transform(({ value }: { value: unknown }) => (value === 'true' || value === 'on' ? true : value));
