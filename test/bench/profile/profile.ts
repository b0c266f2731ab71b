import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';

import { askOnce, toHttpRequest } from '../compare/ask.js';
import { runLoad } from '../compare/load.js';
import { pinToOwnCore, startPinned } from '../compare/pinned-process.js';
import { cpuTimeOf, processTree } from '../compare/process-tree.js';
import { buildTrunkline, trunklineCommand } from '../compare/trunkline.js';
import { operationFor } from '../compare/workloads/operations.js';
import type { MeasuredName } from '../compare/workloads/workload.js';
import { resolveSources } from './sources.js';
import { startStub } from '../stub/start-stub.js';
import { sharesOf, type CpuProfile, type Shares } from './groups.js';

export interface ProfileOptions {
  readonly workloads: readonly MeasuredName[];
  readonly seconds: number;
  readonly connections: number;
  readonly portBase: number;
  readonly report: (line: string) => void;
}

/** Samples in microseconds: coarse enough that what is sampled is not mostly the sampling. */
const INTERVAL_US = '500';
/** Until the engine has compiled what is hot: before that a profile shows the compiler. */
const WARM_SECONDS = 8;
const GROUPS_SHOWN = 25;
const FUNCTIONS_SHOWN = 30;

/** Profiles Trunkline under each workload, in a process of its own each, and says where its time goes. */
export async function profileTrunkline(options: ProfileOptions): Promise<void> {
  buildTrunkline();
  pinToOwnCore();
  const stub = await startStub(options.portBase);
  try {
    for (const workload of options.workloads) options.report(await profileOne(workload, options));
  } finally {
    stub.stop();
  }
}

async function profileOne(workload: MeasuredName, options: ProfileOptions): Promise<string> {
  const folder = await mkdtemp(`${tmpdir()}/trunkline-profile-`);
  const operation = operationFor('trunkline', workload);
  if (!operation) throw new Error(`${workload} is not asked of Trunkline`);
  const place = { port: options.portBase + 10, firstUpstreamPort: options.portBase, folder };
  const flags = ['--cpu-prof', '--cpu-prof-interval', INTERVAL_US, '--cpu-prof-dir', `${folder}/profiles`];
  try {
    const command = await trunklineCommand({}, flags)(place);
    const ask = () => askOnce(place.port, operation, operation.bodies[0] ?? '');
    const { pid, stop } = await startPinned(command, `${folder}/log`, ask);
    const pids = processTree(pid);
    const load = (seconds: number) =>
      runLoad({
        port: place.port,
        requests: operation.bodies.map((body) => toHttpRequest(place.port, body, operation.headers)),
        connections: options.connections,
        seconds,
        readCpuTime: () => cpuTimeOf(pids),
      });
    await load(WARM_SECONDS);
    const from = now();
    const { cpu, answers } = await load(options.seconds);
    const to = now();
    // The profile is written when the process ends.
    await stop();
    const [file = ''] = await readdir(`${folder}/profiles`);
    const profile = JSON.parse(await readFile(`${folder}/profiles/${file}`, 'utf8')) as CpuProfile;
    return render(workload, `${answers} requests`, cpu, sharesOf(resolveSources(profile), from, to));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function now(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

function render(workload: string, of: string, cpu: number, { groups, functions }: Shares): string {
  const toLines = (shares: Shares['groups'], shown: number): string =>
    shares
      .slice(0, shown)
      .map(
        ([name, share]) =>
          `${(100 * share).toFixed(1).padStart(5)} % ${(cpu * share).toFixed(0).padStart(6)} µs  ${name}`,
      )
      .join('\n');
  return [
    `\n${workload}: ${of}, ${cpu.toFixed(0)} µs of CPU each under the profiler; self time, what is built in counts for its caller`,
    toLines(groups, GROUPS_SHOWN),
    '  functions:',
    toLines(functions, FUNCTIONS_SHOWN),
  ].join('\n');
}
