import { Transform } from 'class-transformer';

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
