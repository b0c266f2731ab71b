import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { newestKeyOf } from '../shared/reads/keys.js';
import { attemptEndpoints } from './endpoints.js';
import type { Session } from '../session.js';

/** The last attempt of a transmission. */
export interface LastAttempt {
  /** Its number; `0` without any. */
  readonly key: string;
  /**
   * Whether the server has handed the transmission over to a gateway. It stores an attempt as "queued" before it chooses
   * a gateway, and under another word once the gateway has it. While it hands over, the word is still "queued".
   */
  readonly isHandedOver: boolean;
}

/** The last attempt of a transmission; null where our user may not read attempts. */
export async function readLastAttempt(
  { call }: Session,
  key: string,
  callOptions: CallOptions,
): Promise<LastAttempt | null> {
  try {
    const attempts = await call(attemptEndpoints.listOfTransmission, key, callOptions);
    const newest = newestKeyOf(attempts.map(({ spool_id: spool }) => spool));
    const last = attempts.find(({ spool_id: spool }) => spool === newest);
    const isWaiting = last?.status?.toLowerCase() === 'queued' && (last.time_start ?? null) === null;
    return { key: newest, isHandedOver: last !== undefined && !isWaiting };
  } catch (error) {
    if (error instanceof ProviderFailure && error.kind === 'auth') return null;
    throw error;
  }
}
