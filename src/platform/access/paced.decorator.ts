import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';

/** So many times in so many seconds, per account; more than a person does, and little for a machine that wants it all. */
export const paces = {
  search: { most: 120, seconds: 600 },
  'rare-search': { most: 10, seconds: 3600 },
  'take-along': { most: 100, seconds: 3600 },
} as const;
export type PaceKind = keyof typeof paces;
export interface Paced {
  kind: PaceKind;
  /** Only when this field of the query or the form has something in it. */
  field?: string;
  /** This field holds names: it comes sealed or in a header, never bare in the address. */
  words?: string;
}

export const PACED = Symbol('paced');
const paced = (value: Paced): MethodDecorator =>
  applyDecorators(
    SetMetadata(PACED, value),
    ...(value.words
      ? [
          ApiHeader({
            name: 'search-words',
            description: `What to search by (\`${value.words}\`), percent-encoded; in the address it is refused.`,
            required: false,
          }),
        ]
      : []),
    ApiResponse({ status: 429, description: 'Too often by one account; `retryAfter` says how many seconds to wait.' }),
  );

/** A list in which one searches people by what stands in `field`. Without it the list is only paged through. */
export const Search = (field: string): MethodDecorator => paced({ kind: 'search', field, words: field });
/** A search that nobody needs often, and which shows more than others do: what one searches by is sent, not in an address. */
export const SearchRarely = (field: string): MethodDecorator => paced({ kind: 'rare-search', field });
/** What is taken out of the product: print, copy, export, letters with codes. `words` as with a search. */
export const TakeAlong = (words?: string): MethodDecorator => paced({ kind: 'take-along', words });
