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

/** Most attempts are only counted: secrets are looked for in a path when somebody reads it. */
class SentAttempt implements Attempt {
  readonly upstream: string;
  readonly operation: string;
  readonly method: string;
  readonly status: number | null;
  readonly elapsedMs: number;
  readonly cache = 'miss';
  readonly attempt: number;
  readonly proof: true | undefined;
  readonly #path: string;
  readonly #secretOwner: SecretOwner;

  constructor(
    { operation, method, path, callOptions }: UpstreamRequest,
    upstream: string,
    secretOwner: SecretOwner,
    status: number | null,
    elapsedMs: number,
    attempt: number,
  ) {
    this.upstream = upstream;
    this.operation = operation;
    this.method = method;
    this.status = status;
    this.elapsedMs = elapsedMs;
    this.attempt = attempt;
    this.proof = callOptions.isProof ? true : undefined;
    this.#path = path;
    this.#secretOwner = secretOwner;
  }

  get path(): string {
    return redactedPath(this.#secretOwner, this.#path);
  }
}

/** An attempt to be kept, with the path that may be shown now: the secrets in it may be forgotten later. */
export function copyAttempt(given: Attempt, addition?: Pick<Attempt, 'retryBudgetExhausted'>): Attempt {
  const { upstream, operation, method, path, status, elapsedMs, cache, attempt, proof, retryBudgetExhausted } = given;
  const copy = { upstream, operation, method, path, status, elapsedMs, cache, attempt };
  return {
    ...copy,
    ...(proof && { proof }),
    ...(retryBudgetExhausted && { retryBudgetExhausted }),
    ...addition,
  };
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
    const { callOptions, failedAttempt } = request;
    const sent = new SentAttempt(request, upstream, secretOwner, status, now() - startedAt, attempt);
    publishAttempt(sent, failedAttempt ?? callOptions);
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
