import { SetMetadata } from '@nestjs/common';

export const IDEMPOTENT = Symbol('idempotent');
/** A route that creates: programs send `Idempotency-Key`, forms carry the hidden field `idempotencyKey`. */
export const Idempotent = (): MethodDecorator => SetMetadata(IDEMPOTENT, true);
