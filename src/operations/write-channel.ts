import { channel } from 'node:diagnostics_channel';

import type { Outcome } from './intent.js';
import type { JsonObject, OperationRecord, OperationState } from './record.js';

/** How a write ended, or how one that had ended as unknown was settled. */
export type WriteEnd = Pick<OperationRecord, 'mutation' | 'upstream' | 'state'>;

/** Every end of a write is published here; what an earlier write with the same key gave is none. */
export const writeChannel = channel('trunkline:write');

export function publishWriteEnd({ mutation, upstream, state }: WriteEnd): void {
  if (writeChannel.hasSubscribers) writeChannel.publish({ mutation, upstream, state } satisfies WriteEnd);
}

const STATES: Readonly<Record<Outcome<JsonObject>['is'], OperationState>> = {
  done: 'SUCCEEDED',
  rejected: 'REJECTED',
  failed: 'NOT_SENT',
  refused: 'NOT_SENT',
  unknown: 'UNKNOWN',
};

/** The state of a write that this process sent, or did not send. */
export function stateOfOutcome({ is }: Outcome<JsonObject>): OperationState {
  return STATES[is];
}
