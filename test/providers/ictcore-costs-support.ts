import type { Call } from '../../src/graph/cost/call.js';
import { rangeOf } from '../../src/graph/cost/call.js';
import type { Asking, Attempt } from '../../src/transport/exchange.js';

/** How often each operation is asked. */
export type Counts = Readonly<Record<string, number>>;

/** What went to the wire, log-ins left out, by operation. */
export function countsOf(attempts: readonly Attempt[]): Counts {
  const sent = attempts.filter(({ cache, operation }) => cache === 'miss' && operation !== 'POST /authenticate');
  return summed(sent.map(({ operation }) => [operation, 1]));
}

/** What went to the wire for what is asked. */
export async function noting(ask: (asking: Asking) => Promise<unknown>): Promise<Counts> {
  const attempts: Attempt[] = [];
  await ask({ note: (attempt) => void attempts.push(attempt) });
  return countsOf(attempts);
}

/** What calls tell: how often each operation is expected, or at most, to be asked. */
export function toldBy(calls: readonly Call[], which: 'expected' | 'worst'): Counts {
  return summed(calls.map(({ operation, times }) => [operation, rangeOf(times)[which]]));
}

/** Operations that were asked more often than these calls allow. */
export function beyond(noted: Counts, calls: readonly Call[]): Counts {
  const worst = toldBy(calls, 'worst');
  return Object.fromEntries(Object.entries(noted).filter(([operation, count]) => count > (worst[operation] ?? 0)));
}

export function totalOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function summed(pairs: ReadonlyArray<readonly [string, number]>): Counts {
  const counts = new Map<string, number>();
  for (const [operation, count] of pairs) counts.set(operation, (counts.get(operation) ?? 0) + count);
  return Object.fromEntries([...counts].filter(([, count]) => count > 0));
}
