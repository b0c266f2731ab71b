import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { newestKeyOf } from '../shared/reads/keys.js';
import { transmissionEndpoints } from '../transmission/endpoints.js';
import type { Session } from '../session.js';

/** What the server tells of a transmission's last attempt. */
export interface LastAttempt {
  /** Its number; `0` without any. */
  readonly key: string;
  /**
   * Whether the transmission was given to a gateway. The server writes an attempt down as "queued" before it looks for
   * its way, and as another word once it has handed over. While it is at it, it is "queued" too.
   */
  readonly isHandedOver: boolean;
}

/** A transmission's last attempt; null where we may not see them. */
export async function readLastAttempt(
  { call }: Session,
  key: string,
  callOptions: CallOptions,
): Promise<LastAttempt | null> {
  try {
    const attempts = await call(transmissionEndpoints.listAttempts, key, callOptions);
    const newest = newestKeyOf(attempts.map(({ spool_id: spool }) => spool));
    const last = attempts.find(({ spool_id: spool }) => spool === newest);
    const isWaiting = last?.status?.toLowerCase() === 'queued' && last.time_start === null;
    return { key: newest, isHandedOver: last !== undefined && !isWaiting };
  } catch (error) {
    if (error instanceof ProviderFailure && error.kind === 'auth') return null;
    throw error;
  }
}
