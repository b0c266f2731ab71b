import { callPerItem, operationOf, type OperationRef, type PlannedCall } from './planned-call.js';
import type { KnownSizes } from './costs.js';
import type { QueryParams } from '../../query/query-params.js';

/** What a mutation asks for one thing. */
export type WriteCost = (known: KnownSizes) => readonly PlannedCall[];

/** How rows came: what lists tell, items may not, and the other way round. */
export type RowOrigin = 'list' | 'key';

/** One thing is mostly asked for by its key, and several are rows of a list, even where their keys are given. */
export function likelyOrigin(count: number): RowOrigin {
  return count < 2 ? 'key' : 'list';
}

/** One request for any number of things, and none for none. */
export function atMostOne(count: number): number {
  return Math.min(count, 1);
}

/** A list, which is the same for all who give it none of these parameters. */
export function listCall(
  operation: OperationRef,
  params: QueryParams = {},
  names: readonly string[] = [],
): PlannedCall {
  const isSearched = names.some((name) => params[name] !== undefined);
  return { operation: operationOf(operation), times: 1, ...(isSearched ? {} : { shared: true }) };
}

/** Things by their keys: one is its item, several are the whole list. */
export function itemOrListCalls(count: number, item: OperationRef, list: OperationRef): readonly PlannedCall[] {
  const isOne = count < 2;
  return [
    { operation: operationOf(item), times: { expected: isOne ? atMostOne(count) : 0, worst: atMostOne(count) } },
    { operation: operationOf(list), times: isOne ? 0 : 1, shared: true },
  ];
}

/** What only items tell: one for each row, unless the rows are items. */
export function itemColumnCalls(operation: OperationRef, count: number, origin: RowOrigin): PlannedCall {
  return callPerItem(operation, { expected: origin === 'list' ? count : 0, worst: count });
}

/** What only a list tells: once for all rows, unless they are of the list. */
export function listColumnCall(operation: OperationRef, count: number, origin: RowOrigin): PlannedCall {
  return {
    operation: operationOf(operation),
    times: { expected: origin === 'key' ? atMostOne(count) : 0, worst: atMostOne(count) },
  };
}

/** What is only asked where something is not as it mostly is. */
export function upTo(operation: OperationRef, worst = 1): PlannedCall {
  return { operation: operationOf(operation), times: { expected: 0, worst } };
}

/** So many requests, each of which may be any of these. */
export function oneOfCalls(operations: readonly OperationRef[], times: number): readonly PlannedCall[] {
  const expected = times / operations.length;
  return operations.map((operation) => ({ operation: operationOf(operation), times: { expected, worst: times } }));
}
