import { monotonic, type Now } from './clock.js';
import type { Interceptor, Request, Response } from './exchange.js';
import { readKeyOf } from './read-key.js';
import { startFlight, type Flight } from './flight.js';
import { tell, tellablePath } from './trace.js';

/** Lets identical `reads` in flight share one answer. Nobody joins a read that began before a write had ended. */
export function coalesce({
  upstream,
  now = monotonic,
}: {
  readonly upstream: string;
  readonly now?: Now;
}): Interceptor {
  return (next) => {
    const flights = new Map<string, Flight<Response>>();

    const depart = (key: string, request: Request): Flight<Response> => {
      const flight = startFlight(
        (signal) => next({ ...request, asking: { ...request.asking, signal } }),
        () => {
          if (flights.get(key) === flight) flights.delete(key);
        },
      );
      flights.set(key, flight);
      return flight;
    };

    const join = async (flight: Flight<Response>, request: Request): Promise<Response> => {
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
        throw error;
      }
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
      const key = readKeyOf(request);
      const flight = flights.get(key);
      return flight ? join(flight, request) : depart(key, request).join(request.asking.signal);
    };
  };
}
