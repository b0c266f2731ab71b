import { existsSync } from 'node:fs';

import { compare } from './compare/compare.js';
import { BASE } from './compare/candidates.js';
import { describeMachine } from './compare/machine.js';
import { renderComparison } from './compare/report.js';
import { summarize } from './compare/summary.js';
import { measureMerge } from './merge/merge.js';
import { createBenchCommand, toBenchOptions } from './options.js';
import { writeComparison, writeMerge, writeStart } from './page.js';
import { profileTrunkline } from './profile/profile.js';
import { measureStart } from './start/measure-start.js';

const begun = performance.now();
const report = (line: string): void => {
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
  process.stdout.write(`${minutes.padStart(5)} min  ${line}\n`);
};

// Ends what was started: a signal alone would end this process only.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const options = toBenchOptions(createBenchCommand().parse());
if (options.merge !== undefined) {
  const table = await measureMerge(options.merge, report);
  process.stdout.write(`\n${table}`);
  if (options.write) await writeMerge(table);
} else if (!existsSync('/proc/self/stat')) {
  process.stderr.write('CPU time and memory are read from /proc, which this system does not have: this needs Linux.\n');
  process.exitCode = 1;
} else if (options.start) {
  const table = await measureStart(options.portBase, report);
  process.stdout.write(`\n${table}`);
  if (options.write) await writeStart(table);
} else if (options.profile) {
  await profileTrunkline({ ...options, report: (text) => process.stdout.write(`${text}\n`) });
} else {
  const machine = describeMachine(options);
  const lines = summarize(await compare({ ...options, report }), BASE);
  const text = renderComparison(lines, machine);
  process.stdout.write(`\n${text}`);
  if (options.write) await writeComparison(lines, text);
}
