import { LRUCache } from 'lru-cache';

import { monotonicClock, type Now } from './clock.js';
import type { Interceptor, UpstreamRequest, UpstreamResponse } from './exchange.js';
import { requestKeyOf } from './request-key.js';
import type { SecretOwner } from './redact.js';
import { publishAttempt, redactedPath } from './trace.js';

export interface CacheOptions {
  readonly upstream: string;
  /** Whose secrets no path shows; default: the upstream's. */
  readonly secretOwner?: SecretOwner | undefined;
  /** How long an answer is given again, in milliseconds; 0: never. */
  readonly cacheMs: number;
  /** Receives what empties the cache. */
  readonly onOpen?: (drop: () => void) => void;
  readonly now?: Now;
}

/** Bytes of answers that are cached of one upstream; a larger answer is not cached. */
const MAX_CACHED_BYTES = 64 * 1024 * 1024;

/**
 * Gives answers to `reads` again for a short while, so that paging through a list of an upstream without pages does not
 * fetch it whole for each page. Whatever changes something empties it, at its begin and at its end.
 */
export function cache(options: CacheOptions): Interceptor {
  const { upstream, secretOwner = upstream, cacheMs, onOpen, now = monotonicClock } = options;
  return (next) => {
    if (cacheMs === 0) return next;
    const responses = new LRUCache<string, UpstreamResponse>({
      maxSize: MAX_CACHED_BYTES,
      sizeCalculation: ({ body }, key) => body.length + key.length,
      ttl: cacheMs,
      perf: { now },
      // Looked at when it is asked for, so that time is the caller's.
      ttlResolution: 0,
    });
    onOpen?.(() => {
      responses.clear();
    });
    // Raised by every write: an answer to a read that began before the write is not cached.
    let writeCount = 0;
    const invalidate = (): void => {
      writeCount += 1;
      responses.clear();
    };
    return async (request) => {
      if (request.effect !== 'reads') {
        invalidate();
        return next(request).finally(invalidate);
      }
      if (request.callOptions.bypassCache || request.stream) return next(request);
      const key = requestKeyOf(request);
      const cached = responses.get(key);
      if (cached) {
        recordHit(request, cached);
        return cached;
      }
      const writeCountBefore = writeCount;
      const response = await next(request);
      if (writeCountBefore === writeCount && isCacheable(response)) responses.set(key, response);
      return response;
    };
  };

  function recordHit(
    { operation, method, path: requestPath, callOptions }: UpstreamRequest,
    { status }: UpstreamResponse,
  ): void {
    const path = redactedPath(secretOwner, requestPath);
    publishAttempt({ upstream, operation, method, path, status, elapsedMs: 0, cache: 'hit', attempt: 1 }, callOptions);
  }
}

/** A success; or a 303, which one provider answers where a list is to be read in pages. */
function isCacheable({ status }: UpstreamResponse): boolean {
  return (status >= 200 && status < 300) || status === 303;
}
