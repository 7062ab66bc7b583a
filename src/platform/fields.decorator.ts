import { Transform } from 'class-transformer';

/** A text without the spaces around it, as everything that people type in one line or a few. */
export const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** Yes or no, also as a ticked box of a form and in an address. */
export const flag = Transform(({ value }: { value: unknown }) => (value === 'true' || value === 'on' ? true : value));

/** Of boxes to tick a form sends one text, or several, or nothing. */
export const asList = Transform(({ value }: { value: unknown }) =>
  value === undefined || value === null || value === ''
    ? undefined
    : Array.isArray(value)
      ? (value as unknown[])
      : [value],
);

/** A form says `ja` or `nee`. */
export const yes = Transform(({ value }: { value: unknown }) =>
  value === 'ja' ? true : value === 'nee' ? false : value,
);
