import { onAbort, reasonOf } from './abort.js';
import type { Interceptor, UpstreamRequest } from './exchange.js';
import { ProviderFailure } from './failure.js';

export interface ConcurrencyLimitOptions {
  readonly upstream: string;
  /** Requests in flight at once. */
  readonly concurrency: number;
  /** How many requests may wait for a slot. */
  readonly maxQueued?: number;
}

/**
 * Lets so many requests through at once. Further requests wait in the order of their arrival; if the queue is full,
 * they fail as `overloaded`.
 */
export function concurrencyLimit({ upstream, concurrency, maxQueued = 1024 }: ConcurrencyLimitOptions): Interceptor {
  return (next) => {
    let free = concurrency;
    const waiters = new Set<() => void>();

    const waitForSlot = ({ operation, callOptions: { signal } }: UpstreamRequest): Promise<void> =>
      new Promise((resolve, reject) => {
        if (waiters.size >= maxQueued) {
          const message = `${operation} was not sent: ${maxQueued} calls wait already`;
          reject(new ProviderFailure(upstream, 'overloaded', message, { sent: 'no' }));
          return;
        }
        const admit = (): void => {
          release();
          resolve();
        };
        waiters.add(admit);
        const release = onAbort(signal, (reason) => {
          waiters.delete(admit);
          reject(reason);
        });
      });

    const releaseSlot = (): void => {
      for (const enter of waiters) {
        // The slot is passed on directly, so that a request that arrives now cannot take it.
        waiters.delete(enter);
        enter();
        return;
      }
      free += 1;
    };

    return async (request) => {
      const { signal } = request.callOptions;
      if (signal?.aborted) throw reasonOf(signal);
      if (free > 0) free -= 1;
      else await waitForSlot(request);
      try {
        return await next(request);
      } finally {
        releaseSlot();
      }
    };
  };
}
