import { randomUUID } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Config } from '../config.js';
import { Db, type RequestTransaction } from '../database/db.js';
import { DomainError, forbidden, notFound, unauthenticated } from '../errors/domain-error.js';
import { type Actor, hasRole, type Role } from './actor.js';
import { type ActorRequest, ROUTE_ACCESS, type RouteAccess } from './allow.decorator.js';
import { RefusalLog } from './refusal-log.js';
import { requestToken } from './session-token.js';

export type TransactionRequest = ActorRequest & { transaction?: RequestTransaction };

/** Deny by default: opens the request's transaction with the session's context and asks what the route declares. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly db: Db,
    private readonly config: Config,
    private readonly refusals: RefusalLog,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw notFound();
    if (access === 'anonymous') return true;
    const http = context.switchToHttp();
    const request = http.getRequest<TransactionRequest>();
    const token = requestToken(request, this.config.secureCookies);
    if (access !== 'public' && !token) throw unauthenticated();
    if (access === 'public' && !token) return true;

    const transaction = await this.db.open(token, requestIdOf(request));
    const refusal = refuse(access, transaction.actor, request);
    if (refusal) {
      const actor = transaction.actor;
      if (actor) await this.db.run(transaction, () => this.refusals.routeRefused(actor, routeOf(request)));
      else await this.db.close(transaction, 'rollback');
      throw refusal;
    }
    request.actor = transaction.actor ?? undefined;
    request.transaction = transaction;
    // Whatever happens between here and the interceptor, the connection goes back.
    request.res?.once('close', () => void this.db.close(transaction, 'rollback').catch(() => undefined));
    return true;
  }
}

function refuse(
  access: Exclude<RouteAccess, 'anonymous'>,
  actor: Actor | null,
  request: TransactionRequest,
): DomainError | null {
  if (access === 'public') return null;
  if (!actor) return unauthenticated();
  if (access === 'signed-in' || hasRole(actor, ...(access as Role[]))) return null;
  // Where the route names an object, "you may not" would say that it exists.
  return Object.keys(request.params).length > 0 ? notFound() : forbidden();
}

/** Method and pattern of the route: the address itself would hold ids. */
export const routeOf = ({ method, route }: TransactionRequest): string =>
  `${method} ${(route as { path?: string } | undefined)?.path ?? ''}`;

export const requestIdOf = (request: TransactionRequest): string =>
  (request as { requestId?: string }).requestId ?? randomUUID();
