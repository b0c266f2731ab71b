import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import type { XmlOutcome, XmlTask } from './xml-task.js';

interface XmlTaskReply {
  readonly id: number;
  readonly outcome: XmlOutcome;
}

/**
 * A thread that needs more memory is ended. The limit is twice the text of the longest body, at two bytes a character.
 */
const workerLimits = { maxOldGenerationSizeMb: 768 };

interface XmlWorker {
  readonly worker: Worker;
  readonly pending: Map<number, (outcome: XmlOutcome) => void>;
}

/** The one thread of this process; undefined until it is needed, and after it has ended. */
let currentWorker: XmlWorker | undefined;
let lastTaskId = 0;

/**
 * Runs a task on another thread, to which its bytes are transferred. The thread starts when it is first needed and does
 * not keep the process alive. If it ends unexpectedly, its current tasks are rejected, and the next task starts a new
 * thread.
 */
export function runInXmlWorker(task: XmlTask & { readonly bytes: Uint8Array<ArrayBuffer> }): Promise<XmlOutcome> {
  const { worker, pending } = (currentWorker ??= startXmlWorker());
  lastTaskId += 1;
  const id = lastTaskId;
  return new Promise((resolve) => {
    pending.set(id, resolve);
    worker.postMessage({ id, task }, [task.bytes.buffer]);
  });
}

function startXmlWorker(): XmlWorker {
  const worker = openWorker();
  const xmlWorker: XmlWorker = { worker, pending: new Map() };
  worker.on('message', ({ id, outcome }: XmlTaskReply) => {
    xmlWorker.pending.get(id)?.(outcome);
    xmlWorker.pending.delete(id);
  });
  const endWorker = (): void => {
    if (currentWorker === xmlWorker) currentWorker = undefined;
    void worker.terminate();
    for (const resolve of xmlWorker.pending.values()) resolve({ refused: 'the thread that parses it ended' });
    xmlWorker.pending.clear();
  };
  // Without a listener an error of the thread would end the process.
  worker.on('error', endWorker);
  worker.on('messageerror', endWorker);
  worker.on('exit', endWorker);
  // After the listeners: adding a message listener keeps the process alive again.
  worker.unref();
  return xmlWorker;
}

/** The file beside this one: as it is where the gateway was built, and through tsx where its sources are run. */
function openWorker(): Worker {
  const options = { execArgv: [], resourceLimits: workerLimits };
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./xml-worker.js', import.meta.url), options);
  }
  const tsx = createRequire(import.meta.url).resolve('tsx/cjs/api');
  const file = JSON.stringify(fileURLToPath(new URL('./xml-worker.ts', import.meta.url)));
  // A thread does not inherit the loader that runs TypeScript sources.
  return new Worker(`require(${JSON.stringify(tsx)}).require(${file}, ${file})`, { ...options, eval: true });
}
