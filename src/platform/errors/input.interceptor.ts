import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { type FieldFault, invalid } from './domain-error.js';
import { unfitFor } from './unfit.rules.js';

/**
 * What no route of the API takes is refused before anything is done with it: names and texts that are fit for nothing,
 * and a body or a query where the route takes none. Whoever sends that expects something of it and would never hear
 * that it was passed over. What a route does take is checked by the InputPipe, and a form by its own pipe.
 */
@Injectable()
export class InputInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.path.startsWith('/api/')) {
      const faults = [
        ...faultsIn(request.body, takes(context, RouteParamtypes.BODY)),
        ...faultsIn(request.query, takes(context, RouteParamtypes.QUERY)),
      ];
      if (faults.length > 0) throw invalid(faults);
    }
    return next.handle();
  }
}

const faultsIn = (sent: unknown, taken: boolean): FieldFault[] =>
  taken
    ? unfitFor(sent)
    : Object.keys(sent ?? {})
        .slice(0, 1)
        .map((field) => ({ field, code: 'unknown-field' }));

/** Nest keeps what a handler is called with as `type:place`. */
function takes(context: ExecutionContext, type: RouteParamtypes): boolean {
  const taken = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ??
    {}) as object;
  return Object.keys(taken).some((key) => key.startsWith(`${type}:`));
}
