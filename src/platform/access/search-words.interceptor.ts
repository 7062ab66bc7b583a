import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Observable } from 'rxjs';
import { invalid } from '../errors/domain-error.js';
import type { ActorRequest } from './allow.decorator.js';
import { PACED, type Paced } from './paced.decorator.js';
import { SearchWords } from './search-words.js';

/** The header in which a program says what it searches by, percent-encoded. */
export const SEARCH_WORDS = 'search-words';

/**
 * Puts what is searched by where the route expects it. Pages have it sealed in their address (`words`), programs send it
 * in a header; bare in an address it is refused, or in that of a page left aside, so that it stands in no log.
 */
@Injectable()
export class SearchWordsInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly sealed: SearchWords,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const field = this.reflector.get<Paced | undefined>(PACED, context.getHandler())?.words;
    const request = context.switchToHttp().getRequest<ActorRequest>();
    if (!field) return next.handle();
    const { words, [field]: bare, ...query } = request.query as Record<string, unknown>;
    const forPrograms = request.path.startsWith('/api/');
    if (forPrograms && bare !== undefined) throw invalid([{ field, code: 'words-in-address' }]);
    const found = forPrograms ? decoded(request.headers[SEARCH_WORDS], field) : this.opened(request, words);
    // Express makes the query anew each time it is asked for; from here on it is this one.
    Object.defineProperty(request, 'query', { value: { ...query, ...(found ? { [field]: found } : {}) } });
    return next.handle();
  }

  private opened({ actor }: ActorRequest, words: unknown): string | null {
    return actor && typeof words === 'string' ? this.sealed.open(actor, words) : null;
  }
}

function decoded(header: string | string[] | undefined, field: string): string | null {
  if (typeof header !== 'string') return null;
  try {
    return decodeURIComponent(header);
  } catch {
    throw invalid([{ field, code: 'words-encoding' }]);
  }
}
