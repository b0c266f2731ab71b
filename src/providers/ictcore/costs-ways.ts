import { callEach, type Call } from '../../graph/cost/call.js';
import type { Known } from '../../graph/cost/costs.js';
import type { Params } from '../../query/plan.js';

/** What a mutation asks for one thing. */
export type WriteCost = (known: Known) => readonly Call[];

/** How rows came: what lists tell, items may not, and the other way round. */
export type Came = 'list' | 'key';

/** One thing is mostly asked for by its key, and several are rows of a list, even where their keys are given. */
export function usuallyCame(count: number): Came {
  return count < 2 ? 'key' : 'list';
}

/** One request for any number of things, and none for none. */
export function ofAny(count: number): number {
  return Math.min(count, 1);
}

/** A list, which is the same for all who give it none of these parameters. */
export function listOf(operation: string, params: Params = {}, names: readonly string[] = []): Call {
  const isSearched = names.some((name) => params[name] !== undefined);
  return { operation, times: 1, ...(isSearched ? {} : { shared: true }) };
}

/** Things by their keys: one is its item, several are the whole list. */
export function itemOrList(count: number, item: string, list: string): readonly Call[] {
  const isOne = count < 2;
  return [
    { operation: item, times: { expected: isOne ? ofAny(count) : 0, worst: ofAny(count) } },
    { operation: list, times: isOne ? 0 : 1, shared: true },
  ];
}

/** What only items tell: one for each row, unless the rows are items. */
export function fromItems(operation: string, count: number, came: Came): Call {
  return callEach(operation, { expected: came === 'list' ? count : 0, worst: count });
}

/** What only a list tells: once for all rows, unless they are of the list. */
export function fromList(operation: string, count: number, came: Came): Call {
  return { operation, times: { expected: came === 'key' ? ofAny(count) : 0, worst: ofAny(count) } };
}

/** What is only asked where something is not as it mostly is. */
export function perhaps(operation: string, worst = 1): Call {
  return { operation, times: { expected: 0, worst } };
}

/** So many requests, each of which may be any of these. */
export function anyOf(operations: readonly string[], times: number): readonly Call[] {
  const expected = times / operations.length;
  return operations.map((operation) => ({ operation, times: { expected, worst: times } }));
}
