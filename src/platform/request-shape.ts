import type { NextFunction, Request, Response } from 'express';
import { DomainError } from './errors/domain-error.js';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * What no route takes is refused before anything of it is read: a method that is nowhere on the list (TRACE, OPTIONS,
 * whatever a scanner makes up), and a body for the API that is neither JSON nor a file. A form of another site can send
 * texts only, so this closes the API to forms altogether.
 */
export function requestShape(request: Request, response: Response, next: NextFunction): void {
  if (!methods.includes(request.method)) {
    response.setHeader('allow', methods.join(', '));
    return next(new DomainError('method-not-allowed', 405));
  }
  if (request.path.startsWith('/api/') && hasForeignBody(request))
    return next(new DomainError('unsupported-media-type', 415));
  next();
}

/** `is` says null where there is no body, and false where it is of another type. */
const hasForeignBody = (request: Request): boolean =>
  request.get('content-length') !== '0' && request.is(['application/json', 'multipart/form-data']) === false;
