import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { type JsonLogger, requestContext } from './logging.js';

/** Asked every few seconds by whoever keeps the service running. */
const probes = new Set(['/livez', '/readyz']);

/**
 * Gives each request an id of its own (`x-request-id`; one from outside is not believed) and writes one line when it is
 * answered. The route is the pattern of the route, never the address: that holds ids and what people search for.
 */
export function requestLogging(logger: JsonLogger): RequestHandler {
  return (request: Request & { requestId?: string }, response: Response, next: NextFunction) => {
    const requestId = (request.requestId = randomUUID());
    const start = performance.now();
    response.setHeader('x-request-id', requestId);
    response.once('close', () => {
      const route = routeOf(request);
      const aborted = !response.writableFinished;
      const { statusCode } = response;
      const level = statusCode >= 500 ? 'error' : probes.has(route) ? 'debug' : 'info';
      logger.event(level, 'request', {
        requestId,
        method: request.method,
        route,
        status: statusCode,
        ms: Math.round((performance.now() - start) * 10) / 10,
        ...(aborted ? { aborted } : {}),
      });
    });
    requestContext.run({ requestId }, next);
  };
}

function routeOf(request: Request): string {
  const route = request.route as { path?: unknown } | undefined;
  return typeof route?.path === 'string' ? route.path : 'unmatched';
}
