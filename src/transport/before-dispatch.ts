import { reasonOf } from './abort.js';
import type { Interceptor } from './exchange.js';

/**
 * Waits for whoever keeps account of writes, right before bytes of one may leave: what was not written down is not sent.
 * Stands below signing, so that a failed log-in proves that nothing was done.
 */
export function beforeDispatch(): Interceptor {
  return (next) => async (request) => {
    const { onDispatch, signal } = request.callOptions;
    if (request.effect === 'reads' || !onDispatch) return next(request);
    await onDispatch(request);
    // Whoever waited may have given up meanwhile, and was told that nothing had left.
    if (signal?.aborted) throw reasonOf(signal);
    return next(request);
  };
}
