import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

export const IDEMPOTENT = Symbol('idempotent');
/** A route that creates: programs send `Idempotency-Key`, forms carry the hidden field `idempotencyKey`. */
export const Idempotent = (): MethodDecorator =>
  applyDecorators(
    SetMetadata(IDEMPOTENT, true),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description:
        '8 to 100 letters, digits, - or _; within a day the same key does it once and gives the first answer again.',
    }),
  );
