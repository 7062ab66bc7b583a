import { Param, ParseUUIDPipe } from '@nestjs/common';
import { notFound } from '../../platform/errors/domain-error.js';

/** `@PathId('id') id: string`: an address with something else in it is a page that is not there. */
export const PathId = (name: string): ParameterDecorator =>
  Param(name, new ParseUUIDPipe({ exceptionFactory: notFound }));

/** A form with a button and nothing else. */
export class NothingFilledIn {}
