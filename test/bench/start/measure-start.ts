import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';

import { askOnce } from '../compare/ask.js';
import { pinToOwnCore, startPinned } from '../compare/pinned-process.js';
import { CHECKOUT, ENGINE_FLAGS } from '../compare/places.js';
import { peakMemoryOf, processTree } from '../compare/process-tree.js';
import { median } from '../compare/summary.js';
import { renderTable } from '../compare/tables.js';
import type { ComparedRow } from '../compare/workloads/workload.js';
import { bytesIn, measureInstalled } from './installed-size.js';

const ROUNDS = 5;

interface FirstAnswer {
  readonly contacts: { readonly nodes: readonly ComparedRow[] };
}

const query = '{ contacts(first: 5) { nodes { id } } }';
const FIRST_QUERY = {
  query,
  bodies: [JSON.stringify({ query })],
  rowsOf: ({ contacts }: FirstAnswer) => contacts.nodes,
};

/** How long the built gateway takes to its first answer, and how much the files of an install hold; as a Markdown table. */
export async function measureStart(port: number, report: (line: string) => void): Promise<string> {
  execFileSync('npm', ['run', 'build'], { cwd: CHECKOUT, stdio: 'ignore' });
  pinToOwnCore();
  const starts: Array<{ readonly ms: number; readonly megabytes: number }> = [];
  const folder = await mkdtemp(`${tmpdir()}/trunkline-bench-`);
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const args = [...ENGINE_FLAGS, 'dist/main.js', 'start', '--port', String(port)];
      const ask = (): Promise<unknown> => askOnce(port, FIRST_QUERY, FIRST_QUERY.bodies[0] ?? '');
      const started = await startPinned({ program: 'node', args, folder: CHECKOUT }, `${folder}/start.log`, ask);
      starts.push({ ms: started.startMs, megabytes: peakMemoryOf(processTree(started.pid)) });
      await started.stop();
      report(`start ${round + 1} of ${ROUNDS}: ${started.startMs.toFixed(0)} ms`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const { packages, bytes } = measureInstalled(CHECKOUT);
  const megabytes = (count: number): string => `${(count / 1024 / 1024).toFixed(1)} MB`;
  return [
    `Node ${process.versions.node}, medians of ${ROUNDS} starts. The five emulators run in the same process.\n`,
    renderTable(
      ['', ''],
      [
        [
          'from `node dist/main.js start` to the answer to a first query',
          `${median(starts.map(({ ms }) => ms)).toFixed(0)} ms`,
        ],
        ['highest resident set by then', `${median(starts.map((each) => each.megabytes)).toFixed(0)} MB`],
        ['the built gateway', megabytes(bytesIn(`${CHECKOUT}dist`))],
        [`the ${packages} packages that it needs`, megabytes(bytes)],
      ],
    ),
    '',
  ].join('\n');
}
