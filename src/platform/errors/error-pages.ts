import type { Request } from 'express';
import type { DomainError } from './domain-error.js';

/** How an error looks to a person; the pages say how. */
export abstract class ErrorPages {
  abstract render(request: Request, error: DomainError): Response;
}
