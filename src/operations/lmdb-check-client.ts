import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

import { LostStoreError } from './store-marker.js';

/**
 * Has the store in a directory read in a process of its own, and rejects with a sentence where it is damaged: LMDB trusts
 * its pages, so that a damaged one may end the process that reads it by a signal.
 */
export async function checkInChildProcess(directory: string): Promise<void> {
  const isSource = import.meta.url.endsWith('.ts');
  const loader = isSource ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [];
  const child = fork(new URL(isSource ? './lmdb-check.ts' : './lmdb-check.js', import.meta.url), [directory], {
    execArgv: loader,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const verdict = await new Promise<string>((resolve) => {
    let message: string | undefined;
    child.on('message', (text) => {
      if (typeof text === 'string') message = text;
    });
    child.once('error', (error) => {
      resolve(`the process that checks it did not start: ${error.message}`);
    });
    child.once('exit', (code, signal) => {
      resolve(message ?? `reading it ended its process (${signal ?? `exit code ${code}`})`);
    });
  });
  if (verdict === 'intact') return;
  throw new LostStoreError(
    `its data are damaged (${verdict}): bring back a copy of the folder, or move the folder and the marker beside it away to begin with an empty store, after a look at the providers for writes of the last days`,
  );
}
