import { parentPort } from 'node:worker_threads';

import { parseXmlTask, type XmlTask } from './xml-task.js';

// The file that the other thread runs: one answer for each task, in their order.
parentPort?.on('message', ({ id, task }: { readonly id: number; readonly task: XmlTask }) => {
  parentPort?.postMessage({ id, outcome: parseXmlTask(task) });
});
