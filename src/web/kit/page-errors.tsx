import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { DomainError } from '../../platform/errors/domain-error.js';
import { ErrorPages } from '../../platform/errors/error-pages.js';
import { ErrorPage } from '../ui/error.page.js';
import { CodePage } from '../second-step/code.page.js';
import { keptOf } from '../second-step/kept.js';
import { withQuery } from './address.js';
import { Form } from './form.js';
import { returnPathOf, View, type WebRequest } from './view.js';

/**
 * The page for a refusal, in the visitor's language, with what to do next; who has no session goes to the sign-in page
 * and comes back afterwards.
 */
@Injectable()
export class WebErrorPages extends ErrorPages {
  render(request: Request, error: DomainError): Response {
    return errorResponse(request, error);
  }
}

export function errorResponse(request: WebRequest, error: Pick<DomainError, 'status' | 'code' | 'params'>): Response {
  const view = new View(request);
  if (error.code === 'second-factor-required' || error.code === 'step-up-required') return toSecondStep(view, request);
  if (error.status === 401) return view.redirect(withQuery('/aanmelden', { terug: returnPathOf(request) }));
  return view.page(<ErrorPage status={error.status} code={error.code} params={error.params} />, error.status);
}

/** What was typed in a form goes along where that can be: who has no second step signs in again. */
function toSecondStep(view: View, request: WebRequest): Response {
  const kept = view.user?.provesBy === 'code' ? keptOf(request) : undefined;
  if (kept) return view.page(<CodePage form={Form.of()} kept={kept} />, 403);
  return view.redirect(withQuery('/tweede-stap', { terug: returnPathOf(request) }));
}
