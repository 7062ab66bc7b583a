import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { ROUTE_ACCESS, type RouteAccess } from '../../src/platform/access/allow.decorator.js';
import { PACED, type Paced } from '../../src/platform/access/paced.decorator.js';
import type { TestApp } from './app.js';

export interface Route {
  /** Class and method that answer. */
  name: string;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As written: `/api/v1/pupils/:pupilId/consents`. */
  path: string;
  access: RouteAccess | undefined;
  /** How often one account may call it. */
  paced: Paced | undefined;
}

/** Every route of the running product. A new one is in every walk without anybody adding it. */
export function allRoutes(app: TestApp): Route[] {
  const reflector = app.nest.get(Reflector);
  const scanner = new MetadataScanner();
  return new DiscoveryService(app.nest.get(ModulesContainer)).getControllers().flatMap(({ instance, metatype }) => {
    const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
    const bases = [Reflect.getMetadata(PATH_METADATA, metatype!) as string | string[]].flat();
    return scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = prototype[method]!;
      const paths = Reflect.getMetadata(PATH_METADATA, handler) as string | string[] | undefined;
      if (paths === undefined) return [];
      const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!.toLowerCase();
      return bases.flatMap((base) =>
        [paths].flat().map((path): Route => ({
          name: `${metatype!.name}.${method}`,
          method: verb as Route['method'],
          path: `/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
          access: reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [handler, metatype as () => void]),
          paced: reflector.get<Paced | undefined>(PACED, handler),
        })),
      );
    });
  });
}

/** The method and path of a route, for a list of faults. */
export const titleOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;
/** Whether anybody may call it without a session. */
export const isOpen = ({ access }: Route): boolean => access === 'public' || access === 'anonymous';
