import { createParamDecorator, type ExecutionContext, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { randomUUID } from 'node:crypto';
import { DomainError, type FieldFault, invalid } from '../../platform/errors/domain-error.js';
import { withoutUnusable } from '../../platform/usable-text.rules.js';
import { faultsOf, readAsTyped } from './form-values.js';

/** A submitted (or still empty) HTML form around the DTO that the JSON API uses too. */
export class Form<T extends object> {
  /** The same key when the same form is sent twice; a new one for a form that is shown for the first time. */
  readonly idempotencyKey: string;

  constructor(
    /** Only to be used when `valid`. */
    readonly value: T,
    private readonly raw: ReadonlyMap<string, string>,
    readonly faults: readonly FieldFault[] = [],
  ) {
    this.idempotencyKey = keyOf(raw.get('idempotencyKey')) ?? randomUUID();
  }

  /** A form to show, filled in: `Form.of({ kind: 'open-day', rows: [{ present: true }] })`. */
  static of<T extends object>(values: object = {}): Form<T> {
    const raw = new Map<string, string>();
    flatten(values, '', raw);
    return new Form<T>({} as T, raw);
  }

  get valid(): boolean {
    return this.faults.length === 0;
  }
  /** What the user typed, so that nothing is lost when the page comes back with faults. */
  text(name: string): string {
    return this.raw.get(name) ?? '';
  }
  checked(name: string, value = 'on'): boolean {
    return this.raw.get(name) === value;
  }
  /** For a group of checkboxes `name.0`, `name.1`, …: is this value among them? */
  includes(name: string, value: string): boolean {
    for (const [field, text] of this.raw) if (text === value && isMember(field, name)) return true;
    return false;
  }
  fault(name: string): FieldFault | undefined {
    return this.faults.find((fault) => fault.field === name);
  }

  /** Of a form of buttons alone, which has no page to come back on: what was sent, or a refusal. */
  orThrow(): T {
    if (!this.valid) throw invalid([...this.faults]);
    return this.value;
  }

  /** The version of the row that the user saw. */
  get version(): number | undefined {
    const text = this.raw.get('version') ?? '';
    return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  }

  /** The same form on the version that stands there now, so that saving again is on purpose. */
  on(version: number): Form<T> {
    return new Form(this.value, new Map(this.raw).set('version', String(version)), this.faults);
  }

  withFaults(faults: readonly FieldFault[]): Form<T> {
    const raw = new Map(this.raw).set('idempotencyKey', this.idempotencyKey);
    return new Form(this.value, raw, [...this.faults, ...faults]);
  }

  /** The form again with what a use case refused; what is not for the form is thrown on. Signing in adds 401 and 429. */
  refused(error: unknown, statuses: readonly number[] = [409, 422]): Form<T> {
    if (!(error instanceof DomainError) || !statuses.includes(error.status)) throw error;
    const { code, params, fields } = error;
    return this.withFaults(fields.length > 0 ? fields : [{ field: '', code, params }]);
  }
}

const keyOf = (text?: string): string | undefined => (text && /^[\w-]{8,100}$/.test(text) ? text : undefined);
const isMember = (field: string, name: string): boolean =>
  field.startsWith(`${name}.`) && /^\d+$/.test(field.slice(name.length + 1));

function flatten(values: object, prefix: string, into: Map<string, string>): void {
  for (const [key, value] of Object.entries(values) as [string, unknown][]) {
    const name = prefix + key;
    if (typeof value === 'string' || typeof value === 'number') into.set(name, String(value));
    else if (value === true) into.set(name, 'on');
    else if (typeof value === 'object' && value !== null) flatten(value, `${name}.`, into);
  }
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const isIndex = (part: string | undefined): boolean => part !== undefined && /^\d{1,3}$/.test(part);

/**
 * 'rows.3.remark' -> { rows: [, , , { remark }] }. Dots, because body parsers leave them alone and have limits of their
 * own for brackets. Nonsense (`a=1&a.b=2`, `rows.length=9`) is left out, not a crash.
 */
export function nest(flat: Iterable<[string, string]>): Record<string, unknown> {
  const root = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of flat) {
    const path = name.split('.');
    if (path.length <= 5 && !path.some((part) => forbidden.has(part))) place(root, path, value);
  }
  return root;
}

function place(root: Record<string, unknown>, path: string[], value: string): void {
  let node: unknown = root;
  for (const [i, part] of path.entries()) {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node) && !isIndex(part)) return;
    const parent = node as Record<string, unknown>;
    if (i === path.length - 1) parent[part] ??= value;
    else node = parent[part] ??= isIndex(path[i + 1]) ? [] : Object.create(null);
  }
}

/** Body (or query) -> Form: raw text kept, DTO made and validated, faults as message keys. */
export class FormPipe<T extends object> implements PipeTransform<unknown, Promise<Form<T>>> {
  constructor(private readonly dto: Type<T>) {}

  async transform(body: unknown): Promise<Form<T>> {
    const raw = new Map<string, string>();
    const filled: [string, string][] = [];
    for (const [name, sent] of Object.entries(body ?? {}) as [string, unknown][]) {
      const last: unknown = Array.isArray(sent) ? sent.at(-1) : sent;
      if (typeof last !== 'string') continue;
      // What cannot be seen came along with something that was pasted; nobody could find it to take it out.
      const text = withoutUnusable(last).replace(/\r\n?/g, '\n');
      raw.set(name, text);
      const value = /password$/i.test(name) ? text : text.trim();
      if (value !== '') filled.push([name, value]); // an empty input is an absent one
    }
    const value = readAsTyped(plainToInstance(this.dto, nest(filled)));
    // The value is of our own class; a class without a field, of a form of a button alone, is none that is unknown.
    const errors = await validate(value, { whitelist: true, forbidUnknownValues: false });
    return new Form(value, raw, faultsOf(errors));
  }
}

// Custom parameters, so that a global ValidationPipe leaves them alone.
const Sent = createParamDecorator(
  (part: 'body' | 'query', context: ExecutionContext) =>
    context.switchToHttp().getRequest<Record<'body' | 'query', unknown>>()[part],
);
/** `@FormBody(LogActivityDto) form: Form<LogActivityDto>` */
export const FormBody = <T extends object>(dto: Type<T>): ParameterDecorator => Sent('body', new FormPipe(dto));
/** The same for a form with method get, such as a filter. */
export const FormQuery = <T extends object>(dto: Type<T>): ParameterDecorator => Sent('query', new FormPipe(dto));
