import { setMaxListeners } from 'node:events';

import type { QueryParams } from '../../../../query/plan.js';
import type { CallOptions } from '../../../../transport/exchange.js';

/**
 * Whether a key of ours can be an id of theirs. Others are missing, and are not sent: `0` is answered with an object
 * of nulls, `-2` with the installation itself, `007` with contact 7.
 */
export function isKey(key: string): boolean {
  return /^[1-9]\d{0,17}$/.test(key);
}

/** A key that a row names, or null where it names nothing: unset numbers are null, '' or 0. */
export function keyOrNull(value: string | null | undefined): string | null {
  return typeof value === 'string' && isKey(value) ? value : null;
}

/** A planned parameter, of which this API takes one each. */
export function paramOf(params: QueryParams, name: string): string | undefined {
  const value = params[name];
  return typeof value === 'string' ? value : undefined;
}

/** So many reads of one batch are under way at once: the others do not wait in the transport, where their time would run. */
const MAX_PARALLEL_READS = 16;

/** Reads each key by itself, as there is no batch read; what is missing is left out, and a failure ends the rest. */
export async function readEach<Value>(
  keys: readonly string[],
  read: (key: string, callOptions: CallOptions) => Promise<Value | undefined>,
  asking: CallOptions,
): Promise<ReadonlyMap<string, Value>> {
  const found = new Map<string, Value>();
  const abortRest = new AbortController();
  const signal = asking.signal ? AbortSignal.any([asking.signal, abortRest.signal]) : abortRest.signal;
  // Every lane listens to it, which is no leak.
  setMaxListeners(0, signal);
  const pendingKeys = new Set(keys.filter(isKey)).values();
  const worker = async (): Promise<void> => {
    for (const key of pendingKeys) {
      const value = await read(key, { ...asking, signal });
      if (value !== undefined) found.set(key, value);
    }
  };
  try {
    await Promise.all(Array.from({ length: MAX_PARALLEL_READS }, worker));
  } catch (error) {
    abortRest.abort(new Error('another read of the same batch failed'));
    throw error;
  }
  return found;
}
