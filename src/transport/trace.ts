import { channel } from 'node:diagnostics_channel';

import { monotonic, type Now } from './clock.js';
import type { Asking, Attempt, Interceptor } from './exchange.js';
import { redact, redactQuery } from './redact.js';

/** Where every Attempt is published, log-ins, repeats and shared answers included. */
export const attempts = channel('trunkline:exchange');

/** Tells an attempt to whoever listens and to whoever asked. */
export function tell(attempt: Attempt, asking: Asking): void {
  if (attempts.hasSubscribers) attempts.publish(attempt);
  asking.note?.(attempt);
}

/** A path as it may be told: without the values of secret-looking parameters, and without known secrets. */
export function tellablePath(upstream: string, path: string): string {
  return redact(upstream, redactQuery(path));
}

/** Tells every request that passes, numbered within its call. Belongs right above the wire, where each one is real. */
export function trace({ upstream, now = monotonic }: { readonly upstream: string; readonly now?: Now }): Interceptor {
  return (next) => async (request) => {
    const { operation, method, asking, sendings } = request;
    const attempt = (sendings?.get(operation) ?? 0) + 1;
    sendings?.set(operation, attempt);
    const begun = now();
    const note = (status: number | null): void => {
      const path = tellablePath(upstream, request.path);
      const proof = asking.proof ? ({ proof: true } as const) : {};
      const elapsedMs = now() - begun;
      tell({ upstream, operation, method, path, status, elapsedMs, cache: 'miss', attempt, ...proof }, asking);
    };
    try {
      const response = await next(request);
      note(response.status);
      return response;
    } catch (error) {
      note(null);
      throw error;
    }
  };
}
