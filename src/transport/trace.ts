import { channel } from 'node:diagnostics_channel';

import { monotonicClock, type Now } from './clock.js';
import type { CallOptions, Attempt, Interceptor } from './exchange.js';
import { redact, redactQuery, type SecretOwner } from './redact.js';

/** Every Attempt is published here, log-ins, repeats and shared answers included. */
export const attemptChannel = channel('trunkline:exchange');

/** Publishes an attempt to the channel and to its caller. */
export function publishAttempt(attempt: Attempt, callOptions: CallOptions): void {
  if (attemptChannel.hasSubscribers) attemptChannel.publish(attempt);
  callOptions.onAttempt?.(attempt);
}

/** A path without the values of parameters whose names look secret, and without known secrets. */
export function redactedPath(owner: SecretOwner, path: string): string {
  return redact(owner, redactQuery(path));
}

/**
 * Publishes every request that passes, numbered within its call. It belongs right above the wire, where every request
 * is really sent.
 */
export function trace({
  upstream,
  secretOwner = upstream,
  now = monotonicClock,
}: {
  readonly upstream: string;
  readonly secretOwner?: SecretOwner | undefined;
  readonly now?: Now;
}): Interceptor {
  return (next) => async (request) => {
    const { operation, method, callOptions, attemptCounts } = request;
    const attempt = attemptCounts?.add(operation) ?? 1;
    const startedAt = now();
    const recordAttempt = (status: number | null): void => {
      const path = redactedPath(secretOwner, request.path);
      const elapsedMs = now() - startedAt;
      const sent = { upstream, operation, method, path, status, elapsedMs, cache: 'miss', attempt } as const;
      publishAttempt(callOptions.isProof ? { ...sent, proof: true } : sent, callOptions);
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
