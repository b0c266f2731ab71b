import type { ProcessState } from './report-process.js';

/** What the heap may differ by between the last three phases. */
const HEAP_SPREAD = 0.02;

/**
 * What is wrong with how a process fared at the ends of its phases. `atRest`: before the first one, when what fills up to
 * a limit was filled.
 */
export function checkStates(atRest: ProcessState, states: readonly ProcessState[]): string[] {
  const spread = spreadOf(states);
  const faults = spread <= HEAP_SPREAD ? [] : [`the heap differs by ${(100 * spread).toFixed(2)} % in the last phases`];
  const last = states.at(-1) ?? atRest;
  // None may be left: who measures waits until those are closed that close by themselves.
  for (const what of ['handles', 'sockets', 'descriptors', 'pools'] as const) {
    if (last[what] > atRest[what]) faults.push(`${what}: ${atRest[what]} at rest, ${last[what]} in the end`);
  }
  return faults;
}

/** By how much the heap of the last three phases differs. */
export function spreadOf(states: readonly ProcessState[]): number {
  const heaps = states.slice(-3).map(({ heapMb }) => heapMb);
  return heaps.length === 0 ? 0 : Math.max(...heaps) / Math.min(...heaps) - 1;
}
