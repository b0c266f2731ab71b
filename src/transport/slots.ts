import { onAbort, reasonOf } from './abort.js';
import type { Interceptor, Request } from './exchange.js';
import { ProviderFailure } from './failure.js';

export interface SlotsOptions {
  readonly upstream: string;
  /** Requests in flight at once. */
  readonly concurrency: number;
  /** How many may wait for a place. */
  readonly queue?: number;
}

/** Lets so many requests through at once; the rest wait in the order of their coming, and beyond the queue are `crowded`. */
export function slots({ upstream, concurrency, queue = 1024 }: SlotsOptions): Interceptor {
  return (next) => {
    let free = concurrency;
    const waiting = new Set<() => void>();

    const wait = ({ operation, asking: { signal } }: Request): Promise<void> =>
      new Promise((resolve, reject) => {
        if (waiting.size >= queue) {
          const message = `${operation} was not sent: ${queue} calls wait already`;
          reject(new ProviderFailure(upstream, 'overloaded', message, { sent: 'no' }));
          return;
        }
        const enter = (): void => {
          release();
          resolve();
        };
        waiting.add(enter);
        const release = onAbort(signal, (reason) => {
          waiting.delete(enter);
          reject(reason);
        });
      });

    const leave = (): void => {
      for (const enter of waiting) {
        // The place goes from hand to hand, so nobody who comes later can take it.
        waiting.delete(enter);
        enter();
        return;
      }
      free += 1;
    };

    return async (request) => {
      const { signal } = request.asking;
      if (signal?.aborted) throw reasonOf(signal);
      if (free > 0) free -= 1;
      else await wait(request);
      try {
        return await next(request);
      } finally {
        leave();
      }
    };
  };
}
