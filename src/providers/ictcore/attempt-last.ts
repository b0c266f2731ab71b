import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { isKey } from './key.js';
import { transmissionEndpoints } from './transmission-endpoints.js';
import type { Way } from './way.js';

/** The number of a transmission's last attempt: `0` without any, null where we may not see them. */
export async function lastAttempt({ call }: Way, key: string, asking: Asking): Promise<string | null> {
  try {
    const attempts = await call(transmissionEndpoints.attempts, key, asking);
    return newestOf(attempts.map(({ spool_id: spool }) => spool));
  } catch (error) {
    if (error instanceof ProviderFailure && error.kind === 'denied') return null;
    throw error;
  }
}

/** The highest of these keys, since numbers of a table only grow; `0` of none. */
export function newestOf(keys: readonly string[]): string {
  return keys.reduce((newest, key) => (isAbove(key, newest) ? key : newest), '0');
}

export function isAbove(key: string, other: string): boolean {
  return isKey(key) && BigInt(key) > BigInt(other);
}
