import { channel } from 'node:diagnostics_channel';

import { monotonicClock, type Now } from './clock.js';
import type { CallOptions, Attempt, Interceptor, UpstreamRequest } from './exchange.js';
import { redact, redactQuery, type SecretOwner } from './redact.js';

/** Every Attempt is published here, log-ins, repeats and shared answers included. */
export const attemptChannel = channel('trunkline:exchange');

/** Publishes an attempt to the channel and to whoever is told of it. */
export function publishAttempt(attempt: Attempt, receiver: Pick<CallOptions, 'onAttempt'>): void {
  if (attemptChannel.hasSubscribers) attemptChannel.publish(attempt);
  receiver.onAttempt?.(attempt);
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
  const record = (request: UpstreamRequest, attempt: number, startedAt: number, status: number | null): void => {
    const { operation, method, callOptions, failedAttempt } = request;
    const path = redactedPath(secretOwner, request.path);
    const elapsedMs = now() - startedAt;
    const sent = { upstream, operation, method, path, status, elapsedMs, cache: 'miss', attempt } as const;
    publishAttempt(callOptions.isProof ? { ...sent, proof: true } : sent, failedAttempt ?? callOptions);
  };
  return (next) => (request) => {
    const attempt = request.attemptCounts?.add(request.operation) ?? 1;
    const startedAt = now();
    return next(request).then(
      (response) => {
        record(request, attempt, startedAt, response.status);
        return response;
      },
      (error: unknown) => {
        record(request, attempt, startedAt, null);
        throw error;
      },
    );
  };
}
