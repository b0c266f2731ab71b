import { monotonicClock, Timer, type Now } from './clock.js';
import { noAnswerFailure } from './deadline.js';
import type { Interceptor, UpstreamRequest, UpstreamResponse } from './exchange.js';
import { ProviderFailure } from './failure.js';
import { RenewedMap } from './renewed.js';
import { requestKeyOf } from './request-key.js';
import { InFlight } from './in-flight.js';
import type { SecretOwner } from './redact.js';
import { publishAttempt, redactedPath } from './trace.js';

export interface ShareInFlightOptions {
  readonly upstream: string;
  /** Whose secrets no path shows; default: the upstream's. */
  readonly secretOwner?: SecretOwner | undefined;
  /** How long a call may take. */
  readonly timeoutMs: number;
  readonly now?: Now;
}

/** A read in progress, and the deadline of the caller who began it. */
class SharedRead extends InFlight<UpstreamResponse> {
  readonly request: UpstreamRequest;
  readonly deadlineAt: number;
  /** Set once a second caller waits. */
  timer: Timer | undefined;

  constructor(request: UpstreamRequest, onEnd: () => void) {
    super(onEnd);
    this.request = request;
    this.deadlineAt = request.deadlineAt ?? Infinity;
  }
}

/**
 * Lets identical `reads` in flight share one answer. A caller does not join a read that began before a write had ended,
 * nor one whose deadline is after the caller's own. If the shared read ends without an answer before the caller's
 * deadline, the caller reads again.
 */
export function shareInFlight(options: ShareInFlightOptions): Interceptor {
  const { upstream, secretOwner = upstream, timeoutMs, now = monotonicClock } = options;
  return (next) => {
    const sharedReads = new RenewedMap<string, SharedRead>();

    const startRead = (key: string, request: UpstreamRequest): SharedRead => {
      const shared = new SharedRead(request, () => {
        shared.timer?.stop();
        if (sharedReads.get(key) === shared) sharedReads.delete(key);
      });
      sharedReads.set(key, shared);
      shared.settleWith(next({ ...request, callOptions: { ...request.callOptions, signal: shared } }));
      return shared;
    };

    // Whoever began it ends it at his deadline. Others would keep it alive for the next one, for ever.
    const limitShared = (shared: SharedRead): void => {
      shared.timer ??= new Timer(Math.min(shared.deadlineAt - now(), timeoutMs), () => {
        shared.abort(noAnswerFailure(upstream, shared.request, timeoutMs, true));
      });
    };

    const joinRead = async (shared: SharedRead, key: string, request: UpstreamRequest): Promise<UpstreamResponse> => {
      const { operation, method, callOptions } = request;
      limitShared(shared);
      const startedAt = now();
      const recordAttempt = (status: number | null): void => {
        const path = redactedPath(secretOwner, request.path);
        publishAttempt(
          { upstream, operation, method, path, status, elapsedMs: now() - startedAt, cache: 'shared', attempt: 1 },
          callOptions,
        );
      };
      try {
        const response = await shared.join(callOptions.signal);
        recordAttempt(response.status);
        return response;
      } catch (error) {
        recordAttempt(null);
        const hasReachedDeadline =
          error instanceof ProviderFailure && error.kind === 'timeout' && now() >= shared.deadlineAt;
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

    return (request) => {
      if (request.effect !== 'reads') {
        // A read that began before this write ended may have the old state.
        return next(request).finally(() => {
          sharedReads.clear();
        });
      }
      // A body that streams can have only one reader.
      if (request.callOptions.bypassCache || request.stream) return next(request);
      return joinOrStart(requestKeyOf(request), request);
    };
  };
}
