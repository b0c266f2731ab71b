import { onAbort, reasonOf } from './abort.js';
import type { Interceptor, UpstreamRequest, UpstreamResponse } from './exchange.js';
import { ProviderFailure } from './failure.js';

export interface ConcurrencyLimitOptions {
  readonly upstream: string;
  /** Requests in flight at once. */
  readonly concurrency: number;
  /** How many requests may wait for a slot. */
  readonly maxQueued?: number;
  /** Told how each call ended that had a slot: its answer, or what it failed with. */
  readonly onEnd?: (request: UpstreamRequest, response: UpstreamResponse | undefined, error?: unknown) => void;
}

/**
 * Lets so many requests through at once. Further requests wait in the order of their arrival; if the queue is full,
 * they fail as `overloaded`.
 */
export function concurrencyLimit({
  upstream,
  concurrency,
  maxQueued = 1024,
  onEnd,
}: ConcurrencyLimitOptions): Interceptor {
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
      let hasSlot = false;
      try {
        if (signal?.aborted) throw reasonOf(signal);
        if (free > 0) free -= 1;
        else await waitForSlot(request);
        hasSlot = true;
        const response = await next(request);
        onEnd?.(request, response);
        return response;
      } catch (error) {
        // Whoever waits in vain says nothing about the upstream.
        onEnd?.(request, undefined, hasSlot ? error : undefined);
        throw error;
      } finally {
        if (hasSlot) releaseSlot();
      }
    };
  };
}
