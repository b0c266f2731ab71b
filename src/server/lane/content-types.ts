import { createLruMap } from '../../graph/cost/lru-map.js';

/** The types of answers that clients take. */
export interface ContentTypes {
  /** Remembers which type Apollo Server chose for an `accept` header. */
  readonly learn: (accept: string | undefined, type: string) => void;
  /** Undefined where the header was not seen yet. */
  readonly find: (accept: string | undefined) => string | undefined;
}

/** Clients of a kind send the same header, but anybody may send what he likes. */
const MAX_REMEMBERED = 200;
const MAX_LENGTH = 500;

export function createContentTypes(): ContentTypes {
  const types = createLruMap<{ readonly type: string }>(MAX_REMEMBERED);
  return {
    learn: (accept = '', type) => {
      if (accept.length <= MAX_LENGTH) types.set(accept, { type });
    },
    find: (accept = '') => types.get(accept)?.type,
  };
}
