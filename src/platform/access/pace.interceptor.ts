import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, type Observable, switchMap } from 'rxjs';
import { Db } from '../database/db.js';
import { DomainError } from '../errors/domain-error.js';
import type { ActorRequest } from './allow.decorator.js';
import { PACED, type Paced, paces } from './paced.decorator.js';

/** Inside the transaction of the request: what was refused for another reason was no turn. */
@Injectable()
export class PaceInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly db: Db,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const paced = this.reflector.get<Paced | undefined>(PACED, context.getHandler());
    const request = context.switchToHttp().getRequest<ActorRequest>();
    if (!paced || !request.actor || (paced.field && !isFilled(request, paced.field))) return next.handle();
    return from(this.take(paced)).pipe(switchMap(() => next.handle()));
  }

  private async take({ kind }: Paced): Promise<void> {
    const { most, seconds } = paces[kind];
    const row = await this.db.one<{ wait: number }>('select take_turn($1, $2, $3) as wait', [kind, most, seconds]);
    const wait = row?.wait ?? 0;
    if (wait > 0) throw new DomainError(`too-often.${kind}`, 429, { retryAfter: wait, count: Math.ceil(wait / 60) });
  }
}

function isFilled({ query, body }: ActorRequest, field: string): boolean {
  const sent: unknown =
    (query as Record<string, unknown>)[field] ?? (body as Record<string, unknown> | undefined)?.[field];
  return sent !== undefined && sent !== '';
}
