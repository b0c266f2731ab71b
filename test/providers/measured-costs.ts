import fc from 'fast-check';
import { expect } from 'vitest';

import { rangeOf, type PlannedCall, type CountRange } from '../../src/graph/ports/planned-call.js';
import type { ProviderCosts, KnownSizes } from '../../src/graph/ports/costs.js';
import type { CallOptions, Attempt } from '../../src/transport/exchange.js';
import type { Emulator } from '../../src/emulators/kit/emulator.js';
import type { TestGateway } from '../support/gateway.js';
import type { Backends } from '../../src/graph/ports/backends.js';
import type { OpenUpstream } from '../../src/graph/ports/open-upstream.js';

/** Requests by operation; those that were not made are left out. */
export type Counts = Readonly<Record<string, number>>;
export type Act = (callOptions: CallOptions) => Promise<unknown>;

/** So many things are asked about: where providers change their way, and around it. */
export const SOME: readonly number[] = [0, 1, 2, 3, 5, 6, 10, Infinity];

/** What went to the wire while it was done, log-ins left out. */
export async function measureRequests(act: Act, { logIn }: Pick<ProviderCosts, 'logIn'> = {}): Promise<Counts> {
  const attempts: Attempt[] = [];
  await act({ onAttempt: (attempt) => void attempts.push(attempt) });
  return countsOf(attempts, logIn);
}

/** Requests among attempts, log-ins left out. */
export function countsOf(attempts: readonly Attempt[], logIn?: string): Counts {
  return summed(
    attempts.filter(({ cache, operation }) => cache === 'miss' && operation !== logIn),
    () => 1,
  );
}

/** What calls come to in one of the two cases. */
export function countsIn(calls: readonly PlannedCall[], which: keyof CountRange): Counts {
  return summed(calls, ({ times }) => rangeOf(times)[which]);
}

function summed<Item extends { readonly operation: string }>(
  items: readonly Item[],
  times: (item: Item) => number,
): Counts {
  const counts: Record<string, number> = {};
  for (const item of items) {
    if (times(item) > 0) counts[item.operation] = (counts[item.operation] ?? 0) + times(item);
  }
  return counts;
}

/** Holds that no more was asked than the worst case of these calls has, of each operation and in all. */
export function expectWithin(measured: Counts, calls: readonly PlannedCall[], name: string): void {
  const worst = countsIn(calls, 'worst');
  expect(beyond(measured, calls), `${name}: beyond ${JSON.stringify(worst)}`).toEqual({});
}

/** Operations that were asked more often than these calls allow. */
export function beyond(measured: Counts, calls: readonly PlannedCall[]): Counts {
  const worst = countsIn(calls, 'worst');
  return Object.fromEntries(Object.entries(measured).filter(([operation, count]) => count > (worst[operation] ?? 0)));
}

/** Holds that it was asked as expected, and within the worst case. */
export function expectExact(measured: Counts, calls: readonly PlannedCall[], name: string): void {
  expect(measured, name).toEqual(countsIn(calls, 'expected'));
  expectWithin(measured, calls, name);
}

/**
 * Holds that what these ask alone is asked once where they ask at the same time. The answers are late, so that one that
 * reads its rows a turn of the event loop after the other still finds what the other asks for in flight.
 */
export async function expectShared(
  emulator: Pick<Emulator, 'addFault' | 'clearFaults'>,
  acts: readonly Act[],
  calls: readonly PlannedCall[],
): Promise<void> {
  expect(calls.filter(({ shared }) => shared !== true)).toEqual([]);
  for (const act of acts) expect(await measureRequests(act)).toEqual(countsIn(calls, 'expected'));
  emulator.addFault({ kind: 'slow', delayMs: 50 });
  const together = await measureRequests((callOptions) => Promise.all(acts.map((act) => act(callOptions))));
  emulator.clearFaults();
  expect(together).toEqual(countsIn(calls, 'expected'));
}

/** Sends one mutation without reading its payload's things; it must go well. What it asked, log-ins left out. */
export async function writtenBy(gateway: TestGateway, field: string, payload = 'userErrors { code message }') {
  const { data, errors, attempts } = await gateway.ask(`mutation { it: ${field} { ${payload} } }`);
  expect([errors, JSON.stringify(data)], field).toEqual([[], expect.not.stringContaining('"code"')]);
  return countsOf(attempts, theOnly(gateway).costs.logIn);
}

/** The upstream of a gateway that has one. */
export function theOnly({ upstreams: [upstream] }: TestGateway): OpenUpstream {
  if (!upstream) throw new Error('no upstream');
  return upstream;
}

/** What must be there. */
export function given<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('it is not there');
  return value;
}

export async function allOf<Row>(pages: AsyncIterable<{ readonly rows: readonly Row[] }>): Promise<readonly Row[]> {
  const all: Row[] = [];
  for await (const { rows } of pages) all.push(...rows);
  return all;
}

export function sizes(rows: Partial<Record<keyof Backends, number>>): KnownSizes {
  return { rows: (noun) => rows[noun] ?? 0 };
}

type Formula = (count: number, rows: number) => readonly PlannedCall[];

function formulasOf(
  { nouns, writes }: ProviderCosts,
  columns: readonly string[],
): ReadonlyArray<readonly [string, Formula]> {
  const known = (rows: number): KnownSizes => ({ rows: () => rows });
  const ofNouns = Object.entries(nouns).flatMap(([noun, costs]): Array<readonly [string, Formula]> => [
    [`${noun} byKeys`, (count, rows) => costs.byKeys?.(count, known(rows)) ?? []],
    [`${noun} late`, (count, rows) => costs.fetchDeferred?.(count, columns, known(rows)) ?? []],
    [`${noun} complete`, (count, rows) => costs.fetchColumns?.(count, columns, known(rows)) ?? []],
    [`${noun} groupsOf`, (count, rows) => costs.groupsOf?.(count, known(rows)) ?? []],
    [`${noun} list`, (limit, rows) => costs.list?.({ params: {}, limit, rows }, known(rows)) ?? []],
  ]);
  const ofWrites = Object.entries(writes).map(([field, costs]): readonly [string, Formula] => [
    field,
    (count, rows) => costs(count, known(rows)),
  ]);
  return [...ofNouns, ...ofWrites];
}

/**
 * Holds of all formulas that a worst case is no better than the expected one and never falls when there is more, and
 * that what is not marked as asked for each thing does not grow with the things without end.
 */
export function expectSound(costs: ProviderCosts, columns: readonly string[] = []): void {
  const size = fc.oneof(fc.nat(12), fc.nat(3000));
  for (const [name, formula] of formulasOf(costs, columns)) {
    fc.assert(
      fc.property(size, size, size, size, (count, more, rows, moreRows) => {
        const calls = formula(count, rows);
        expectWithin(countsIn(calls, 'expected'), calls, name);
        expectWithin(countsIn(calls, 'worst'), formula(count + more, rows + moreRows), name);
      }),
    );
    const marked = (count: number): readonly PlannedCall[] => formula(count, 900).filter(({ perItem }) => perItem);
    const others = (count: number): readonly PlannedCall[] => formula(count, 900).filter(({ perItem }) => !perItem);
    if (!name.endsWith(' list')) expect(countsIn(others(1e5), 'worst'), name).toEqual(countsIn(others(1e6), 'worst'));
    for (const call of marked(2)) {
      const one = marked(1).find(({ operation }) => operation === call.operation);
      expect(rangeOf(call.times).worst, `${name}: ${call.operation}`).toBe(2 * rangeOf(given(one).times).worst);
    }
  }
}
