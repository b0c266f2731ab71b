import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { Fault } from '../../src/emulators/kit/faults.js';
import { createMemoryStore } from '../../src/operations/memory-store.js';
import type { OperationStore } from '../../src/operations/store.js';
import { startFive, type Five } from '../support/all-providers.js';
import { startGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { CASES, type WriteCase } from './cases.js';

/** What a fault proves: that nothing was done, or nothing at all. */
const FAULTS: ReadonlyArray<{
  readonly name: string;
  /** Undefined: the provider is not there. */
  readonly fault: Fault | undefined;
  readonly code: string;
  readonly sent: 'no' | 'unknown';
}> = [
  { name: 'a refused connection', fault: undefined, code: 'UPSTREAM_UNAVAILABLE', sent: 'no' },
  { name: 'a reset before it read', fault: { kind: 'resetBefore' }, code: 'OUTCOME_UNKNOWN', sent: 'unknown' },
  { name: 'a reset after it read', fault: { kind: 'resetAfterRead' }, code: 'OUTCOME_UNKNOWN', sent: 'unknown' },
  { name: 'a reset after the effect', fault: { kind: 'resetAfterEffect' }, code: 'OUTCOME_UNKNOWN', sent: 'unknown' },
  { name: 'an answer that never comes', fault: { kind: 'hang' }, code: 'OUTCOME_UNKNOWN', sent: 'unknown' },
  { name: 'a 401', fault: { kind: 'unauthorized' }, code: 'UPSTREAM_AUTH', sent: 'no' },
  { name: 'a 429', fault: { kind: 'throttle' }, code: 'UPSTREAM_RATE_LIMITED', sent: 'no' },
  { name: 'a 500', fault: { kind: 'status', status: 500 }, code: 'OUTCOME_UNKNOWN', sent: 'unknown' },
  { name: 'a 200 with garbage', fault: { kind: 'garbage' }, code: 'OUTCOME_UNKNOWN', sent: 'unknown' },
  { name: 'a 200 with a page of HTML', fault: { kind: 'html' }, code: 'OUTCOME_UNKNOWN', sent: 'unknown' },
];

let five: Five;
beforeAll(async () => {
  five = await startFive();
});
afterAll(() => five.stop());

let open: TestGateway[] = [];
afterEach(async () => {
  await Promise.all(open.map((gateway) => gateway.close()));
  open = [];
});

/** A gateway over the one provider; `away`: over a port that nobody listens on. */
function gatewayOver(provider: string, store: OperationStore, timeoutMs: number, away = false): TestGateway {
  const upstreams = five.upstreams
    .filter((upstream) => upstream.provider.name === provider)
    .map((upstream) => ({
      ...upstream,
      timeoutMs,
      baseUrl: away ? upstream.baseUrl.replace(/:\d+/, ':9') : upstream.baseUrl,
    }));
  const gateway = startGateway(upstreams, undefined, { store });
  open.push(gateway);
  return gateway;
}

/** What the provider did for the write itself, as its ledger tells. */
function effectsOf({ provider, method, path }: WriteCase): readonly string[] {
  return five.emulators[provider].requests
    .filter((request) => request.method === method && request.path.includes(path))
    .flatMap(({ effects }) => effects);
}

function outcomeOf({ errors, data }: Answer) {
  const written = data?.['write'] as { readonly userErrors: readonly unknown[] } | null;
  return { userErrors: written?.userErrors ?? [], codes: errors.map(({ extensions }) => extensions['code']), errors };
}

async function targetOf({ target }: WriteCase, gateway: TestGateway): Promise<string | null> {
  if (target === null) return null;
  const { data } = await gateway.ask(target);
  const [list] = Object.values(data ?? {}) as Array<{ nodes: Array<{ id: string }> }>;
  const id = list?.nodes[0]?.id;
  if (id === undefined) throw new Error(`nothing there for ${target}`);
  return id;
}

/** How many effects one such write has that goes well: some have several. */
const counted = new Map<WriteCase, number>();

describe.each(CASES)('$provider $name, which $effect', (write) => {
  test('is done once without a fault, and a repeat with its key sends nothing', async () => {
    five.emulators[write.provider].reset();
    const gateway = gatewayOver(write.provider, createMemoryStore(), 5000);
    const variables = { id: await targetOf(write, gateway), key: randomUUID() };
    const first = await gateway.ask(write.mutation, variables);
    expect(outcomeOf(first)).toMatchObject({ userErrors: [], codes: [] });
    const done = effectsOf(write);
    expect(done).not.toEqual([]);
    counted.set(write, done.length);
    const again = await gateway.ask(write.mutation, variables);
    expect(again.data).toEqual(first.data);
    expect(effectsOf(write)).toEqual(done);
  });

  test.each(FAULTS)(
    'U2 U3 survives $name: done at most once, and the answer is true',
    async ({ fault, code, sent }) => {
      const emulator = five.emulators[write.provider];
      emulator.reset();
      const store = createMemoryStore();
      const healthy = gatewayOver(write.provider, store, 5000);
      const variables = { id: await targetOf(write, healthy), key: randomUUID() };
      const faulty = gatewayOver(write.provider, store, fault?.kind === 'hang' ? 600 : 5000, !fault);
      if (fault) {
        // The log-in is behind it.
        await faulty.ask('{ contacts(first: 1) { nodes { id } } }');
        emulator.addFault({ ...fault, method: write.method, path: write.path });
      }
      const first = await faulty.ask(write.mutation, variables);
      const [error] = first.errors;
      expect(outcomeOf(first)).toMatchObject({ userErrors: [], codes: [code] });
      expect(error?.extensions).toMatchObject({ sent, upstream: write.provider });
      const begun = effectsOf(write).length;
      if (sent === 'no') expect(begun).toBe(0);
      else expect(error?.extensions['operationId']).toEqual(expect.any(String));

      emulator.clearFaults();
      const once = counted.get(write) ?? 0;
      for (let repeat = 0; repeat < 2; repeat += 1) {
        const again = await healthy.ask(write.mutation, variables);
        const effects = effectsOf(write).length;
        expect(effects).toBeLessThanOrEqual(once);
        // What was proved not to be done is done by the same key; what is unknown stays so, or was seen to be done.
        if (sent === 'no') expect([outcomeOf(again).codes, effects]).toEqual([[], once]);
        else if (outcomeOf(again).codes.length === 0) expect(effects).toBe(once);
        else expect([outcomeOf(again).codes, effects]).toEqual([['OUTCOME_UNKNOWN'], begun]);
      }
    },
  );
});
