import { closeSync, openSync, readSync, statSync } from 'node:fs';

import { LMDB_MAGIC, LMDB_MAGIC_OFFSET } from './lmdb-files.js';

/** Looks after the file of an open store. */
export interface DataFileWatch {
  /** Throws where the file is not the one that was opened, or was cut off or emptied. */
  readonly assertIntact: () => void;
  readonly close: () => void;
}

/**
 * A file that is removed or replaced goes on to take writes that nobody will ever read again, and one that is cut off ends
 * the process with a signal when a page behind its end is read. So it is looked at before each use: one `stat` and one
 * short read.
 */
export function watchDataFile(path: string): DataFileWatch {
  const handle = openSync(path, 'r');
  const opened = statSync(path);
  const magic = Buffer.alloc(LMDB_MAGIC.length);
  let { size } = opened;
  return {
    assertIntact: () => {
      const current = statSync(path, { throwIfNoEntry: false });
      if (!current) throw new Error(`${path} was removed while the gateway ran`);
      if (current.ino !== opened.ino || current.dev !== opened.dev)
        throw new Error(`${path} was replaced by another file while the gateway ran`);
      if (current.size < size) throw new Error(`${path} was cut off while the gateway ran`);
      readSync(handle, magic, 0, magic.length, LMDB_MAGIC_OFFSET);
      if (!magic.equals(LMDB_MAGIC)) throw new Error(`${path} was overwritten while the gateway ran`);
      ({ size } = current);
    },
    close: () => {
      closeSync(handle);
    },
  };
}
