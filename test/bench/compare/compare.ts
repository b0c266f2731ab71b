import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';

import { startStub } from '../stub/start-stub.js';
import { askOnce } from './ask.js';
import { CANDIDATES, type CandidateName } from './candidates.js';
import { installPeers } from './install-peers.js';
import { pinToOwnCore, startPinned, type Started } from './pinned-process.js';
import type { Place } from './places.js';
import { measureRounds, type RoundOptions, type Running } from './rounds.js';
import type { Sample } from './sample.js';
import { buildTrunkline } from './trunkline.js';
import { operationFor } from './workloads/operations.js';

export interface CompareOptions extends Omit<RoundOptions, 'running' | 'stub'> {
  readonly candidates: readonly CandidateName[];
  readonly portBase: number;
}

/** Where candidates listen: behind the ports of the upstreams. */
const FIRST_CANDIDATE = 10;

/** Starts the upstreams and all candidates, measures them, and ends them. */
export async function compare(options: CompareOptions): Promise<readonly Sample[]> {
  const { candidates, portBase, report } = options;
  if (candidates.some((name) => CANDIDATES[name].isPeer)) {
    report('install and compile the peers (the first time takes minutes)');
    installPeers();
  }
  report('build Trunkline');
  buildTrunkline();
  if (!pinToOwnCore()) report('there is no taskset with two cores: load and candidates share their cores');
  const folder = await mkdtemp(`${tmpdir()}/trunkline-bench-`);
  const stub = await startStub(portBase);
  const started: Started[] = [];
  try {
    const running: Running[] = [];
    for (const [place, name] of candidates.entries()) {
      const port = portBase + FIRST_CANDIDATE + place;
      const server = await startCandidate(name, { port, firstUpstreamPort: portBase, folder }).catch(
        (error: unknown) => {
          report(`${name} is left out: ${error instanceof Error ? error.message : String(error)}`);
        },
      );
      if (!server) continue;
      report(`${name} answers after ${Math.round(server.startMs)} ms`);
      started.push(server);
      running.push({ name, port, pid: server.pid });
    }
    return await measureRounds({ ...options, running, stub });
  } finally {
    stub.stop();
    await Promise.all(started.map(({ stop }) => stop()));
    await rm(folder, { recursive: true, force: true });
  }
}

async function startCandidate(name: CandidateName, place: Place): Promise<Started> {
  const { kind, commandAt } = CANDIDATES[name];
  const operation = operationFor(kind, 'typename');
  if (!operation) throw new Error('it has no __typename');
  const command = await commandAt(place);
  return startPinned(command, `${place.folder}/${name}.log`, () =>
    askOnce(place.port, operation, operation.bodies[0] ?? ''),
  );
}
