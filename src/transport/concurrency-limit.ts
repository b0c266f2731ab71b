import { onAbort, reasonOf } from './abort.js';
import type { Interceptor, UpstreamRequest, UpstreamResponse } from './exchange.js';
import { ProviderFailure } from './failure.js';
import { createFairQueue, type Share, type Waiter } from './fair-queue.js';

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
 * Lets so many requests through at once. Further requests wait: principals take turns, and the requests of one are
 * served in the order of their arrival. If the queue is full, they fail as `overloaded`. How long one may wait is for
 * its deadline to say: an upstream that is slow is not one that is down, and for that there is the circuit breaker.
 */
export function concurrencyLimit({
  upstream,
  concurrency,
  maxQueued = 1024,
  onEnd,
}: ConcurrencyLimitOptions): Interceptor {
  return (next) => {
    let free = concurrency;
    const queue = createFairQueue({ concurrency, maxQueued });

    const waitForSlot = (share: Share, { operation, callOptions: { signal } }: UpstreamRequest): Promise<void> =>
      new Promise((resolve, reject) => {
        let release = (): void => undefined;
        const refuse = (): void => {
          release();
          const message = `${operation} was not sent: too many calls wait already`;
          reject(new ProviderFailure(upstream, 'overloaded', message, { sent: 'no' }));
        };
        const waiter: Waiter = {
          admit: () => {
            release();
            resolve();
          },
          crowdOut: refuse,
        };
        if (!queue.add(share, waiter)) {
          refuse();
          return;
        }
        release = onAbort(signal, (reason) => {
          queue.remove(share, waiter);
          reject(reason);
        });
      });

    const releaseSlot = (share: Share): void => {
      queue.giveBack(share);
      // The slot is passed on directly, so that a request that arrives now cannot take it.
      if (!queue.admitNext()) free += 1;
    };

    return async (request) => {
      const { signal, principal = '' } = request.callOptions;
      let heldBy: Share | undefined;
      try {
        if (signal?.aborted) throw reasonOf(signal);
        const share = queue.shareOf(principal);
        if (free > 0) {
          free -= 1;
          share.held += 1;
        } else await waitForSlot(share, request);
        heldBy = share;
        const response = await next(request);
        onEnd?.(request, response);
        return response;
      } catch (error) {
        // Whoever waits in vain says nothing about the upstream.
        onEnd?.(request, undefined, heldBy ? error : undefined);
        throw error;
      } finally {
        if (heldBy) releaseSlot(heldBy);
      }
    };
  };
}
