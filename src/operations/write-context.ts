import { v7, validate } from 'uuid';

import type { Reconciler } from './intent.js';
import type { OperationStore } from './store.js';

export interface WriteExecutorOptions {
  readonly store: OperationStore;
  /** Whether a write that `acts` needs a key. */
  readonly isKeyRequired: boolean;
  readonly reconciler: Reconciler;
  /** Called when something needs a person: a result that could not be stored, a reconciliation that failed. */
  readonly warn: (details: Readonly<Record<string, unknown>>, message: string) => void;
  /** Unix milliseconds. */
  readonly now?: () => number;
}

/** What all parts of the write executor share. */
export type WriteContext = Required<WriteExecutorOptions>;

const DAY_MS = 24 * 60 * 60_000;
/** How long a final outcome is kept, and how long a write of unknown outcome waits for a person. */
export const RETENTION_MS = 7 * DAY_MS;
export const UNKNOWN_RETENTION_MS = 30 * DAY_MS;

/** The store cannot be reached or written. A write that is not stored is not sent. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super('the operation store failed', { cause });
    this.name = 'StoreUnavailable';
  }
}

/** What the store gives, or StoreUnavailable. */
export async function fromStore<Value>(value: Promise<Value>): Promise<Value> {
  try {
    return await value;
  } catch (error) {
    throw error instanceof StoreUnavailable ? error : new StoreUnavailable(error);
  }
}

/** A store whose questions fail with StoreUnavailable only. */
export function guardStore(store: OperationStore): OperationStore {
  return {
    ...store,
    update: (record) => fromStore(store.update(record)),
    release: (record) => fromStore(store.release(record)),
    get: (id) => fromStore(store.get(id)),
    list: (query) => fromStore(store.list(query)),
    isGone: (owner) => fromStore(store.isGone(owner)),
  };
}

export function createRecordId({ now }: WriteContext): string {
  return v7({ msecs: now() });
}

/** Whether a text has the form of a record's id: ids from clients may be invented. */
export function isRecordId(text: string): boolean {
  return validate(text);
}
