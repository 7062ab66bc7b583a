import { types } from 'node:util';

/** What may be told of an error in a log: where it was, of which kind, and its words only where they are our own. */
export interface ErrorDescription {
  error: string;
  message?: string;
  code?: string;
  table?: string;
  constraint?: string;
  stack?: string[];
  cause?: ErrorDescription;
}

export const isError = (thrown: unknown): thrown is Error => thrown instanceof Error || types.isNativeError(thrown);

const framesOf = (stack: string | undefined): string[] =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 20);

/**
 * Errors of the language and of our own code hold no data. Those of the database and of libraries quote what they could
 * not use ("invalid input syntax", "Unexpected token in ..."), and that is what a person typed.
 */
function ownWords(error: Error, frames: string[]): boolean {
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  const ofDatabase = driverError !== undefined || (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code));
  if (ofDatabase || error.name === 'SyntaxError') return false;
  const [thrower = ''] = frames;
  return !/node_modules|\(node:|at node:|\(<anonymous>\)/.test(thrower) && frames.length > 0;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w.:-]{1,80}$/.test(value) ? value : undefined;

/** Describes anything that was thrown. */
export function describeError(thrown: unknown, depth = 0): ErrorDescription {
  if (!isError(thrown)) return { error: typeof thrown };
  const { code, table, constraint } = thrown as unknown as Record<string, unknown>;
  const stack = framesOf(thrown.stack);
  const description: ErrorDescription = {
    error: text(thrown.name) ?? 'Error',
    message: ownWords(thrown, stack) ? thrown.message : undefined,
    code: text(code),
    table: text(table),
    constraint: text(constraint),
    stack,
  };
  // TypeORM hides the error of the driver behind its own, which carries the parameters of the query.
  const cause = thrown.cause ?? (thrown as { driverError?: unknown }).driverError;
  if (cause !== undefined && depth < 3) description.cause = describeError(cause, depth + 1);
  return description;
}

/** A stack that comes as text, as Nest passes it. */
export const stackFrames = (value: string): string[] | undefined =>
  /\n[ \t]+at /.test(value) ? framesOf(value) : undefined;
