import { reasonOf } from './abort.js';
import type { Interceptor } from './exchange.js';

/**
 * Awaits `onDispatch` right before bytes of a write may be sent: a write that is not recorded is not sent. It comes
 * below signing, so that a failed log-in proves that nothing was done.
 */
export function beforeDispatch(): Interceptor {
  return (next) => (request) => {
    const { onDispatch, signal } = request.callOptions;
    if (request.effect === 'reads' || !onDispatch) return next(request);
    return onDispatch(request).then(() => {
      // The caller may have given up meanwhile, with the answer that nothing was sent.
      if (signal?.aborted) throw reasonOf(signal);
      return next(request);
    });
  };
}
