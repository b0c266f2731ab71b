import { reasonOf, toError } from './abort.js';
import { monotonicClock, type Now } from './clock.js';
import type { Exchange, Interceptor, UpstreamRequest, UpstreamResponse } from './exchange.js';
import { ProviderFailure } from './failure.js';
import { createFairQueue, type FairQueue, type Share, type Waiter } from './fair-queue.js';

export interface ConcurrencyLimitOptions {
  readonly upstream: string;
  /** Requests in flight at once. */
  readonly concurrency: number;
  /** How many requests may wait for a slot. */
  readonly maxQueued?: number;
  /** Told how each call ended: its answer, or what it failed with, and how long it had a slot, if it had one. */
  readonly onEnd?: (
    request: UpstreamRequest,
    response: UpstreamResponse | undefined,
    error?: unknown,
    tookMs?: number,
  ) => void;
  readonly now?: Now;
}

/**
 * Lets so many requests through at once. Further requests wait: principals take turns, and the requests of one are
 * served in the order of their arrival. If the queue is full, they fail as `overloaded`. How long one may wait is for
 * its deadline to say: an upstream that is slow is not one that is down, and for that there is the circuit breaker.
 */
export function concurrencyLimit(options: ConcurrencyLimitOptions): Interceptor {
  return (next) => {
    const limit = new Limit(next, options);
    return (request) => limit.send(request);
  };
}

type Resolve = (response: UpstreamResponse) => void;
type Reject = (reason: unknown) => void;

class Limit {
  readonly upstream: string;
  readonly queue: FairQueue;
  readonly #next: Exchange;
  readonly #onEnd: ConcurrencyLimitOptions['onEnd'];
  readonly #now: Now;
  #free: number;

  constructor(next: Exchange, options: ConcurrencyLimitOptions) {
    const { upstream, concurrency, maxQueued = 1024, onEnd, now = monotonicClock } = options;
    this.upstream = upstream;
    this.queue = createFairQueue({ concurrency, maxQueued });
    this.#next = next;
    this.#onEnd = onEnd;
    this.#now = now;
    this.#free = concurrency;
  }

  send(request: UpstreamRequest): Promise<UpstreamResponse> {
    const { signal, principal = '' } = request.callOptions;
    if (signal?.aborted) return Promise.reject(this.refuse(request, reasonOf(signal)));
    const share = this.queue.shareOf(principal);
    return new Promise((resolve, reject) => {
      if (this.#free > 0) {
        this.#free -= 1;
        share.held += 1;
        this.sendFrom(share, request, resolve, reject);
        return;
      }
      const waiter = new WaitingCall(this, share, request, resolve, reject);
      if (!this.queue.add(share, waiter)) {
        waiter.crowdOut();
        return;
      }
      signal?.addEventListener('abort', waiter);
      request.callOptions.onQueued?.();
    });
  }

  /** Sends a call that has a slot, and hands the slot on at its end. */
  sendFrom(share: Share, request: UpstreamRequest, resolve: Resolve, reject: Reject): void {
    const startedAt = this.#now();
    startExchange(this.#next, request).then(
      (response) => {
        resolve(response);
        this.#end(share, startedAt, request, response);
      },
      (error: unknown) => {
        reject(error);
        this.#end(share, startedAt, request, undefined, error);
      },
    );
  }

  /** Notes that a call was not sent. Whoever waits in vain says nothing about the upstream. */
  refuse(request: UpstreamRequest, reason: Error): Error {
    this.#onEnd?.(request, undefined);
    return reason;
  }

  #end(
    share: Share,
    startedAt: number,
    request: UpstreamRequest,
    response: UpstreamResponse | undefined,
    error?: unknown,
  ): void {
    this.#onEnd?.(request, response, error, this.#now() - startedAt);
    this.queue.giveBack(share);
    // The slot is passed on directly, so that a request that arrives now cannot take it.
    if (!this.queue.admitNext()) this.#free += 1;
  }
}

/** What is thrown at once must not cost the slot. */
function startExchange(next: Exchange, request: UpstreamRequest): Promise<UpstreamResponse> {
  try {
    return next(request);
  } catch (error) {
    return Promise.reject(toError(error));
  }
}

/** A call that waits for its slot: all that lives of it meanwhile, besides what the interceptors above made. */
class WaitingCall implements Waiter {
  readonly #limit: Limit;
  readonly #share: Share;
  readonly #request: UpstreamRequest;
  readonly #resolve: Resolve;
  readonly #reject: Reject;

  constructor(limit: Limit, share: Share, request: UpstreamRequest, resolve: Resolve, reject: Reject) {
    this.#limit = limit;
    this.#share = share;
    this.#request = request;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  admit(): void {
    this.#release();
    this.#limit.sendFrom(this.#share, this.#request, this.#resolve, this.#reject);
  }

  crowdOut(): void {
    const message = `${this.#request.operation} was not sent: too many calls wait already`;
    this.#refuse(new ProviderFailure(this.#limit.upstream, 'overloaded', message, { sent: 'no' }));
  }

  /** Whoever asked leaves. */
  handleEvent(): void {
    this.#limit.queue.remove(this.#share, this);
    const { signal } = this.#request.callOptions;
    if (signal) this.#refuse(reasonOf(signal));
  }

  #refuse(reason: Error): void {
    this.#release();
    this.#reject(this.#limit.refuse(this.#request, reason));
  }

  #release(): void {
    this.#request.callOptions.signal?.removeEventListener('abort', this);
  }
}
