import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { createRandom, type Random } from '../fuzz/random.js';
import { createFaultSpells } from './fault-spells.js';
import { checkStates, spreadOf } from './check-states.js';
import type { ProcessState } from './report-process.js';
import { startSoakedGateway } from './soaked-gateway.js';
import { createWriteAccount } from './write-account.js';

export interface SoakOptions {
  readonly minutes: number;
  readonly seed: number;
  /** With three or more there is one before them to warm up, and their heaps are compared. */
  readonly phases: number;
  /** The longest that a call to an upstream may take. */
  readonly deadlineMs: number;
  /** A folder for snapshots of the heap, one for each phase; default: none. */
  readonly snapshots?: string | undefined;
  readonly print: (line: string) => void;
}

const CLIENTS = 8;
/** Connections that nobody uses are closed by then, those of both sides. */
const MAX_CALM_MS = 40_000;
const USUAL_CALM_MS = 7000;
/** More than the operations that are remembered for what they took (2,000): filled, that memory stays as it is. */
const REMEMBERED_OPERATIONS = 2100;
const STIRS_PER_RELOAD = 10;
const PROGRESS_MS = 15_000;
const SOURCES = 'sources { upstream { name } ok error { code } }';
const HEALED = `{ contacts(first: 20) { nodes { id } ${SOURCES} } }`;
/** The same ones again and again: what is kept for a document must not grow. */
const QUERIES = [
  HEALED,
  `{ contacts(first: 50, where: { name: { contains: "an" } }) { nodes { displayName emails phones } ${SOURCES} } }`,
  `{ groups { nodes { name contactCount contacts(first: 5) { nodes { displayName } } } ${SOURCES} } }`,
  `{ messages(first: 20) { nodes { id } ${SOURCES} } }`,
  '{ upstreams { name state lastError { message } } }',
];
const REMEMBERED = 'query Remembered($id: ID!) { operation(id: $id) { id } }';

export interface SoakResult {
  /** What the gateway did wrong. */
  readonly faults: readonly string[];
  /** How often what happened. */
  readonly tried: Readonly<Record<string, number>>;
}

export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const { minutes, seed, phases, deadlineMs, snapshots, print } = options;
  const gateway = await startSoakedGateway(deadlineMs);
  const spells = createFaultSpells(gateway.upstreams, deadlineMs);
  const writes = createWriteAccount();
  const seen = { queries: 0, aborted: 0, reloads: 0, reloadsBesideRequests: 0 };
  const faults: string[] = [];
  const demand = (isMet: boolean, what: string): void => {
    if (!isMet) faults.push(what);
  };
  // What fills up to a limit is filled first, and not counted as growth.
  const isWarmedUp = phases >= 3;
  const shareMs = (minutes * 60_000) / (isWarmedUp ? phases + 1 : phases);
  const phaseMs = Math.max(shareMs / 2, shareMs - USUAL_CALM_MS);
  let phasesLeft = isWarmedUp ? phases + 1 : phases;

  async function query(text: string, signal?: AbortSignal): Promise<void> {
    const askedAt = performance.now();
    faults.push(...spells.check(await gateway.ask(text, {}, signal), askedAt));
  }

  async function beClient(random: Random, until: number): Promise<void> {
    while (performance.now() < until) {
      await sleep(20 + random.below(100));
      const abort = new AbortController();
      const timer = random.chance(0.1)
        ? setTimeout(() => {
            abort.abort();
          }, random.below(200))
        : undefined;
      try {
        // Some send it twice, with its key: it is done once.
        if (random.chance(0.1)) await writes.send(gateway.ask, random.chance(0.3) ? 2 : 1);
        else {
          await query(random.pick(QUERIES), abort.signal);
          seen.queries += 1;
        }
      } catch (error) {
        if (abort.signal.aborted) seen.aborted += 1;
        else demand(false, `a request was not answered: ${String(error)}`);
      }
      clearTimeout(timer);
    }
  }

  /** Faults come and go, and the config is read again now and then. */
  async function stir(random: Random, until: number): Promise<void> {
    for (let turn = 1; performance.now() < until; turn += 1) {
      spells.stir(random);
      if (turn % STIRS_PER_RELOAD === STIRS_PER_RELOAD / 2) {
        if (gateway.inFlight() > 0) seen.reloadsBesideRequests += 1;
        demand(await gateway.reload(), 'the config was not read again');
        seen.reloads += 1;
      }
      await sleep(200 + random.below(600));
    }
  }

  /** Heals all, which answer a deadline later, and asks nothing until what is idle was closed. */
  async function calmDown(phase: string, isAtRest: (state: ProcessState) => boolean): Promise<ProcessState> {
    spells.healAll();
    await sleep(deadlineMs + 1);
    await query(HEALED);
    for (const { name, emulator } of gateway.upstreams) {
      if (name === 'ictcore') faults.push(...writes.settle(emulator.requests));
      // The same rows at the end of each phase; ledgers are not the gateway's, and would fill this process.
      emulator.reset();
    }
    const calmUntil = performance.now() + MAX_CALM_MS;
    let state = await gateway.measure();
    while (!isAtRest(state) && performance.now() < calmUntil) {
      await sleep(1000);
      state = await gateway.measure();
    }
    return printState(phase, state);
  }

  async function printState(phase: string, state: ProcessState): Promise<ProcessState> {
    if (snapshots !== undefined) await gateway.measure({ snapshot: join(snapshots, `${phase}.heapsnapshot`) });
    const { heapMb, rssMb, handles, sockets, descriptors, pools } = state;
    print(
      `${phase.padEnd(8)} heap ${heapMb.toFixed(2)} MB, RSS ${rssMb.toFixed(0)} MB, handles ${handles}, sockets ${sockets}, ` +
        `descriptors ${descriptors}, pools ${pools}`,
    );
    return state;
  }

  const printProgress = (phase: string, restMs: number): void => {
    const seconds = Math.round((phasesLeft * (phaseMs + USUAL_CALM_MS) + restMs) / 1000);
    const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    print(`${phase.padEnd(8)} ${left} left ${JSON.stringify({ ...seen, ...spells.counts, writes: writes.counts })}`);
  };

  async function soak(phase: string, number: number, random: Random): Promise<void> {
    const until = performance.now() + phaseMs;
    phasesLeft -= 1;
    const progress = setInterval(() => {
      printProgress(phase, until - performance.now() + USUAL_CALM_MS);
    }, PROGRESS_MS);
    const clients = Array.from({ length: CLIENTS }, (_, index) =>
      beClient(createRandom(seed + number * 100 + index), until),
    );
    await Promise.all([stir(random, until), ...clients]);
    clearInterval(progress);
  }

  const states: ProcessState[] = [];
  try {
    const random = createRandom(seed);
    const atFirst = await printState('start', await gateway.measure());
    for (const text of QUERIES) await query(text);
    const atStart = isWarmedUp ? await calmDown('at-rest', ({ sockets }) => sockets === 0) : atFirst;
    const isAtRest = (state: ProcessState): boolean => checkStates(atStart, [state]).length === 0;
    if (isWarmedUp) {
      for (let id = 0; id < REMEMBERED_OPERATIONS; id += 1) await gateway.ask(REMEMBERED, { id: String(id) });
      await soak('warm-up', 0, random);
      await calmDown('warm-up', isAtRest);
    }
    for (let number = 1; number <= phases; number += 1) {
      const phase = `phase-${number}`;
      await soak(phase, number, random);
      states.push(await calmDown(phase, isAtRest));
    }
    printProgress('end', 0);
    demand(gateway.isAlive(), 'the gateway ended');
    faults.push(...checkStates(atStart, states), ...gateway.errors.slice(0, 5));
  } finally {
    await gateway.stop();
  }
  if (isWarmedUp) {
    print(`the heap after collection differs by ${(100 * spreadOf(states)).toFixed(2)} % in the last three phases`);
  }
  return { faults, tried: { ...seen, ...spells.counts, done: writes.counts.done } };
}
