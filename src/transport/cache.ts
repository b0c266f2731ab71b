import { LRUCache } from 'lru-cache';

import { monotonic, type Now } from './clock.js';
import type { Interceptor, Request, Response } from './exchange.js';
import { readKeyOf } from './read-key.js';
import { tell, tellablePath } from './trace.js';

export interface CacheOptions {
  readonly upstream: string;
  /** How long an answer is given again, in milliseconds; 0: never. */
  readonly cacheMs: number;
  readonly now?: Now;
}

/** Bytes of answers that are kept of one upstream; a larger answer is not kept. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Gives answers to `reads` again for a short while, so that paging through a list of an upstream without pages does not
 * fetch it whole for each page. Whatever changes something empties it, at its begin and at its end.
 */
export function cache({ upstream, cacheMs, now = monotonic }: CacheOptions): Interceptor {
  return (next) => {
    if (cacheMs === 0) return next;
    const answers = new LRUCache<string, Response>({
      maxSize: MOST_BYTES,
      sizeCalculation: ({ body }, key) => body.length + key.length,
      ttl: cacheMs,
      perf: { now },
      // Looked at when it is asked for, so that time is the caller's.
      ttlResolution: 0,
    });
    // Raised by whatever changes something: what was asked for before it is not kept.
    let changes = 0;
    const forget = (): void => {
      changes += 1;
      answers.clear();
    };
    return async (request) => {
      if (request.effect !== 'reads') {
        forget();
        return next(request).finally(forget);
      }
      if (request.asking.fresh || request.flow) return next(request);
      const key = readKeyOf(request);
      const known = answers.get(key);
      if (known) {
        note(request, known);
        return known;
      }
      const before = changes;
      const response = await next(request);
      if (before === changes && isWhole(response)) answers.set(key, response);
      return response;
    };
  };

  function note({ operation, method, path: asked, asking }: Request, { status }: Response): void {
    const path = tellablePath(upstream, asked);
    tell({ upstream, operation, method, path, status, elapsedMs: 0, cache: 'hit', attempt: 1 }, asking);
  }
}

/** A success; or a 303, which one provider answers where a list is to be read in pages. */
function isWhole({ status }: Response): boolean {
  return (status >= 200 && status < 300) || status === 303;
}
