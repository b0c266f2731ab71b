import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createUpstreamBreaker, type Admission, type UpstreamBreaker } from '../../src/transport/upstream-breaker.js';

/** What a circuit breaker should do, told with a list of calls instead of counts. */
interface Model {
  now: number;
  calls: Array<{ readonly second: number; readonly isFailure: boolean }>;
  openUntil: number | undefined;
  openMs: number;
  isProbing: boolean;
}
interface Real {
  readonly breaker: UpstreamBreaker;
  readonly clock: { now: number };
}

const RANDOM = 0.5;

class Wait implements fc.Command<Model, Real> {
  readonly #milliseconds: number;
  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }
  check = (): boolean => true;
  run(model: Model, { clock }: Real): void {
    model.now += this.#milliseconds;
    clock.now = model.now;
  }
  toString = (): string => `wait ${this.#milliseconds}`;
}

class Call implements fc.Command<Model, Real> {
  readonly #effect: 'reads' | 'acts';
  readonly #outcome: 'success' | 'failure' | 'none' | 'pending';
  constructor(effect: 'reads' | 'acts', outcome: 'success' | 'failure' | 'none' | 'pending') {
    this.#effect = effect;
    this.#outcome = outcome;
  }
  check = (): boolean => true;
  run(model: Model, { breaker }: Real): void {
    const admission = breaker.admit(this.#effect);
    expect(typeof admission === 'number' ? 'refused' : admission).toBe(this.#expected(model));
    if (typeof admission === 'number') {
      expect(admission).toBeGreaterThan(0);
      return;
    }
    if (admission === 'probe') model.isProbing = true;
    if (this.#outcome === 'pending') return;
    breaker.record(admission, this.#outcome);
    this.#apply(model, admission);
  }
  #expected({ openUntil, now, isProbing }: Model): Admission | 'refused' {
    if (openUntil === undefined) return 'ordinary';
    return now >= openUntil && !isProbing && this.#effect === 'reads' ? 'probe' : 'refused';
  }
  #apply(model: Model, admission: Admission): void {
    const open = (milliseconds: number): void => {
      model.openMs = Math.min(milliseconds, 60_000);
      model.openUntil = model.now + model.openMs * (0.75 + RANDOM / 4);
    };
    if (admission === 'probe') {
      model.isProbing = false;
      if (this.#outcome === 'failure') open(2 * model.openMs);
      if (this.#outcome === 'success') Object.assign(model, { openUntil: undefined, calls: [] });
      return;
    }
    if (this.#outcome === 'none') return;
    const second = Math.floor(model.now / 1000);
    model.calls.push({ second, isFailure: this.#outcome === 'failure' });
    model.calls = model.calls.filter((call) => call.second > second - 10);
    const failed = model.calls.filter(({ isFailure }) => isFailure).length;
    if (this.#outcome === 'failure' && model.calls.length >= 20 && failed * 2 >= model.calls.length) open(5000);
  }
  toString = (): string => `${this.#effect} ${this.#outcome}`;
}

test('U18 a breaker does what its model does, whatever comes in whatever order', () => {
  const outcomes = fc.constantFrom(...(['failure', 'failure', 'failure', 'success', 'none', 'pending'] as const));
  const commands = fc.commands(
    [
      fc.tuple(fc.constantFrom('reads' as const, 'acts' as const), outcomes).map((call) => new Call(...call)),
      fc.tuple(fc.constantFrom('reads' as const, 'acts' as const), outcomes).map((call) => new Call(...call)),
      fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 70_000 })).map((milliseconds) => new Wait(milliseconds)),
    ],
    { maxCommands: 400, size: '+2' },
  );
  fc.assert(
    fc.property(commands, (each) => {
      const clock = { now: 0 };
      const breaker = createUpstreamBreaker({ now: () => clock.now, random: () => RANDOM });
      const model = { now: 0, calls: [], openUntil: undefined, openMs: 0, isProbing: false };
      fc.modelRun(() => ({ model, real: { breaker, clock } }), each);
    }),
    { numRuns: 150 },
  );
});
