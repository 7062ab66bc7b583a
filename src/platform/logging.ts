import { AsyncLocalStorage } from 'node:async_hooks';
import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.js';
import { describeError, isError, stackFrames } from './error-description.rules.js';

/** All that a line can say besides its message. A field that is not here is not written, whoever passes it. */
const fieldNames = [
  'requestId',
  'method',
  'route',
  'status',
  'ms',
  'aborted',
  'code',
  'count',
  'job',
  'port',
  'version',
] as const;
export type LogFields = Partial<Record<(typeof fieldNames)[number], string | number | boolean>>;

type Level = 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** The request in which something happens, so that its lines can be found together. */
export const requestContext = new AsyncLocalStorage<{ requestId: string }>();

/** Nest tells every route and module at start; that is of use to nobody but a developer. */
const chatty = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory']);

/** Writes JSON lines without personal data: fixed sentences, allowed fields, errors without what people typed. */
export class JsonLogger implements LoggerService {
  private readonly out: Logger;

  constructor(level: Config['logLevel'], destination?: DestinationStream) {
    const options = {
      level,
      base: undefined,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
    };
    this.out = destination ? pino(options, destination) : pino(options);
  }

  /** A line with fields, for our own code. The message is a fixed sentence, never built from data. */
  event(level: Level, message: string, fields: LogFields = {}): void {
    this.out[level]({ ...requestContext.getStore(), ...allowed(fields) }, message);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest passes a message or an error, perhaps a stack, and last the name of the class that speaks. */
  private write(level: Level, message: unknown, rest: unknown[]): void {
    const texts = rest.filter((part) => typeof part === 'string');
    const last = texts.at(-1);
    const context = last !== undefined && /^[\w-]{1,60}$/.test(last) ? last : undefined;
    const thrown = [message, ...rest].find((part) => isError(part));
    const objects = [message, ...rest].filter((part) => typeof part === 'object' && part !== thrown);
    const line = {
      context,
      ...requestContext.getStore(),
      ...objects.map(allowed).reduce((all, some) => ({ ...all, ...some }), {}),
      ...(thrown ? { failure: describeError(thrown) } : {}),
      stack: texts.map(stackFrames).find(Boolean),
    };
    const words = typeof message === 'string' && !stackFrames(message) ? message : 'unexpected failure';
    this.out[level === 'info' && chatty.has(context ?? '') ? 'debug' : level](line, words);
  }
}

function allowed(fields: unknown): LogFields {
  const given = (fields ?? {}) as Record<string, unknown>;
  const scalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
  return Object.fromEntries(fieldNames.filter((name) => scalar(given[name])).map((name) => [name, given[name]]));
}
