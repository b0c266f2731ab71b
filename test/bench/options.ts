import { Command, InvalidArgumentError } from 'commander';

import { CANDIDATES, type CandidateName } from './compare/candidates.js';
import type { CompareOptions } from './compare/compare.js';
import { VARIANTS, WORKLOADS, type MeasuredName } from './compare/workloads/workload.js';

/** What `npm run bench` is asked for. */
export interface BenchOptions extends Omit<CompareOptions, 'report'> {
  readonly write: boolean;
  readonly profile: boolean;
  /** Rows at each upstream of the merge, which is measured instead. */
  readonly merge: number | undefined;
  readonly start: boolean;
}

const candidateNames = Object.keys(CANDIDATES) as CandidateName[];
const workloadNames = [...Object.keys(WORKLOADS), ...Object.keys(VARIANTS)] as MeasuredName[];
const MERGED_ROWS = 20_000;

/** The command line of the bench; a mistake in it ends the process with a message, as does `--help`. */
export function createBenchCommand(): Command {
  return new Command('npm run bench --')
    .description(
      'Measures Trunkline beside other GraphQL servers that do the same work over the same stubbed upstreams: CPU time a request, requests a second, latency, memory.',
    )
    .option('--rounds <count>', 'how often each is measured in turn; medians are shown', toCount, 4)
    .option('--seconds <number>', 'how long each is measured in a round', toSeconds, 1.2)
    .option('--candidates <names>', `of ${candidateNames.join(', ')}`, toListOf(candidateNames), candidateNames)
    .option('--workloads <names>', `of ${workloadNames.join(', ')}`, toListOf(workloadNames), workloadNames)
    .option('--delays <ms>', 'how long the upstreams take to answer, e.g. 0,5,20', toDelays, [0])
    .option('--connections <count>', 'requests under way at once', toCount, 32)
    .option('--port-base <number>', 'first of the 30 ports that are used', toCount, 17_300)
    .option('--write', 'put the results into docs/performance.md and docs/performance.svg', false)
    .option('--profile', 'say where the CPU time of Trunkline goes, instead', false)
    .option('--merge [rows]', `a sorted page over five lists of ${MERGED_ROWS} rows, instead`, toCount)
    .option('--start', 'how long the first answer takes, and how much an install holds, instead', false)
    .addHelpText(
      'after',
      `
Linux only: CPU time is read from /proc. Peers are installed into test/bench/peers the first time (about 650 MB).
Let nothing else run meanwhile, and compare figures of one run only.

Examples:
  npm run bench -- --candidates apollo,mercurius,trunkline --rounds 2
  npm run bench -- --delays 0,5,20 --write
  npm run bench -- --merge
  npm run bench -- --start
  npm run bench -- --profile --workloads Q1,Q4`,
    );
}

/** The options of a command that has been parsed. */
export function toBenchOptions(command: Command): BenchOptions {
  const { merge, ...options } = command.opts<Omit<BenchOptions, 'merge'> & { readonly merge?: number | true }>();
  return { ...options, merge: merge === true ? MERGED_ROWS : merge };
}

function toCount(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return Number(text);
}

function toSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0)) throw new InvalidArgumentError('It must be a number above 0.');
  return seconds;
}

function toDelays(text: string): readonly number[] {
  return text.split(',').map((part) => {
    if (!/^\d+$/.test(part)) throw new InvalidArgumentError('They must be whole numbers of milliseconds.');
    return Number(part);
  });
}

function toListOf<Name extends string>(known: readonly Name[]): (text: string) => readonly Name[] {
  return (text) => {
    const wanted = text.split(',');
    const unknown = wanted.filter((name) => !known.some((each) => each === name));
    if (unknown.length > 0)
      throw new InvalidArgumentError(`There is no ${unknown.join(', ')}: they are ${known.join(', ')}.`);
    // In the order of the table, so that all are compared with the same one.
    return known.filter((name) => wanted.includes(name));
  };
}
