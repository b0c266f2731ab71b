import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Files that say that a store was made in a directory, so that an empty one is told from one that was lost. */
export interface StoreMarkers {
  /** Inside: it is lost with the directory. Beside: it outlives the directory, where the parent may be written. */
  readonly files: readonly string[];
  /** The id of the store; null where a marker can't be read; undefined where there is none. */
  readonly storeId: string | null | undefined;
}

export function readMarkers(directory: string): StoreMarkers {
  const all = [join(directory, 'store.json'), join(dirname(directory), `${basename(directory)}.store.json`)];
  const files = all.filter((file) => existsSync(file));
  const ids = files.flatMap((file) => readStoreId(file) ?? []);
  return { files, storeId: files.length === 0 ? undefined : (ids[0] ?? null) };
}

/** Writes the markers that are not there; the one beside the directory where that may be. */
export function writeMarkers(directory: string, storeId: string): void {
  writeMarker(join(directory, 'store.json'), storeId);
  try {
    writeMarker(join(dirname(directory), `${basename(directory)}.store.json`), storeId);
  } catch {
    // A parent that may not be written, such as that of a mounted volume: the marker inside must do.
  }
}

/** A store is not there, is another one or is damaged; the message says what an operator can do about it. */
export class LostStoreError extends Error {}

export function lostStoreError(what: string, { files }: StoreMarkers): LostStoreError {
  return new LostStoreError(
    `${what}, and ${files.join(' and ')} ${files.length > 1 ? 'say' : 'says'} that there was one: without it, writes that were sent could be sent again; ` +
      `bring it back, or delete ${files.length > 1 ? 'these files' : 'this file'} to begin with an empty store`,
  );
}

function readStoreId(file: string): string | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const isMarker = typeof value === 'object' && value !== null && 'store' in value;
    return isMarker && typeof value.store === 'string' ? value.store : undefined;
  } catch {
    return undefined;
  }
}

function writeMarker(file: string, storeId: string): void {
  if (readStoreId(file) === storeId) return;
  const draft = `${file}.${process.pid}.new`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeSync(handle, `${JSON.stringify({ store: storeId, keeps: 'the outcomes of writes of Trunkline' })}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}
