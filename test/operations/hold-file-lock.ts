// Run as a process of its own: passes the turnstile of a directory in one of its two ways, tells it, and stays there
// until its input ends.
import { once } from 'node:events';

import { createSharedFileLock } from '../../src/operations/shared-file-lock.js';

const [directory = '', way] = process.argv.slice(2);
await createSharedFileLock(directory)[way === 'exclusive' ? 'runExclusive' : 'runShared'](async () => {
  process.stdout.write('inside');
  process.stdin.resume();
  await once(process.stdin, 'end');
});
