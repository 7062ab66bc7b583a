import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Request } from 'express';
import { type Actor, type Role, roles } from './actor.js';
import { unauthenticated } from '../errors/domain-error.js';

export const ROUTE_ACCESS = Symbol('route-access');
export const WITHOUT_FACTOR = Symbol('without-factor');
export const STEP_UP = Symbol('step-up');
export type RouteAccess = 'public' | 'anonymous' | 'signed-in' | readonly Role[];

/** Who may call this route. A route without @Allow, @SignedIn or @Public is closed, and a test walks all routes. */
export const Allow = (...roles: [Role, ...Role[]]): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ROUTE_ACCESS, roles), ApiBearerAuth(), ApiExtension('x-allowed-roles', roles));
/** Whoever works at a school, whatever he is there; and others where it says so. */
export const AllowStaff = (...also: ('pupil' | 'guardian')[]): MethodDecorator & ClassDecorator =>
  Allow(
    ...(roles.filter((role) => (role !== 'pupil' && role !== 'guardian') || also.includes(role)) as [Role, ...Role[]]),
  );
/** Anyone with a session: for what is the person's own (sign out, me). */
export const SignedIn = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ROUTE_ACCESS, 'signed-in'), ApiBearerAuth());
/**
 * For signing in: open to the world, and no session is looked up and no transaction opened, for whoever signs in waits
 * for the hashing of the password and would keep a connection from others.
 */
export const Anonymous = (): MethodDecorator & ClassDecorator => SetMetadata(ROUTE_ACCESS, 'anonymous');
/** Open to the world. With @Anonymous the only opening there is. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(ROUTE_ACCESS, 'public');

/** For who has yet to give the second step: the step itself, and who one is. */
export const WithoutFactor = (): MethodDecorator => SetMetadata(WITHOUT_FACTOR, true);
/**
 * Asks for a proof of who someone is that is no older than 15 minutes: the second step, for who has none signing in.
 * Put it on the page with the form too, so that nobody types first and is asked afterwards.
 */
export const StepUp = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(STEP_UP, true), ApiExtension('x-step-up', true));

export type ActorRequest = Request & { actor?: Actor };

/** The Actor of this request; on a public route it may be absent and then this refuses. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<ActorRequest>().actor;
  if (!actor) throw unauthenticated();
  return actor;
});
