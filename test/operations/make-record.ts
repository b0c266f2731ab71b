import { v7 } from 'uuid';

import type { OperationRecord } from '../../src/operations/record.js';

/** The latest that any record of the tests is kept, unless a test says otherwise: far from now, since Redis has its own clock. */
export const EXPIRY = Date.UTC(2100, 0, 1);

/** A new record as the write executor would reserve it; its id is above all that were made before in this process. */
export function makeRecord(change: Partial<OperationRecord> = {}): OperationRecord {
  return {
    id: v7(),
    version: 1,
    mutation: 'sendTransmission',
    upstream: 'pbx',
    key: null,
    scope: null,
    fingerprint: 'f00d',
    target: null,
    state: 'RESERVED',
    createdAt: 1_800_000_000_000,
    dispatchedAt: null,
    finishedAt: null,
    lease: 1_800_000_060_000,
    owner: 'someone',
    expiresAt: EXPIRY,
    result: { ids: ['zażółć "1"', 2], nested: { none: null, yes: true } },
    mistakes: [{ code: 'BAD_USER_INPUT', message: 'no', field: ['input', 'phone'] }],
    message: null,
    trail: { look: 'status', key: '7' },
    settlements: [],
    ...change,
  };
}

/** The next version of a record. */
export function after(record: OperationRecord, change: Partial<OperationRecord> = {}): OperationRecord {
  return { ...record, ...change, version: record.version + 1 };
}
