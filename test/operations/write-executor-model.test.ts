import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Outcome } from '../../src/operations/intent.js';
import {
  createSimulation,
  ENDS,
  FAULTS,
  intentOf,
  type End,
  type Fault,
  type Made,
  type Simulation,
} from './simulation.js';

const KEYS = ['the-first-key-of-all', 'the-second-key-of-all'];
const HOUR_MS = 60 * 60_000;

interface Step {
  readonly key: string;
  readonly value: number;
  readonly end: End;
  readonly fault: Fault | undefined;
  readonly says: Simulation['look']['says'];
  /** How long nothing happens before it; all steps stay below the seven days for which a key is kept. */
  readonly afterMs: number;
}

const key = fc.constantFrom(...KEYS);
const value = fc.constantFrom(1, 1, 1, 2);
const end = fc.constantFrom(...ENDS);
const step: fc.Arbitrary<Step> = fc.record({
  key,
  value,
  end,
  fault: fc.option(fc.record({ at: fc.nat(7), how: fc.constantFrom(...FAULTS) }), { nil: undefined, freq: 2 }),
  says: fc.constantFrom('the truth', 'nothing', 'an error'),
  afterMs: fc.constantFrom(0, 10, 3000, 40_000, HOUR_MS),
});

/** What callers with this key were answered so far. */
interface Reported {
  readonly value: number;
  readonly outcome: Outcome<Made>;
  readonly smooth: boolean;
}

test('whatever fails or dies when, a key has one effect at most, and what is told of it is true and stays', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), fc.boolean(), async (steps, tellsGone) => {
      const simulation = createSimulation({ tellsGone });
      const reported = new Map<string, Reported>();
      let process = simulation.start();
      for (const { key, value, end, fault, says, afterMs } of steps) {
        simulation.clock.now += afterMs;
        simulation.look.says = says;
        process.arm(fault);
        const { send, seen } = simulation.writing(end, key, process);
        seen.reported = () => expectRearmed(simulation, key);
        const outcome = await Promise.race([process.executor.execute(intentOf(key, value), {}, send), process.dead]);
        expect(simulation.effectsOf(key)).toBeLessThanOrEqual(1);
        if (outcome === 'dead') {
          process = simulation.start();
          continue;
        }
        expectTrue(simulation, outcome, key, seen);
        if (outcome.is === 'rejected' && outcome.replayed) expect(simulation.effectsOf(key)).toBe(0);
        expectSteady(reported.get(key), { value, outcome });
        const last = outcome.is === 'done' || outcome.is === 'rejected';
        // A check of the input before anything was sent burns no key.
        const burns = last && !(end === 'wrong input' && seen.begun);
        if (burns && !reported.has(key)) reported.set(key, { value, outcome, smooth: fault === undefined });
      }
      await expectEnded(simulation);
      await simulation.end();
    }),
    { numRuns: 500 },
  );
});

test('in whatever order two processes get their answers, writes with one key have one effect at most', async () => {
  const call = fc.record({ key, value, end: fc.constantFrom(...ENDS.slice(0, 8)), place: fc.nat(1) });
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 2, maxLength: 6 }), fc.scheduler(), async (calls, scheduler) => {
      const simulation = createSimulation();
      const slow = async (): Promise<void> => {
        await scheduler.schedule(Promise.resolve());
      };
      const processes = [simulation.start(slow), simulation.start(slow)];
      const performed = calls.map(async ({ key, value, end, place }) => {
        const process = processes[place];
        if (!process) throw new TypeError('there are two');
        const { send, seen } = simulation.writing(end, key, process);
        const outcome = await process.executor.execute(intentOf(key, value), {}, send);
        expectTrue(simulation, outcome, key, seen);
      });
      await scheduler.waitFor(Promise.all(performed));
      for (const key of KEYS) expect(simulation.effectsOf(key)).toBeLessThanOrEqual(1);
      await expectEnded(simulation);
      await simulation.end();
    }),
    { numRuns: 300 },
  );
});

/** The answer to a write agrees with what the provider did. */
function expectTrue(
  { ledger }: Simulation,
  outcome: Outcome<Made>,
  key: string,
  { attempt, begun }: { readonly attempt: string; readonly begun: boolean },
): void {
  if (outcome.is === 'done') {
    expect(ledger.get(outcome.result.attempt)).toBe(key);
    if (begun) expect(outcome.result.attempt).toBe(attempt);
  }
  if (outcome.is === 'rejected' || outcome.is === 'failed') expect(ledger.has(attempt)).toBe(false);
  if (outcome.is === 'refused') expect(ledger.has(attempt)).toBe(false);
  if (outcome.is === 'refused' && outcome.code !== 'UNAVAILABLE') expect(begun).toBe(false);
}

/** A final answer to a key is given again; `before` is undefined where there was none. */
function expectSteady(before: Reported | undefined, { value, outcome }: Pick<Reported, 'value' | 'outcome'>): void {
  if (!before || (outcome.is === 'refused' && outcome.code === 'UNAVAILABLE')) return;
  // A "no" that could not be kept may be forgotten, but is never turned into a yes: the effects are counted.
  if (before.outcome.is === 'rejected' && !before.smooth) return;
  if (before.value === value) expect(outcome).toMatchObject({ ...finalOutcomeOf(before.outcome), replayed: true });
  else expect(outcome).toMatchObject({ is: 'refused', code: 'IDEMPOTENCY_KEY_REUSED' });
}

function finalOutcomeOf(outcome: Outcome<Made>): object {
  if (outcome.is === 'done') return { is: 'done', result: outcome.result, mistakes: outcome.mistakes };
  return outcome.is === 'rejected' ? { is: 'rejected', mistakes: outcome.mistakes } : {};
}

/** A write begins only where each earlier one of its key was answered as not sent. */
async function expectRearmed({ store }: Simulation, key: string): Promise<void> {
  const records = (await store.list({ limit: 1000 })).filter((record) => record.key === key);
  const states = records.map(({ state }) => state).sort();
  expect(states.filter((state) => state !== 'NOT_SENT')).toEqual(['RESERVED']);
}

/** Once all is over each write that was begun has one end, and each effect of the provider is found again. */
async function expectEnded(simulation: Simulation): Promise<void> {
  simulation.clock.now += HOUR_MS;
  const records = await simulation.start().executor.list({ limit: 1000 });
  const found = new Set<string>();
  for (const { state, trail } of records) {
    expect(state).not.toMatch(/RESERVED|DISPATCHED/);
    const attempt = trail?.['attempt'];
    if (typeof attempt !== 'string') throw new Error('each write leaves its recovery hint before it sends');
    if (state === 'SUCCEEDED') expect(simulation.ledger.has(attempt)).toBe(true);
    if (state === 'REJECTED' || state === 'NOT_SENT') expect(simulation.ledger.has(attempt)).toBe(false);
    if (state === 'SUCCEEDED' || state === 'UNKNOWN') found.add(attempt);
  }
  expect([...found]).toEqual(expect.arrayContaining([...simulation.ledger.keys()]));
}
