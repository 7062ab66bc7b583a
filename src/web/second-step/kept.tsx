import type { WebRequest } from '../kit/view.js';
import { localPath } from '../kit/view.js';

/** A form that was sent, and waits until its sender has proved that it is him. */
export interface Kept {
  to: string;
  fields: readonly (readonly [name: string, value: string])[];
}

const action = 'bewaard.naar';
const prefix = 'bewaard.veld.';
/** What nobody should find back in a page. */
const secret = /password|wachtwoord/i;

/** What was typed in a form that came too late; undefined for an upload, which was not read. */
export function keptOf(request: WebRequest & { body?: unknown }): Kept | undefined {
  const to = localPath(request.originalUrl ?? request.url);
  if (request.method !== 'POST' || !to || !isForm(request)) return undefined;
  return { to, fields: textsOf(request.body).filter(([name]) => !secret.test(name)) };
}

/** The same, after it travelled along in the form for the code. */
export function keptIn(body: unknown): Kept | undefined {
  const texts = textsOf(body);
  const to = localPath(texts.find(([name]) => name === action)?.[1]);
  const fields = texts.flatMap(([name, value]) =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
  );
  return to ? { to, fields } : undefined;
}

/** Lets it travel along. */
export const KeptFields = ({ kept }: { kept: Kept }) => (
  <>
    <input type="hidden" name={action} value={kept.to} />
    {kept.fields.map(([name, value], i) => (
      <input key={i} type="hidden" name={prefix + name} value={value} />
    ))}
  </>
);

/** Sends it where it was going. */
export const SentAgain = ({ kept }: { kept: Kept }) => (
  <>
    {kept.fields.map(([name, value], i) => (
      <input key={i} type="hidden" name={name} value={value} />
    ))}
  </>
);

const isForm = ({ headers }: WebRequest): boolean =>
  headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;

const textsOf = (body: unknown): [string, string][] =>
  Object.entries(body ?? {}).flatMap(([name, value]: [string, unknown]) =>
    [value].flat().flatMap((one): [string, string][] => (typeof one === 'string' ? [[name, one]] : [])),
  );
