// Run as a process of its own: holds the file lock of a directory, shared or exclusive, says so, and stays there
// until its input ends.
import { once } from 'node:events';

import { createSharedFileLock } from '../../src/operations/shared-file-lock.js';

const [directory = '', mode] = process.argv.slice(2);
await createSharedFileLock(directory)[mode === 'exclusive' ? 'runExclusive' : 'runShared'](async () => {
  process.stdout.write('inside');
  process.stdin.resume();
  await once(process.stdin, 'end');
});
