import { renderTable } from '../compare/tables.js';
import { median } from '../compare/summary.js';
import { startChild } from './child.js';
import { startGateway } from './gateway.js';
import { benchPages, configOf, type Cost } from './lists.js';
import type { EmulatedUpstream } from './naive-reads.js';

/** On a machine with other work one round says little. */
const ROUNDS = 3;

/** Measures a sorted list over five upstreams beside a naive server, and gives a Markdown table of medians. */
export async function measureMerge(rows: number, report: (line: string) => void): Promise<string> {
  const emulators = await startChild('./emulators.ts', [String(rows)]);
  const upstream = emulators.ready as readonly EmulatedUpstream[];
  const ours: Array<readonly [Cost, Cost]> = [];
  const naive: Array<readonly [Cost, Cost]> = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await benchPages(await startGateway(configOf(upstream))));
      naive.push(await benchPages(await startChild('./naive.ts', [JSON.stringify(upstream)])));
      report(`round ${round + 1} of ${ROUNDS} is done`);
    }
  } finally {
    emulators.child.kill();
  }

  const lines = (['first page', 'second page'] as const).flatMap((page, at) => {
    const line = (what: string, unit: string, of: (cost: Cost) => number): string[] => {
      const [mine = 0, peer = 0] = [ours, naive].map((rounds) =>
        median(rounds.flatMap((pages) => pages[at] ?? []).map(of)),
      );
      const ratio = peer ? (mine / peer).toFixed(2) : '–';
      return [`${page}: ${what}`, `${Math.round(mine)}${unit}`, `${Math.round(peer)}${unit}`, ratio];
    };
    return [
      line('rows a second', '', ({ rowsPerSecond }) => rowsPerSecond),
      line('longest stall of the event loop', ' ms', ({ stallMs }) => stallMs),
      line('highest resident set so far', ' MB', ({ rssMb }) => rssMb),
    ];
  });
  const requests = (['first', 'second'] as const).map((_, at) => median(ours.map((pages) => pages[at]?.requests ?? 0)));
  return [
    `5 upstreams × ${rows} contacts, \`contacts(first: 50, orderBy: { field: DISPLAY_NAME })\`, medians of ${ROUNDS} rounds.`,
    'Naive: Apollo over five whole lists, put together, sorted and sliced, with phones as given and nothing kept.',
    `Trunkline asks its upstreams ${requests.join(' times for the first page, ')} times for the second.\n`,
    `${renderTable(['', 'Trunkline', 'naive', 'ratio'], lines)}\n`,
  ].join('\n');
}
