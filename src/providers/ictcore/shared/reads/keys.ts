import { CancelToken } from '../../../../transport/cancel-token.js';
import type { CallOptions } from '../../../../transport/exchange.js';
import { mapConcurrent } from '../../../../transport/map-concurrent.js';

/**
 * Whether a key of ours can be an id of theirs. Others are missing, and are not sent: `0` is answered with an object
 * of nulls, `-2` with the installation itself, `007` with contact 7.
 */
export function isKey(key: string): boolean {
  return /^[1-9]\d{0,17}$/.test(key);
}

/** The key in a column of a row, or null: the server writes null, '' or 0 for none. */
export function keyOrNull(value: string | null | undefined): string | null {
  return typeof value === 'string' && isKey(value) ? value : null;
}

/** The highest of these keys, since numbers of a table only grow; `0` of none. */
export function newestKeyOf(keys: readonly string[]): string {
  return keys.reduce((newest, key) => (isNewerKey(key, newest) ? key : newest), '0');
}

export function isNewerKey(key: string, other: string): boolean {
  return isKey(key) && BigInt(key) > BigInt(other);
}

/** At most 16 reads of one batch at once: further ones would wait in the transport, where their time already runs. */
const MAX_PARALLEL_READS = 16;
/** So many, where they have to wait for others: more of them would take memory, and be sent no sooner. */
const FEW_READS = 4;

/** Reads each key by itself, as there is no batch read; what is missing is left out, and a failure ends the rest. */
export async function readEach<Value>(
  keys: readonly string[],
  read: (key: string, options: CallOptions) => Promise<Value | undefined>,
  callOptions: CallOptions,
): Promise<ReadonlyMap<string, Value>> {
  const sent = [...new Set(keys.filter(isKey))];
  const signal = new CancelToken(callOptions.signal);
  /** Whether the read that was started last has to wait. */
  let isQueued = false;
  /** As many are under way from then on as were then, so that the batch keeps its slots. */
  let kept: number | undefined;
  const onQueued = (): void => {
    isQueued = true;
  };
  const batchOptions = { ...callOptions, signal, onQueued };
  try {
    const limit = (running: number): number =>
      isQueued ? (kept ??= Math.max(FEW_READS, running)) : MAX_PARALLEL_READS;
    const values = await mapConcurrent(sent, limit, (key) => {
      isQueued = false;
      kept = undefined;
      return read(key, batchOptions);
    });
    const found = new Map<string, Value>();
    values.forEach((value, index) => {
      const key = sent[index];
      if (key !== undefined && value !== undefined) found.set(key, value);
    });
    return found;
  } catch (error) {
    signal.abort(new Error('another read of the same batch failed'));
    throw error;
  } finally {
    signal.detach();
  }
}
