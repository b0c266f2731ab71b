import { askOnce, toHttpRequest } from './ask.js';
import { CANDIDATES, type CandidateName } from './candidates.js';
import { differenceOf } from './equality.js';
import { runLoad, type LoadResult } from './load.js';
import { cpuTimeOf, peakMemoryOf, processTree } from './process-tree.js';
import type { Cell, Sample } from './sample.js';
import { operationFor, type AskedOperation } from './workloads/operations.js';
import { sizeOf, type ComparedRow, type MeasuredName } from './workloads/workload.js';
import type { Stub } from '../stub/start-stub.js';

/** Each workload is loaded until it had so many answers, but not for ever, so that the engine has compiled what is hot. */
const WARM_ANSWERS = 2000;
const WARM_SECONDS = 5;
const MOST_WARM_LOADS = 4;
/** Then once more in turn: what the engine assumed of one workload may not hold for the next, and is compiled anew. */
const SECOND_WARM_SECONDS = 2;

/** A candidate that is up. */
export interface Running {
  readonly name: CandidateName;
  readonly port: number;
  readonly pid: number;
}

export interface RoundOptions {
  readonly running: readonly Running[];
  readonly workloads: readonly MeasuredName[];
  readonly delays: readonly number[];
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  readonly stub: Stub;
  readonly report: (line: string) => void;
}

/** A candidate with what it is asked. */
interface Asked {
  readonly server: Running;
  readonly workload: MeasuredName;
  readonly operation: AskedOperation;
}

/** Measures every workload at every candidate, one after the other and round by round: what else the machine does meets all. */
export async function measureRounds(options: RoundOptions): Promise<readonly Sample[]> {
  const { workloads, delays, rounds, stub, report } = options;
  const asked = await findEqual(options);
  const samples: Sample[] = [];
  await stub.setDelay(0);
  await warmUp(asked, options);
  for (let round = 0; round < rounds; round += 1) {
    for (const delayMs of delays) {
      for (const workload of workloads) {
        const turn = asked.filter((each) => each.workload === workload);
        // Nobody is always the first.
        const rotated = turn.map((_, place) => turn[(place + round) % turn.length]);
        for (const each of rotated) if (each) samples.push(await measure(each, delayMs, round, options));
      }
    }
    report(`round ${round + 1} of ${rounds} is done`);
  }
  return samples;
}

async function warmUp(asked: readonly Asked[], options: RoundOptions): Promise<void> {
  for (const each of asked) {
    let count = 0;
    for (let loads = 0; loads < MOST_WARM_LOADS && count < WARM_ANSWERS; loads += 1)
      count += (await load(each, { ...options, seconds: WARM_SECONDS })).answers;
  }
  for (const each of asked) await load(each, { ...options, seconds: SECOND_WARM_SECONDS });
  options.report('all are warm');
}

async function measure(asked: Asked, delayMs: number, round: number, options: RoundOptions): Promise<Sample> {
  const { server, workload } = asked;
  const cell: Cell = { candidate: server.name, workload, delayMs };
  const before = await options.stub.setDelay(delayMs);
  const { answers, ...result } = await load(asked, options);
  const after = await options.stub.setDelay(delayMs);
  const peakMb = peakMemoryOf(processTree(server.pid));
  return { ...cell, ...result, round, peakMb, upstream: (after - before) / answers };
}

function load({ server, operation }: Asked, options: RoundOptions): Promise<LoadResult> {
  const pids = processTree(server.pid);
  return runLoad({
    port: server.port,
    requests: operation.bodies.map((body) => toHttpRequest(server.port, body, operation.headers)),
    connections: options.connections,
    seconds: options.seconds,
    readCpuTime: () => cpuTimeOf(pids),
  });
}

/** What is timed: only answers that are those of the first candidate. */
async function findEqual({ running, workloads, report }: RoundOptions): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const workload of workloads) {
    const expected = new Map<number, readonly ComparedRow[]>();
    for (const server of running) {
      const operation = operationFor(CANDIDATES[server.name].kind, workload);
      if (!operation) continue;
      const difference = await compare({ server, workload, operation }, expected).catch(String);
      if (difference === undefined) asked.push({ server, workload, operation });
      else report(`${server.name} is not measured at ${workload}: ${difference}`);
    }
  }
  report(`answers are compared: ${asked.length} are the same`);
  return asked;
}

async function compare(
  { server, workload, operation }: Asked,
  expected: Map<number, readonly ComparedRow[]>,
): Promise<string | undefined> {
  const size = sizeOf(workload);
  for (const place of [0, operation.bodies.length >> 1]) {
    const rows = await askOnce(server.port, operation, operation.bodies[place] ?? '');
    const difference = differenceOf(rows, expected.get(place) ?? rows, size);
    if (difference !== undefined) return difference;
    if (!expected.has(place)) expected.set(place, rows);
  }
  return undefined;
}
