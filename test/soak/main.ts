import { parseArgs } from 'node:util';

import { runSoak } from './run-soak.js';

/*
 * L2: a gateway under mixed queries and writes, faults, hangs, cancels and reloads of its config. A phase to warm up and
 * five that count, each of which ends in calm and a collection of garbage. Exits with 1 where memory grows, something is left
 * open, a write was done twice or lost, or a query is not answered by what was healed a deadline before.
 * `npm run soak -- --minutes 10 --seed 1`; with `--snapshots folder` each phase leaves a snapshot of the heap.
 */

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    phases: { type: 'string', default: '5' },
    snapshots: { type: 'string' },
  },
});
const options = {
  minutes: Number(values.minutes),
  seed: Number(values.seed),
  phases: Number(values.phases),
  deadlineMs: 3000,
};
console.log(`${options.minutes} minutes, seed ${options.seed}`);
const print = (line: string): void => {
  console.log(line);
};
const { faults, tried } = await runSoak({ ...options, snapshots: values.snapshots, print });
const untried = Object.keys(tried).filter((what) => tried[what] === 0);
const missed = [...faults, ...untried.map((what) => `nothing was tried of: ${what}`)];
console.log(missed.length === 0 ? 'every criterion is met' : `missed:\n  ${missed.slice(0, 20).join('\n  ')}`);
process.exitCode = missed.length === 0 ? 0 : 1;
