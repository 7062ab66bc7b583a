import { Query } from '@nestjs/common';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** `@QueryId('van') from: string | null`: an id behind the question mark; anything else counts as none. */
export const QueryId = (name: string): ParameterDecorator =>
  Query(name, { transform: (value: unknown) => (typeof value === 'string' && uuid.test(value) ? value : null) });
