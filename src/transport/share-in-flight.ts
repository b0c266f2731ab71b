import { monotonicClock, type Now } from './clock.js';
import type { Interceptor, UpstreamRequest, UpstreamResponse } from './exchange.js';
import { ProviderFailure } from './failure.js';
import { requestKeyOf } from './request-key.js';
import { startInFlight, type InFlight } from './in-flight.js';
import { publishAttempt, redactedPath } from './trace.js';

export interface ShareInFlightOptions {
  readonly upstream: string;
  /** Ends a shared read: each who waits would else keep it alive for the next who comes, for ever. */
  readonly sharedDeadline: Interceptor;
  readonly now?: Now;
}

/** A read under way, and the deadline that it has of its own. */
interface SharedRead {
  readonly inFlight: InFlight<UpstreamResponse>;
  readonly deadlineAt: number;
}

/**
 * Lets identical `reads` in flight share one answer. Nobody joins a read that began before a write had ended, nor one
 * that would end after his own time. Where it ends before that without an answer, he asks anew.
 */
export function shareInFlight({ upstream, sharedDeadline, now = monotonicClock }: ShareInFlightOptions): Interceptor {
  return (next) => {
    const sharedReads = new Map<string, SharedRead>();
    const nextWithDeadline = sharedDeadline(next);

    const startRead = (key: string, request: UpstreamRequest): InFlight<UpstreamResponse> => {
      const inFlight = startInFlight(
        (signal) => nextWithDeadline({ ...request, callOptions: { ...request.callOptions, signal } }),
        () => {
          if (sharedReads.get(key)?.inFlight === inFlight) sharedReads.delete(key);
        },
      );
      sharedReads.set(key, { inFlight: inFlight, deadlineAt: request.deadlineAt ?? Infinity });
      return inFlight;
    };

    const joinRead = async (
      { inFlight, deadlineAt }: SharedRead,
      key: string,
      request: UpstreamRequest,
    ): Promise<UpstreamResponse> => {
      const { operation, method, callOptions } = request;
      const startedAt = now();
      const recordAttempt = (status: number | null): void => {
        const path = redactedPath(upstream, request.path);
        publishAttempt(
          { upstream, operation, method, path, status, elapsedMs: now() - startedAt, cache: 'shared', attempt: 1 },
          callOptions,
        );
      };
      try {
        const response = await inFlight.join(callOptions.signal);
        recordAttempt(response.status);
        return response;
      } catch (error) {
        recordAttempt(null);
        const hasReachedDeadline = error instanceof ProviderFailure && error.kind === 'timeout' && now() >= deadlineAt;
        if (hasReachedDeadline && now() < (request.deadlineAt ?? Infinity) && !callOptions.signal?.aborted)
          return joinOrStart(key, request);
        throw error;
      }
    };

    const joinOrStart = (key: string, request: UpstreamRequest): Promise<UpstreamResponse> => {
      const shared = sharedReads.get(key);
      const canJoin = shared && shared.deadlineAt <= (request.deadlineAt ?? Infinity);
      return canJoin ? joinRead(shared, key, request) : startRead(key, request).join(request.callOptions.signal);
    };

    return async (request) => {
      if (request.effect !== 'reads') {
        // What was read before this ended may be older than what it changed.
        return next(request).finally(() => {
          sharedReads.clear();
        });
      }
      // A body that flows can be read by one only.
      if (request.callOptions.bypassCache || request.stream) return next(request);
      return joinOrStart(requestKeyOf(request), request);
    };
  };
}
