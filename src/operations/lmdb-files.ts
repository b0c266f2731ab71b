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
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const DATA = 'data.mdb';
const LOCK = 'lock.mdb';
// How LMDB's first page goes on after its header: the mark of the format, and its version.
const MARK_AT = 24;
const MARK = Buffer.from('dec0efbe02000000', 'hex');
const SMALLEST_PAGE = 4096;

/** Makes a directory for this user alone, if it is not there; throws the system's error. */
export function makeDirectory(directory: string): void {
  // One by one: Node's recursive mkdir never ends where the system denies that a folder which is there exists.
  const missing = missingOf(resolve(directory));
  for (const each of missing) makeOne(each);
  // It is there after a loss of power only if the one that holds it was written too.
  if (missing[0] !== undefined) flush(dirname(missing[0]));
}

/** The directory and those above it that are not there, the outermost first. */
function missingOf(directory: string): string[] {
  const missing: string[] = [];
  for (let at = directory; !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at);
  return missing;
}

function makeOne(directory: string): void {
  try {
    mkdirSync(directory, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** Makes LMDB's files for this user alone (LMDB would let the group read them), or throws where they can't be opened. */
export function makeFiles(directory: string): void {
  for (const file of [join(directory, DATA), join(directory, LOCK)]) {
    // Opening the lock's file would be wrong: its closing takes LMDB's own locks on it away.
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
    else closeSync(openSync(file, 'wx', 0o600));
  }
  flush(directory);
  checkData(join(directory, DATA));
}

/** Throws where the file is not one of LMDB's: its opening would end the process without a word. */
function checkData(path: string): void {
  const handle = openSync(path, 'r');
  try {
    const { size } = fstatSync(handle);
    const mark = Buffer.alloc(MARK.length);
    readSync(handle, mark, 0, mark.length, MARK_AT);
    if (size === 0 || (size >= SMALLEST_PAGE && mark.equals(MARK))) return;
    throw new Error(`${path} is not a file of LMDB, or of another version of it`);
  } finally {
    closeSync(handle);
  }
}

function flush(folder: string): void {
  // Windows opens no directories.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
