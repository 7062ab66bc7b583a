import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { requestIdOf, routeOf, type TransactionRequest } from '../access/access.guard.js';
import { ROUTE_ACCESS, type RouteAccess } from '../access/allow.decorator.js';
import { IDEMPOTENT } from '../access/idempotent.decorator.js';
import { RefusalLog } from '../access/refusal-log.js';
import { DomainError } from '../errors/domain-error.js';
import { toDomainError } from '../errors/problem.filter.js';
import { Db } from './db.js';
import { IdempotencyStore } from './idempotency.js';

/** One transaction around the handler; the answer leaves after the commit. */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  constructor(
    private readonly db: Db,
    private readonly reflector: Reflector,
    private readonly idempotency: IdempotencyStore,
    private readonly refusals: RefusalLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<TransactionRequest>();
    const { transaction, actor } = request;
    if (!transaction) return next.handle();
    const handle = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    const work =
      actor && this.reflector.get<boolean | undefined>(IDEMPOTENT, context.getHandler())
        ? () => this.idempotency.once(actor, request, handle)
        : handle;
    return from(
      this.db.run(transaction, work).catch(async (error: unknown) => {
        // What has to be kept of a refusal is kept on its own: the first transaction is gone.
        const keep = error instanceof DomainError ? error.afterRollback : undefined;
        const outOfSight = actor && this.isForSome(context) && toDomainError(error)?.status === 404;
        const record = keep ?? (outOfSight ? () => this.refusals.outOfSight(actor, routeOf(request)) : undefined);
        if (record) await this.db.run(await this.db.open(transaction.token, requestIdOf(request)), record);
        throw error;
      }),
    );
  }

  /** A route for some roles: what is not there for one of them stood in the address, or in what was sent. */
  private isForSome(context: ExecutionContext): boolean {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    return typeof access === 'object';
  }
}
