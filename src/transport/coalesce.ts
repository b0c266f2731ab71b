import { monotonic, type Now } from './clock.js';
import type { Interceptor, Request, Response } from './exchange.js';
import { ProviderFailure } from './failure.js';
import { readKeyOf } from './read-key.js';
import { startFlight, type Flight } from './flight.js';
import { tell, tellablePath } from './trace.js';

export interface CoalesceOptions {
  readonly upstream: string;
  /** Ends a shared read: each who waits would else keep it alive for the next who comes, for ever. */
  readonly limit: Interceptor;
  readonly now?: Now;
}

/** A read under way, and the deadline that it has of its own. */
interface SharedRead {
  readonly flight: Flight<Response>;
  readonly until: number;
}

/**
 * Lets identical `reads` in flight share one answer. Nobody joins a read that began before a write had ended, nor one
 * that would end after his own time. Where it ends before that without an answer, he asks anew.
 */
export function coalesce({ upstream, limit, now = monotonic }: CoalesceOptions): Interceptor {
  return (next) => {
    const flights = new Map<string, SharedRead>();
    const limited = limit(next);

    const depart = (key: string, request: Request): Flight<Response> => {
      const flight = startFlight(
        (signal) => limited({ ...request, asking: { ...request.asking, signal } }),
        () => {
          if (flights.get(key)?.flight === flight) flights.delete(key);
        },
      );
      flights.set(key, { flight, until: request.until ?? Infinity });
      return flight;
    };

    const join = async ({ flight, until }: SharedRead, key: string, request: Request): Promise<Response> => {
      const { operation, method, asking } = request;
      const begun = now();
      const note = (status: number | null): void => {
        const path = tellablePath(upstream, request.path);
        tell(
          { upstream, operation, method, path, status, elapsedMs: now() - begun, cache: 'shared', attempt: 1 },
          asking,
        );
      };
      try {
        const response = await flight.join(asking.signal);
        note(response.status);
        return response;
      } catch (error) {
        note(null);
        const isOver = error instanceof ProviderFailure && error.kind === 'timeout' && now() >= until;
        if (isOver && now() < (request.until ?? Infinity) && !asking.signal?.aborted) return ask(key, request);
        throw error;
      }
    };

    const ask = (key: string, request: Request): Promise<Response> => {
      const shared = flights.get(key);
      const joins = shared && shared.until <= (request.until ?? Infinity);
      return joins ? join(shared, key, request) : depart(key, request).join(request.asking.signal);
    };

    return async (request) => {
      if (request.effect !== 'reads') {
        // What was read before this ended may be older than what it changed.
        return next(request).finally(() => {
          flights.clear();
        });
      }
      // A body that flows can be read by one only.
      if (request.asking.fresh || request.flow) return next(request);
      return ask(readKeyOf(request), request);
    };
  };
}
