import { toTable } from '../../src/commands/table.js';
import { startChild } from './child.js';
import { benchPages, configOf, type Cost } from './lists.js';
import type { EmulatedUpstream } from './naive-reads.js';

const ROWS = Number(process.argv[2] ?? 20_000);
/** On a machine with other work one round says little. */
const ROUNDS = 3;

const emulators = await startChild('./emulators.ts', [String(ROWS)]);
const upstream = emulators.ready as readonly EmulatedUpstream[];
const ours: Array<readonly [Cost, Cost]> = [];
const naive: Array<readonly [Cost, Cost]> = [];
try {
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await benchPages('./gateway.ts', configOf(upstream)));
    naive.push(await benchPages('./naive.ts', JSON.stringify(upstream)));
  }
} finally {
  emulators.child.kill();
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
const lines = (['first page', 'second page'] as const).flatMap((page, at) => {
  const line = (what: string, unit: string, of: (cost: Cost) => number): string[] => {
    const [mine, peer] = [ours, naive].map((rounds) => median(rounds.flatMap((pages) => pages[at] ?? []).map(of)));
    const ratio = peer ? ((mine ?? 0) / peer).toFixed(2) : '–';
    return [`${page}: ${what}`, `${Math.round(mine ?? 0)}${unit}`, `${Math.round(peer ?? 0)}${unit}`, ratio];
  };
  return [
    line('rows a second', '', ({ rowsPerSecond }) => rowsPerSecond),
    line('longest stall of the event loop', ' ms', ({ stallMs }) => stallMs),
    line('highest resident set so far', ' MB', ({ rssMb }) => rssMb),
  ];
});
const requests = (['first', 'second'] as const).map((_, at) => median(ours.map((pages) => pages[at]?.requests ?? 0)));
process.stdout.write(
  `5 upstreams × ${ROWS} contacts, contacts(first: 50, orderBy: { field: DISPLAY_NAME }), medians of ${ROUNDS} rounds;\n` +
    'naive: Apollo over five whole lists, put together, sorted and sliced, with phones as given and nothing kept\n' +
    toTable([['', 'gateway', 'naive', 'ratio'], ...lines]) +
    `  upstream requests of the gateway: ${requests.join(' for the first page, ')} for the second\n`,
);
