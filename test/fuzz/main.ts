import { parseArgs } from 'node:util';

import { startAnswerTarget } from './answer-target.js';
import { startDocumentTarget } from './document-target.js';
import { startServerInChild } from './fuzz-server.js';
import { fuzz, type FuzzReport } from './fuzz.js';

const TARGETS = { documents: startDocumentTarget, answers: startAnswerTarget };

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    count: { type: 'string', default: '10000' },
    /** `documents` or `answers`; default: both. */
    only: { type: 'string' },
    /** No request is begun after so many seconds. */
    seconds: { type: 'string', default: 'Infinity' },
  },
});

const write = (name: string, { tried, stallMs, rssMb, answers }: FuzzReport): void => {
  const counts = Object.entries(answers).map(([code, count]) => `${code} ${count}`);
  process.stdout.write(`${name}: ${tried} tried, longest stall ${stallMs} ms, ${rssMb} MB; ${counts.join(', ')}\n`);
};

for (const [name, start] of Object.entries(TARGETS)) {
  if (values.only !== undefined && values.only !== name) continue;
  const target = await start(startServerInChild);
  process.stdout.write(`${name}: from seed ${values.seed}\n`);
  const report = await fuzz(target, {
    seed: Number(values.seed),
    count: Number(values.count),
    forMs: Number(values.seconds) * 1000,
    onProgress: (now) => {
      write(name, now);
    },
  });
  await target.stop();
  write(name, report);
  if (report.fault !== undefined) {
    process.stderr.write(`${name}: ${report.fault}\n`);
    process.exitCode = 1;
  }
}
