import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import type { XmlOutcome, XmlTask } from './xml-task.js';

interface Answer {
  readonly id: number;
  readonly outcome: XmlOutcome;
}

/** A thread that grows beyond that is ended: it takes the text of the longest body twice, in two bytes a character. */
const limits = { maxOldGenerationSizeMb: 768 };

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, (outcome: XmlOutcome) => void>;
}

/** The one thread of this process; undefined until it is needed, and after it has ended. */
let running: Thread | undefined;
let last = 0;

/**
 * Has another thread do a task, whose bytes are gone after it. It keeps nothing of it, begins when it is first needed and
 * does not keep the process; where it ends before its time, what it was at is refused, and the next task begins another.
 */
export function runOnXmlThread(task: XmlTask & { readonly bytes: Uint8Array<ArrayBuffer> }): Promise<XmlOutcome> {
  const { worker, waiting } = (running ??= startThread());
  last += 1;
  const id = last;
  return new Promise((settle) => {
    waiting.set(id, settle);
    worker.postMessage({ id, task }, [task.bytes.buffer]);
  });
}

function startThread(): Thread {
  const worker = openWorker();
  const thread: Thread = { worker, waiting: new Map() };
  worker.on('message', ({ id, outcome }: Answer) => {
    thread.waiting.get(id)?.(outcome);
    thread.waiting.delete(id);
  });
  const end = (): void => {
    if (running === thread) running = undefined;
    void worker.terminate();
    for (const settle of thread.waiting.values()) settle({ refused: 'the thread that parses it ended' });
    thread.waiting.clear();
  };
  // Unheard, an error of the thread would end the process.
  worker.on('error', end);
  worker.on('messageerror', end);
  worker.on('exit', end);
  // After them: whoever listens for messages keeps the process again.
  worker.unref();
  return thread;
}

/** The file beside this one: as it is where the gateway was built, and through tsx where its sources are run. */
function openWorker(): Worker {
  const options = { execArgv: [], resourceLimits: limits };
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./xml-worker.js', import.meta.url), options);
  }
  const tsx = createRequire(import.meta.url).resolve('tsx/cjs/api');
  const file = JSON.stringify(fileURLToPath(new URL('./xml-worker.ts', import.meta.url)));
  // A thread does not inherit what reads TypeScript from whoever runs the sources.
  return new Worker(`require(${JSON.stringify(tsx)}).require(${file}, ${file})`, { ...options, eval: true });
}
