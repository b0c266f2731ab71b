import { randomUUID } from 'node:crypto';

import { open, type Database } from 'lmdb';

import { checkInChildProcess } from './lmdb-check-client.js';
import { dataFileOf, isWithoutData, makeDirectory, makeDataFiles } from './lmdb-files.js';
import { isKnownIntact, markClosed, markOpen } from './known-stores.js';
import { watchDataFile } from './lmdb-watch.js';
import type { OperationState } from './record.js';
import { createSharedFileLock } from './shared-file-lock.js';
import { LostStoreError, lostStoreError, readMarkers, writeMarkers, type StoreMarkers } from './store-marker.js';

/** The tables of one directory, and the ways to them. */
export interface Tables {
  /** JSON by id. */
  readonly records: Database<string, string>;
  /** Id by scope. */
  readonly scopes: Database<string, string>;
  /** One entry for each record, below its state. */
  readonly states: Database<string, [OperationState, string]>;
  /** One entry for each record, by the time at which it may be forgotten. */
  readonly expiries: Database<string, [number, string]>;
  readonly secrets: Database<string, string>;
  /** Facts by their keys. */
  readonly facts: Database<string, string>;
  /** Does all of an action or nothing, in one step among all processes; resolves when the disk has it. */
  readonly writeTransaction: <T>(action: () => T) => Promise<T>;
  /** Reads what any process has committed so far. */
  readonly readTransaction: <T>(action: () => T) => Promise<T>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the tables, and makes the directory if need be; rejects with a sentence that says what to do. `isCheck`: in the
 * process that checks them.
 */
export async function openTables(directory: string, { isCheck = false } = {}): Promise<Tables> {
  try {
    const markers = readMarkers(directory);
    throwIfLost(directory, markers);
    makeDirectory(directory);
    const fileLock = createSharedFileLock(directory);
    const dataFile = dataFileOf(directory);
    if (!isCheck && !isWithoutData(directory) && !isKnownIntact(dataFile)) await checkInChildProcess(directory);
    // A process that opens sets the number of the last commit back to what it saw when it began: a commit in between
    // would be overwritten. And one that closes as the last takes the locks away from one that opens.
    const { root, ...tables } = await fileLock.runExclusive(async () => {
      throwIfLost(directory, markers);
      const databases = openDatabases(directory);
      if (!isCheck) await identifyStore(directory, databases, markers);
      return databases;
    });
    const watch = watchDataFile(dataFile);
    markOpen(dataFile);
    const explainErrors = async <T>(work: () => T | Promise<T>): Promise<T> => {
      try {
        return await work();
      } catch (error) {
        throw await toStoreError(directory, error);
      }
    };
    let closed: Promise<void> | undefined;
    return {
      ...tables,
      writeTransaction: (action) =>
        explainErrors(() =>
          fileLock.runShared(async () => {
            watch.assertIntact();
            // A child, so that an action that fails half-way leaves nothing behind.
            const result = await root.childTransaction(action);
            // What went into a file that was removed meanwhile is not stored.
            watch.assertIntact();
            return result;
          }),
        ),
      readTransaction: (action) =>
        explainErrors(() => {
          watch.assertIntact();
          // A snapshot from the beginning of this turn may be older than what another process has committed since.
          root.resetReadTxn();
          return action();
        }),
      close: () =>
        (closed ??= explainErrors(async () => {
          watch.close();
          // Where the directory was removed there is no lock to be had, and nobody to be kept out.
          if (isWithoutData(directory)) await root.close();
          else await fileLock.runExclusive(() => root.close());
          markClosed(dataFile);
        })),
    };
  } catch (error) {
    const advice =
      error instanceof LostStoreError
        ? ''
        : "; make it a directory that the gateway's user may write, on a disk of this host, or configure another one";
    throw new Error(`operations can't be kept in ${directory}: ${reasonIn(error)}${advice}`, { cause: error });
  }
}

function throwIfLost(directory: string, markers: StoreMarkers): void {
  if (markers.storeId === undefined || !isWithoutData(directory)) return;
  throw lostStoreError(`there is no store in ${dataFileOf(directory)}`, markers);
}

/** Gives a new store its id, and throws where the store is not the one that was made here. */
async function identifyStore(
  directory: string,
  { root, secrets }: ReturnType<typeof openDatabases>,
  markers: StoreMarkers,
): Promise<void> {
  const known = secrets.get('store');
  try {
    if (markers.storeId && markers.storeId !== known)
      throw lostStoreError(`the store in ${dataFileOf(directory)} is another one`, markers);
    const storeId = known ?? randomUUID();
    if (known === undefined) await secrets.put('store', storeId);
    writeMarkers(directory, storeId);
  } catch (error) {
    await root.close();
    throw error;
  }
}

function openDatabases(directory: string) {
  makeDataFiles(directory);
  const encoding = 'string' as const;
  const root = open<string, string>(directory, {
    encoding,
    noSubdir: false,
    // Commits wait for the disk, so that a resolved write survives a power failure too.
    overlappingSync: false,
    // With this option lmdb creates a promise of its own for each commit. If one rejects, it has no handler, and the
    // process ends.
    eventTurnBatching: false,
  });
  return {
    root,
    records: root.openDB<string, string>('records', { encoding }),
    scopes: root.openDB<string, string>('scopes', { encoding }),
    states: root.openDB<string, [OperationState, string]>('states', { encoding }),
    expiries: root.openDB<string, [number, string]>('expiries', { encoding }),
    secrets: root.openDB<string, string>('secrets', { encoding }),
    facts: root.openDB<string, string>('facts', { encoding }),
  };
}

/** An error of the tables, as a sentence with its reason. */
async function toStoreError(directory: string, error: unknown): Promise<Error> {
  const cause = await causeOf(error);
  return new Error(`operations in ${directory} could not be read or written: ${reasonIn(cause)}`, { cause });
}

/** The cause of a failed commit. lmdb reports it in a promise that ends the process if it has no handler. */
async function causeOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error && 'commitError' in error && error.commitError instanceof Promise)) return error;
  const commitCause = error.commitError.then(
    () => error,
    (cause: unknown) => cause,
  );
  // lmdb rejects that promise in the same turn or never.
  return Promise.race([commitCause, new Promise((resolve) => setImmediate(resolve, error))]);
}

function reasonIn(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
