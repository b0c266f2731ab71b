import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { EMULATORS, startEmulators, type Running } from '../../src/emulators/index.js';
import type { FaultKind } from '../../src/emulators/kit/faults.js';
import { createRandom, type Random } from '../fuzz/random.js';
import { startGatewayProcess } from './gateway-process.js';
import type { ProcessState } from './report-process.js';

/*
 * L2: a gateway under mixed queries and writes, faults, hangs, cancels and reloads of its config. Five phases, each of
 * which ends in calm and a collection of garbage. Exits with 1 where memory grows, something is left open, a write was
 * done twice or lost, or a query after healing is not answered. `npm run soak -- --minutes 10 --seed 1`.
 */

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
});
const SEED = Number(values.seed);
const PHASES = 5;
const PHASE_MS = (Number(values.minutes) * 60_000) / PHASES;
const CLIENTS = 8;
const DEADLINE_MS = 1500;
/** Connections that nobody uses are closed by then, those of both sides. */
const CALM_MS = Math.max(2 * DEADLINE_MS, Math.min(12_000, PHASE_MS / 4));
/** What the heap may grow by from the third phase to the last. */
const HEAP_GROWTH = 0.02;
/** Open files and timers that come and go by themselves. */
const SLACK = 4;

const FAULTS: readonly FaultKind[] = [
  { kind: 'status', status: 500 },
  { kind: 'hang' },
  { kind: 'resetAfterRead' },
  { kind: 'resetAfterEffect' },
  { kind: 'truncate' },
  { kind: 'html' },
  { kind: 'unauthorized' },
  { kind: 'throttle', retryAfter: '1' },
  { kind: 'slow', delayMs: 300 },
];
const SOURCES = 'sources { upstream { name } ok }';
const HEALED = `{ contacts(first: 20) { nodes { id } ${SOURCES} } }`;
/** The same ones again and again: what is kept for a document must not grow. */
const QUERIES = [
  HEALED,
  `{ contacts(first: 50, where: { name: { contains: "an" } }) { nodes { displayName emails phones } ${SOURCES} } }`,
  `{ groups { nodes { name contactCount contacts(first: 5) { nodes { displayName } } } ${SOURCES} } }`,
  `{ messages(first: 20) { nodes { id } ${SOURCES} } }`,
  '{ upstreams { name state lastError { message } } }',
];

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: ReadonlyArray<{ readonly extensions: { readonly code: string; readonly sent?: string } }>;
}

const running = await startEmulators(EMULATORS, { portBase: 0 });
const folder = await mkdtemp(join(tmpdir(), 'trunkline-soak-'));
const file = join(folder, 'gateway.json');
let reloads = 0;
/** What differs from one to the next is the cache of an upstream. */
const writeConfig = async (): Promise<void> => {
  const upstreams = running.map(({ name, baseUrl, credentials: { username, password, token } }) => {
    const auth = name === 'hosttracker' ? { token } : { username, password };
    const domains = name === 'hostway' ? { account: 'account007', domains: ['test-domain.com'] } : {};
    return [name, { provider: name, baseUrl, auth, timeoutMs: DEADLINE_MS, cacheMs: reloads % 2, ...domains }] as const;
  });
  await writeFile(
    file,
    JSON.stringify({ idempotency: { directory: join(folder, 'data') }, upstreams: Object.fromEntries(upstreams) }),
  );
};
await writeConfig();
const gateway = await startGatewayProcess(file);

async function ask(query: string, signal?: AbortSignal): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
    signal: signal ?? null,
  });
  return (await response.json()) as Answer;
}

const faults: string[] = [];
const demand = (isMet: boolean, what: string): void => {
  if (!isMet) faults.push(what);
};
const seen = { queries: 0, aborted: 0, done: 0, notSent: 0, unknown: 0, given: 0 };

/** What the answer of a write says of it. */
type Outcome = 'done' | 'not sent' | 'unknown';
const writes = new Map<string, Outcome>();

async function write(random: Random): Promise<void> {
  const mark = `Soak${writes.size}`;
  const phone = `+48500${100_000 + (writes.size % 900_000)}`;
  writes.set(mark, 'unknown');
  const query = `mutation { createContact(input: { ictCore: { firstName: "${mark}", phone: "${phone}", idempotencyKey: "${randomUUID()}" } }) { userErrors { code } } }`;
  // Some clients send it twice, with its key: it is done once.
  for (let repeat = random.chance(0.3) ? 2 : 1; repeat > 0; repeat -= 1) {
    const { errors: [error] = [] } = await ask(query);
    if (!error) writes.set(mark, 'done');
    else if (error.extensions.sent === 'no' && writes.get(mark) !== 'done') writes.set(mark, 'not sent');
    else if (error.extensions.code === 'OUTCOME_UNKNOWN') writes.set(mark, 'unknown');
  }
}

async function beClient(random: Random, endsAt: number): Promise<void> {
  while (performance.now() < endsAt) {
    await sleep(20 + random.below(100));
    const abort = new AbortController();
    const timer = random.chance(0.1)
      ? setTimeout(() => {
          abort.abort();
        }, random.below(200))
      : undefined;
    try {
      if (random.chance(0.1)) await write(random);
      else {
        await ask(random.pick(QUERIES), abort.signal);
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
async function stir(random: Random, endsAt: number): Promise<void> {
  for (let turn = 0; performance.now() < endsAt; turn += 1) {
    const { emulator } = random.pick(running);
    if (random.chance(0.5)) emulator.clearFaults();
    else {
      emulator.addFault({ ...random.pick(FAULTS), times: 1 + random.below(20) });
      seen.given += 1;
    }
    if (turn % 10 === 9) {
      reloads += 1;
      await writeConfig();
      gateway.reload();
    }
    await sleep(200 + random.below(600));
  }
}

/** Compares what was said of the writes with what the provider did, and forgets both. */
function settleWrites(pbx: Running): void {
  const done = new Map<string, number>();
  for (const { effects, body } of pbx.emulator.requests) {
    const [, mark] = /"(Soak\d+)"/.exec(body) ?? [];
    if (mark !== undefined && effects.length > 0) done.set(mark, (done.get(mark) ?? 0) + 1);
  }
  for (const [mark, outcome] of writes) {
    const times = done.get(mark) ?? 0;
    demand(times <= 1, `${mark} was done ${times} times`);
    demand(outcome !== 'done' || times === 1, `${mark} was lost: it is said to be done`);
    demand(outcome !== 'not sent' || times === 0, `${mark} was done, and is said not to be sent`);
    if (outcome === 'done') seen.done += 1;
    else if (outcome === 'unknown') seen.unknown += 1;
    else seen.notSent += 1;
  }
  writes.clear();
}

/** Ends all faults; later than a deadline after that everything answers. Then nothing is asked for a while. */
async function calmDown(phase: string): Promise<ProcessState> {
  for (const { emulator } of running) emulator.clearFaults();
  await sleep(2 * DEADLINE_MS);
  const { data } = await ask(HEALED);
  const { sources } = data?.['contacts'] as { readonly sources: ReadonlyArray<{ readonly ok: boolean }> };
  demand(
    sources.length === running.length && sources.every(({ ok }) => ok),
    `${phase}: a healed upstream did not answer`,
  );
  const pbx = running.find(({ name }) => name === 'ictcore');
  if (pbx) settleWrites(pbx);
  // The same rows at the end of each phase; ledgers of the emulators are not the gateway's, and would fill this process.
  for (const { emulator } of running) emulator.reset();
  await sleep(CALM_MS);
  const state = await gateway.measure();
  const { heapMb, rssMb, handles, sockets, descriptors } = state;
  console.log(
    `${phase.padEnd(9)} heap ${heapMb.toFixed(2)} MB, RSS ${rssMb.toFixed(0)} MB, handles ${handles}, sockets ${sockets}, descriptors ${descriptors}`,
    JSON.stringify(seen),
  );
  return state;
}

console.log(`${values.minutes} minutes, seed ${SEED}`);
const states: ProcessState[] = [];
const random = createRandom(SEED);
let baseline: ProcessState | undefined;
try {
  for (const query of QUERIES) await ask(query);
  baseline = await calmDown('baseline');
  for (let phase = 1; phase <= PHASES; phase += 1) {
    const endsAt = performance.now() + PHASE_MS;
    const clients = Array.from({ length: CLIENTS }, (_, index) =>
      beClient(createRandom(SEED + phase * 100 + index), endsAt),
    );
    await Promise.all([stir(random, endsAt), ...clients]);
    states.push(await calmDown(`phase ${phase}`));
  }
  demand(gateway.isAlive(), 'the gateway ended');
} finally {
  await gateway.stop();
  await Promise.all(running.map(({ emulator }) => emulator.close()));
  await rm(folder, { recursive: true });
}
const [third, last] = [states[PHASES - 3], states[PHASES - 1]];
if (third && last) {
  const growth = last.heapMb / third.heapMb - 1;
  console.log(`heap after collection over the last three phases: ${(100 * growth).toFixed(2)} %; ${reloads} reloads`);
  demand(growth <= HEAP_GROWTH, `the heap grew by ${(100 * growth).toFixed(2)} %`);
  for (const what of ['handles', 'sockets', 'descriptors'] as const) {
    demand(last[what] <= baseline[what] + SLACK, `${what}: ${baseline[what]} at first, ${last[what]} in the end`);
  }
}
console.log(faults.length === 0 ? 'every criterion is met' : `missed:\n  ${faults.slice(0, 20).join('\n  ')}`);
process.exitCode = faults.length === 0 ? 0 : 1;
