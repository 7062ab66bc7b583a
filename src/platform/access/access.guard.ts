import { randomUUID } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Config } from '../config.js';
import { Db, type RequestTransaction } from '../database/db.js';
import { Clock } from '../clock.js';
import {
  type DomainError,
  forbidden,
  notFound,
  secondFactorRequired,
  stepUpRequired,
  unauthenticated,
} from '../errors/domain-error.js';
import { type Actor, hasRole, type Role } from './actor.js';
import { type ActorRequest, ROUTE_ACCESS, type RouteAccess, STEP_UP, WITHOUT_FACTOR } from './allow.decorator.js';
import { RefusalLog } from './refusal-log.js';
import { requestToken } from './session-token.js';
import { isRecent } from './step-up.rules.js';

export type TransactionRequest = ActorRequest & { transaction?: RequestTransaction };

/** Deny by default: opens the request's transaction with the session's context and asks what the route declares. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly db: Db,
    private readonly config: Config,
    private readonly refusals: RefusalLog,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const declared = <T>(key: symbol): T | undefined =>
      this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
    const access = declared<RouteAccess>(ROUTE_ACCESS);
    if (!access) throw notFound();
    if (access === 'anonymous') return true;
    const http = context.switchToHttp();
    const request = http.getRequest<TransactionRequest>();
    const token = requestToken(request, this.config.secureCookies);
    if (access !== 'public' && !token) throw unauthenticated();
    if (access === 'public' && !token) return true;

    const transaction = await this.db.open(token, requestIdOf(request));
    const { actor } = transaction;
    const wants = { withoutFactor: declared<true>(WITHOUT_FACTOR), stepUp: declared<true>(STEP_UP) };
    const refusal = refuse(access, actor, request) ?? this.refuseFactor(access, actor, wants);
    if (refusal) {
      // The page that asks for a fresh proof is a page for this person.
      if (refusal.code === 'step-up-required') request.actor = actor ?? undefined;
      const record = actor && this.recordOf(refusal, actor, routeOf(request));
      if (record) await this.db.run(transaction, record);
      else await this.db.close(transaction, 'rollback');
      throw refusal;
    }
    request.actor = transaction.actor ?? undefined;
    request.transaction = transaction;
    // Whatever happens between here and the interceptor, the connection goes back.
    request.res?.once('close', () => void this.db.close(transaction, 'rollback').catch(() => undefined));
    return true;
  }

  private refuseFactor(
    access: RouteAccess,
    actor: Actor | null,
    { withoutFactor, stepUp }: { withoutFactor?: true; stepUp?: true },
  ): DomainError | null {
    if (access === 'public' || !actor) return null;
    if (actor.factor === 'needed') return withoutFactor && access === 'signed-in' ? null : secondFactorRequired();
    return stepUp && !isRecent(actor.provenAt, this.clock.now()) ? stepUpRequired() : null;
  }

  /** Whoever may do it and is asked for a fresh proof first was not refused anything. */
  private recordOf(refusal: DomainError, actor: Actor, route?: string): (() => Promise<void>) | undefined {
    if (refusal.code === 'step-up-required') return undefined;
    return refusal.code === 'second-factor-required'
      ? () => this.refusals.factorMissing(actor, route)
      : () => this.refusals.routeRefused(actor, route);
  }
}

function refuse(
  access: Exclude<RouteAccess, 'anonymous'>,
  actor: Actor | null,
  request: TransactionRequest,
): DomainError | null {
  if (access === 'public') return null;
  if (!actor) return unauthenticated();
  // Who has yet to give the second step has no roles yet; that comes first.
  if (access === 'signed-in' || actor.factor === 'needed' || hasRole(actor, ...(access as Role[]))) return null;
  // Where the route names an object, "you may not" would say that it exists.
  return Object.keys(request.params).length > 0 ? notFound() : forbidden();
}

/** Method and pattern of the route: the address itself would hold ids. */
export const routeOf = ({ method, route }: TransactionRequest): string =>
  `${method} ${(route as { path?: string } | undefined)?.path ?? ''}`;

export const requestIdOf = (request: TransactionRequest): string =>
  (request as { requestId?: string }).requestId ?? randomUUID();
