import { channel } from 'node:diagnostics_channel';

import { monotonicClock, type Now } from './clock.js';
import type { CallOptions, Attempt, Interceptor } from './exchange.js';
import { redact, redactQuery } from './redact.js';

/** Where every Attempt is published, log-ins, repeats and shared answers included. */
export const attemptChannel = channel('trunkline:exchange');

/** Tells an attempt to whoever listens and to whoever asked. */
export function publishAttempt(attempt: Attempt, callOptions: CallOptions): void {
  if (attemptChannel.hasSubscribers) attemptChannel.publish(attempt);
  callOptions.onAttempt?.(attempt);
}

/** A path as it may be told: without the values of secret-looking parameters, and without known secrets. */
export function redactedPath(upstream: string, path: string): string {
  return redact(upstream, redactQuery(path));
}

/** Tells every request that passes, numbered within its call. Belongs right above the wire, where each one is real. */
export function trace({
  upstream,
  now = monotonicClock,
}: {
  readonly upstream: string;
  readonly now?: Now;
}): Interceptor {
  return (next) => async (request) => {
    const { operation, method, callOptions, attemptCounts } = request;
    const attempt = (attemptCounts?.get(operation) ?? 0) + 1;
    attemptCounts?.set(operation, attempt);
    const startedAt = now();
    const recordAttempt = (status: number | null): void => {
      const path = redactedPath(upstream, request.path);
      const proof = callOptions.isProof ? ({ proof: true } as const) : {};
      const elapsedMs = now() - startedAt;
      publishAttempt(
        { upstream, operation, method, path, status, elapsedMs, cache: 'miss', attempt, ...proof },
        callOptions,
      );
    };
    try {
      const response = await next(request);
      recordAttempt(response.status);
      return response;
    } catch (error) {
      recordAttempt(null);
      throw error;
    }
  };
}
