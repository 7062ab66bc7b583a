/** In SQL: the whole name of a person or pupil; an institution has a family name only. */
export const nameIn = (row: string): string =>
  `concat_ws(' ', nullif(${row}.given_name, ''), nullif(${row}.infix, ''), ${row}.family_name)`;

/** In SQL: the name of whoever did something, a member of staff, a guardian or the pupil, as far as the reader knows him. */
export const whoIs = (id: string): string =>
  `coalesce((select ${nameIn('w')} from person w where w.id = ${id}), (select ${nameIn('w')} from pupil w where w.id = ${id}), '')`;
