import type { Interceptor } from './exchange.js';

/** Composes in reading order: a request meets the first interceptor first, its answer meets it last. */
export function compose(...interceptors: readonly Interceptor[]): Interceptor {
  return (exchange) => interceptors.reduceRight((next, interceptor) => interceptor(next), exchange);
}
