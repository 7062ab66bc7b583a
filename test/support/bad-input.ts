import type { Response } from 'supertest';

type Body = Record<string, unknown>;

/** Values that no text field takes, whatever it is for. */
const notText: unknown[] = [7, true, {}, ['a'], [[]], 'a\u0000b'];
const notYesOrNo: unknown[] = ['misschien', 1, {}, [true], 'true\u0000'];
const notId: unknown[] = ['7', '', 7, {}, ['a'], '00000000-0000-0000-0000-00000000000g', "' or 1=1 --", 'a\u0000b'];
const notDay: unknown[] = ['2026-13-01', '2026-02-30', '31-02-2026', '2026-1-1', '2026-01-01T00:00:00Z', '0000-01-01'];

export const bad = {
  text: (most: number): unknown[] => [...notText, 'x'.repeat(most + 1), '😀'.repeat(most + 1)],
  yesOrNo: notYesOrNo,
  id: notId,
  day: [...notDay, ...notText],
  list: [7, true, {}, 'geen-van-alle', ['geen-van-alle'], [null], [7], [{}], ['\u0000']],
} as const;

/** What a required field does not take either. */
export const required = (values: readonly unknown[]): unknown[] => [...values, null, undefined];

/** `[field, value]` for each, to be used with `test.each`; the value is shown shortened. */
export function badInput(fields: Record<string, readonly unknown[]>): [field: string, shown: string, value: unknown][] {
  return Object.entries(fields).flatMap(([field, values]) =>
    values.map((value): [string, string, unknown] => [field, (JSON.stringify(value) ?? 'nothing').slice(0, 40), value]),
  );
}

/** The same body with one field changed; `pupils.0.remark` reaches into it. */
export function withField(body: Body, field: string, value: unknown): Body {
  const copy = structuredClone(body);
  const path = field.split('.');
  const last = path.pop()!;
  const at = path.reduce<Body>((part, key) => part[key] as Body, copy);
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

/** The sender's fault, and the field is named: `fields` in an answer with 422. */
export function expectFaultIn(field: string, answer: Response): void {
  const { code, fields } = answer.body as { code: string; fields?: { field: string }[] };
  expect({ status: answer.status, code, fields }).toMatchObject({ status: 422, code: 'invalid' });
  const named = (fields ?? []).map((fault) => fault.field);
  expect(named.filter((name) => name === field || name.startsWith(`${field}.`))).not.toEqual([]);
}

/** Status and code of a refusal. */
export const refusalOf = ({ status, body }: { status: number; body: unknown }): [number, string] => [
  status,
  (body as { code: string }).code,
];
