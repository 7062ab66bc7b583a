import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Request, Response as ExpressResponse } from 'express';
import { copyHeaders } from '../web-response.adapter.js';
import { DomainError } from './domain-error.js';
import { ErrorPages } from './error-pages.js';

/** PostgreSQL's codes for what a request can cause; anything else is ours and a 500. */
const database: Record<string, [code: string, status: number]> = {
  '42501': ['not-found', 404], // a row-level policy said no where the first wall did not
  '23505': ['conflict', 409],
  '23503': ['conflict', 409],
  '23P01': ['conflict', 409],
  '23514': ['invalid', 422],
  '22P02': ['invalid', 422],
  '22001': ['invalid', 422],
  '22003': ['invalid', 422],
  '22021': ['invalid', 422],
  '22007': ['invalid', 422],
  '22008': ['invalid', 422],
  '40001': ['busy', 503],
  '40P01': ['busy', 503],
  '55P03': ['busy', 503],
  '57014': ['busy', 503],
  '57P01': ['unavailable', 503],
  '57P03': ['unavailable', 503],
};
const http: Record<number, string> = {
  400: 'bad-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
};

export function toDomainError(exception: unknown): DomainError | null {
  if (exception instanceof DomainError) return exception;
  if (exception instanceof HttpException) return fromStatus(exception.getStatus());
  const { code, status, type } = (exception ?? {}) as { code?: unknown; status?: unknown; type?: unknown };
  if (typeof type === 'string' && typeof status === 'number' && status < 500) return fromStatus(status); // body parsers
  if (typeof code === 'string' && code in database) return new DomainError(...database[code]!);
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE') return new DomainError('unavailable', 503);
  if (
    exception instanceof Error &&
    /timeout exceeded when trying to connect|Connection terminated/.test(exception.message)
  )
    return new DomainError('unavailable', 503);
  return null;
}
const fromStatus = (status: number): DomainError | null =>
  status >= 500 ? null : new DomainError(http[status] ?? 'bad-request', status);

/** Programs get problem+json (RFC 9457), people a page. Nothing of the request or the row is echoed or logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('errors');
  constructor(private readonly moduleRef: ModuleRef) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<ExpressResponse>();
    const error = toDomainError(exception) ?? new DomainError('internal', 500);
    if (error.status >= 500 || isDatabaseRefusal(exception)) this.logger.error(describe(exception));
    if (response.headersSent) return void response.end();
    if (typeof error.params.retryAfter === 'number') response.setHeader('retry-after', error.params.retryAfter);
    if (request.originalUrl.startsWith('/api/')) return sendProblem(response, error);
    void this.sendPage(request, response, error);
  }

  private async sendPage(request: Request, response: ExpressResponse, error: DomainError): Promise<void> {
    const pages = this.moduleRef.get(ErrorPages, { strict: false });
    const page = pages.render(request, error);
    response.status(page.status);
    copyHeaders(page, response);
    response.end(Buffer.from(await page.arrayBuffer()));
  }
}

function sendProblem(response: ExpressResponse, error: DomainError): void {
  if (error.status === 401) response.setHeader('www-authenticate', 'Bearer');
  if (error.status === 503) response.setHeader('retry-after', '1');
  response.status(error.status).setHeader('content-type', 'application/problem+json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.end(
    JSON.stringify({
      type: 'about:blank',
      title: error.code,
      status: error.status,
      code: error.code,
      ...(Object.keys(error.params).length > 0 ? { params: error.params } : {}),
      ...(error.fields.length > 0 ? { fields: error.fields } : {}),
    }),
  );
}

const isDatabaseRefusal = (exception: unknown): boolean => (exception as { code?: unknown } | null)?.code === '42501';

/** Where it went wrong, without the row: a database error's detail and parameters may hold names. */
function describe(exception: unknown): string {
  if (!(exception instanceof Error)) return 'unknown error';
  const { code, table, constraint, routine } = exception as unknown as Record<string, unknown>;
  const frames = (exception.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '));
  const facts = [code, table, constraint, routine].filter((fact) => typeof fact === 'string').join(' ');
  const message = code === undefined ? exception.message : exception.name;
  return `${message} ${facts}\n${frames.slice(0, 8).join('\n')}`;
}
