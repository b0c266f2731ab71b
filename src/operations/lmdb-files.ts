import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const DATA = 'data.mdb';
const LOCK = 'lock.mdb';
/** How LMDB's first page goes on after its header: the mark of the format, and its version. */
export const LMDB_MAGIC_OFFSET = 24;
export const LMDB_MAGIC = Buffer.from('dec0efbe02000000', 'hex');
const SMALLEST_PAGE = 4096;

/** Makes a directory for this user alone, if it is not there; throws the system's error. */
export function makeDirectory(directory: string): void {
  // One by one: Node's recursive mkdir never ends where the system denies that a folder which is there exists.
  const missing = missingOf(resolve(directory));
  for (const missingDirectory of missing) makeMissingDirectory(missingDirectory);
  // It is there after a loss of power only if the one that holds it was written too.
  if (missing[0] !== undefined) syncDirectory(dirname(missing[0]));
}

/** The directory and those above it that are not there, the outermost first. */
function missingOf(directory: string): string[] {
  const missing: string[] = [];
  for (let at = directory; !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at);
  return missing;
}

function makeMissingDirectory(directory: string): void {
  try {
    mkdirSync(directory, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** Makes LMDB's files for this user alone (LMDB would let the group read them), or throws where they can't be opened. */
export function makeDataFiles(directory: string): void {
  for (const file of [dataFileOf(directory), join(directory, LOCK)]) {
    // Opening the lock's file would be wrong: its closing takes LMDB's own locks on it away.
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
    else closeSync(openSync(file, 'wx', 0o600));
  }
  syncDirectory(directory);
  checkDataFile(dataFileOf(directory));
}

export function dataFileOf(directory: string): string {
  return join(directory, DATA);
}

/** Whether nothing was ever stored in the directory. */
export function isWithoutData(directory: string): boolean {
  return (statSync(dataFileOf(directory), { throwIfNoEntry: false })?.size ?? 0) === 0;
}

/** Throws where the file is not one of LMDB's: its opening would end the process without a word. */
function checkDataFile(path: string): void {
  const handle = openSync(path, 'r');
  try {
    const { size } = fstatSync(handle);
    const magic = Buffer.alloc(LMDB_MAGIC.length);
    readSync(handle, magic, 0, magic.length, LMDB_MAGIC_OFFSET);
    if (size === 0 || (size >= SMALLEST_PAGE && magic.equals(LMDB_MAGIC))) return;
    throw new Error(`${path} is not a file of LMDB, or of another version of it`);
  } finally {
    closeSync(handle);
  }
}

function syncDirectory(folder: string): void {
  // Windows opens no directories.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
