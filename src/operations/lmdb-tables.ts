import { open, type Database } from 'lmdb';

import { makeDirectory, makeDataFiles } from './lmdb-files.js';
import type { OperationState } from './record.js';
import { createSharedFileLock } from './shared-file-lock.js';

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

/** Opens the tables, and makes the directory if need be; rejects with a sentence that says what to do. */
export async function openTables(directory: string): Promise<Tables> {
  try {
    makeDirectory(directory);
    const fileLock = createSharedFileLock(directory);
    // A process that opens sets the number of the last commit back to what it saw when it began: a commit in between
    // would be overwritten. And one that closes as the last takes the locks away from one that opens.
    const { root, ...tables } = await fileLock.runExclusive(() => openDatabases(directory));
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
      // A child, so that an action that fails half-way leaves nothing behind.
      writeTransaction: (action) => explainErrors(() => fileLock.runShared(() => root.childTransaction(action))),
      readTransaction: (action) =>
        explainErrors(() => {
          // A snapshot from the beginning of this turn may be older than what another process has committed since.
          root.resetReadTxn();
          return action();
        }),
      close: () => (closed ??= explainErrors(() => fileLock.runExclusive(() => root.close()))),
    };
  } catch (error) {
    throw new Error(
      `operations can't be kept in ${directory}: ${reasonIn(error)}; ` +
        `make it a directory that the gateway's user may write, on a disk of this host, or configure another one`,
      { cause: error },
    );
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
