import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import type { FaultKind } from '../../src/emulators/kit/faults.js';
import { createRandom, type Random } from '../fuzz/random.js';
import { startFive, type Five } from '../support/all-providers.js';
import { startFaultProxy, type FaultProxy, type WriteFault } from '../support/fault-proxy.js';
import { startGateway, type Answer, type TestGateway } from '../support/gateway.js';

/*
 * Right under chaos: `SEED=7` repeats the faults of a run, `CHAOS_SECONDS=600` makes it longer.
 */

const SEED = Number(process.env['SEED'] ?? 7);
const FOR_MS = Number(process.env['CHAOS_SECONDS'] ?? 5) * 1000;
const CLIENTS = 10;
const DEADLINE_MS = 1500;
/** What began before the healing has ended by then, and what it opened or paused is over. */
const RECOVERY_MS = DEADLINE_MS;
/** A log-in that was refused is not sent again for half a minute, lest the provider lock the account. */
const REFUSED_LOGIN_MS = 30_000 + RECOVERY_MS;
/** Who logs in here; the others get their credentials with each call. */
const LOGS_IN: readonly string[] = ['ictcore'];

const LISTS = ['contacts', 'groups', 'messages'] as const;
type List = (typeof LISTS)[number];

const documentOf = (list: List): string =>
  `{ list: ${list}(first: 1000) { nodes { id upstream { name } } sources { upstream { name } ok truncated unreadable error { code } } } }`;

/** The head as it was, and then a byte now and then: each arrives in time, the whole never does. */
const drip: WriteFault = (socket: Socket, { contentType, body }) => {
  socket.on('error', () => undefined);
  socket.write(`HTTP/1.1 200 OK\r\ncontent-type: ${contentType}\r\ncontent-length: ${body.length + 10_000}\r\n\r\n`);
  const timer = setInterval(() => socket.write(' '), 50);
  socket.once('close', () => {
    clearInterval(timer);
  });
};

const FAULTS: ReadonlyArray<FaultKind | 'drip'> = [
  { kind: 'status', status: 500 },
  { kind: 'hang' },
  { kind: 'resetAfterRead' },
  { kind: 'truncate' },
  { kind: 'html' },
  { kind: 'unauthorized' },
  { kind: 'throttle', retryAfter: '1' },
  'drip',
  { kind: 'status', status: 200, headers: { 'content-type': 'application/json' }, body: '' },
];

interface Source {
  readonly upstream: { readonly name: string };
  readonly ok: boolean;
  readonly truncated: boolean;
  readonly unreadable: number;
  readonly error: { readonly code: string } | null;
}

/** When an upstream was faulty. */
interface Spell {
  readonly name: string;
  readonly what: string;
  readonly from: number;
  to: number;
}

function recoveryOf({ name, what }: Spell): number {
  return what.includes('unauthorized') && LOGS_IN.includes(name) ? REFUSED_LOGIN_MS : RECOVERY_MS;
}

let five: Five;
let proxies: ReadonlyArray<readonly [name: string, proxy: FaultProxy]>;
let gateway: TestGateway;
beforeAll(async () => {
  five = await startFive();
  const upstreams = await Promise.all(
    five.upstreams.map(async (upstream) => {
      const { origin } = new URL(upstream.baseUrl);
      const proxy = await startFaultProxy(origin);
      return { proxy, upstream: { ...upstream, baseUrl: upstream.baseUrl.replace(origin, proxy.url) } };
    }),
  );
  proxies = upstreams.map(({ proxy, upstream }) => [upstream.provider.name, proxy]);
  gateway = startGateway(upstreams.map(({ upstream }) => ({ ...upstream, timeoutMs: DEADLINE_MS })));
});
afterAll(async () => {
  await gateway.close();
  await Promise.all(proxies.map(([, proxy]) => proxy.close()));
  await five.stop();
});

/** The rows of each upstream in an answer, and how it says that they are. */
function readSources({ data }: Answer): ReadonlyArray<{ readonly source: Source; readonly ids: readonly string[] }> {
  const list = data?.['list'] as {
    readonly nodes: ReadonlyArray<{ readonly id: string; readonly upstream: { readonly name: string } }>;
    readonly sources: readonly Source[];
  };
  return list.sources.map((source) => ({
    source,
    ids: list.nodes
      .filter(({ upstream }) => upstream.name === source.upstream.name)
      .map(({ id }) => id)
      .sort(),
  }));
}

/** What there is in each list, as a gateway with time and without faults reads it. */
async function listRows(): Promise<ReadonlyMap<string, readonly string[]>> {
  const known = new Map<string, readonly string[]>();
  const calm = startGateway(five.upstreams.map((upstream) => ({ ...upstream, timeoutMs: 15_000 })));
  for (const list of LISTS) {
    for (const { source, ids } of readSources(await calm.ask(documentOf(list)))) {
      expect(source).toMatchObject({ ok: true, truncated: false, unreadable: 0 });
      known.set(`${list} of ${source.upstream.name}`, ids);
    }
  }
  await calm.close();
  return known;
}

/** Lets faults come and go until the time is over. Heals all in the end. */
async function stir(random: Random, spells: Spell[], endsAt: number): Promise<void> {
  const active = new Map<string, Spell>();
  const heal = (name: string, proxy: FaultProxy): void => {
    five.emulators[name as keyof Five['emulators']].clearFaults();
    proxy.set(undefined);
    const spell = active.get(name);
    if (spell) spell.to = performance.now();
    active.delete(name);
  };
  while (performance.now() < endsAt) {
    const [name, proxy] = random.pick(proxies);
    if (active.has(name)) heal(name, proxy);
    else {
      // Each kind in turn, so that none is left out.
      const fault = FAULTS[spells.length % FAULTS.length] ?? 'drip';
      const what = fault === 'drip' ? fault : JSON.stringify(fault);
      const spell = { name, what, from: performance.now(), to: Infinity };
      active.set(name, spell);
      spells.push(spell);
      if (fault === 'drip') proxy.set(drip);
      else five.emulators[name as keyof Five['emulators']].addFault(fault);
    }
    await sleep(30 + random.below(200));
  }
  for (const [name, proxy] of proxies) heal(name, proxy);
}

test(
  `L2 what says it is whole is whole, and what was healed answers (SEED=${SEED})`,
  { timeout: FOR_MS + 20_000 },
  async () => {
    const known = await listRows();
    expect([...known.values()].filter(({ length }) => length > 0).length).toBeGreaterThan(5);
    // The log-ins are behind it.
    await gateway.ask(documentOf('contacts'));

    const spells: Spell[] = [];
    const faults: unknown[] = [];
    const seen = { whole: 0, wholeBesideFaults: 0, failed: 0, aborted: 0, healed: 0 };
    const endsAt = performance.now() + FOR_MS;
    const client = async (random: Random): Promise<void> => {
      // The last ones ask when all should have recovered.
      while (performance.now() < endsAt + 2 * RECOVERY_MS) {
        await sleep(random.below(60));
        const list = random.pick(LISTS);
        const abort = new AbortController();
        const timer = random.chance(0.2)
          ? setTimeout(() => {
              abort.abort();
            }, random.below(100))
          : undefined;
        const begun = performance.now();
        const answer = await gateway.ask(documentOf(list), {}, abort.signal);
        clearTimeout(timer);
        if (abort.signal.aborted) {
          seen.aborted += 1;
          continue;
        }
        const sources = readSources(answer);
        for (const { source, ids } of sources) {
          const { name } = source.upstream;
          const isDisturbed = spells.some((spell) => spell.name === name && spell.to + recoveryOf(spell) > begun);
          if (source.ok && !source.truncated) {
            seen.whole += 1;
            if (sources.some((other) => !other.source.ok)) seen.wholeBesideFaults += 1;
            const rows = known.get(`${list} of ${name}`);
            if (ids.join() !== rows?.join()) faults.push({ list, name, rows: ids.length, of: rows?.length });
          } else seen.failed += 1;
          if (!isDisturbed && spells.some((spell) => spell.name === name)) {
            seen.healed += 1;
            if (!source.ok)
              faults.push({
                list,
                name,
                after: begun,
                error: source.error,
                spells: spells.filter((spell) => spell.name === name).slice(-2),
              });
          }
        }
      }
    };
    const clients = Array.from({ length: CLIENTS }, (_, index) => client(createRandom(SEED + 1 + index)));
    await stir(createRandom(SEED), spells, endsAt);
    await Promise.all(clients);
    console.log(JSON.stringify({ seed: SEED, faults: spells.length, ...seen }));
    expect(faults.slice(0, 5)).toEqual([]);
    // Each of them happened, or nothing was tried.
    expect(Object.entries(seen).filter(([, count]) => count === 0)).toEqual([]);
  },
);
