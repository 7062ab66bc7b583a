import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { DomainError } from './domain-error.js';

/** The version that the sender read: `If-Match: "3"`. 428 without it, 412 when it is not a version. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number => {
    const header = context.switchToHttp().getRequest<Request>().get('if-match');
    if (!header) throw new DomainError('if-match-missing', 428);
    const version = /^"(\d{1,9})"$/.exec(header)?.[1];
    if (!version) throw new DomainError('stale-version', 412);
    return Number(version);
  },
  [
    (target, key) => {
      const descriptor = Object.getOwnPropertyDescriptor(target, key!)!;
      ApiHeader({ name: 'If-Match', required: true, description: 'The version that was read, as `"3"`.' })(
        target,
        key!,
        descriptor,
      );
    },
  ],
);
