// Run as a process of its own: passes the turnstile of a directory in one of its two ways, tells it, and stays there
// until its input ends.
import { once } from 'node:events';

import { createTurnstile } from '../../src/operations/turnstile.js';

const [directory = '', way] = process.argv.slice(2);
await createTurnstile(directory)[way === 'alone' ? 'alone' : 'together'](async () => {
  process.stdout.write('inside');
  process.stdin.resume();
  await once(process.stdin, 'end');
});
