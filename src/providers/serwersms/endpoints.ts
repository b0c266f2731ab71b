import type { Effect } from '../../transport/exchange.js';
import type { Endpoint, ListEndpoint } from '../../wire/endpoint.js';
import { flag, optional, text, wholeNumber } from '../../wire/value-readers.js';
import { readableRows } from '../../wire/row-readers.js';
import { record } from '../../wire/structure-readers.js';
import type { ReadValue, Reader } from '../../wire/reader.js';

export interface WireListQuery {
  readonly search?: string | undefined;
  /** Counted from 1. */
  readonly page?: number | undefined;
  readonly limit?: number | undefined;
}

/** What all lists answer; `paging.count` is the number of pages, not of rows, and may be left out. */
export interface WireList<Item> {
  readonly items: readonly Item[];
  readonly paging: { readonly count: number } | null;
}

/** A `success` that is false is a rejection, whatever else the answer says. */
export const writeAnswer = record({ success: flag, id: optional(text) });
export const deleteAnswer = record({ success: flag });
export type WireWriteAnswer = ReadValue<typeof writeAnswer>;

/** Each action is a POST with its parameters in the body, reads included: only `effect` tells which may be repeated. */
export function defineAction<Params, Answer>(
  name: string,
  effect: Effect,
  answer: Reader<Answer>,
): Endpoint<Params, Answer> {
  return { name, method: 'POST', path: () => `/${name}`, body: (parameters) => parameters, effect, answer };
}

/** An action that answers a list. */
export function defineListAction<Params, Item>(
  name: string,
  item: Reader<Item>,
): ListEndpoint<Params, WireList<Item>, Item> {
  const rows = { key: 'items', row: item, extract: ({ items: all }: WireList<Item>) => all };
  return { ...defineAction<Params, WireList<Item>>(name, 'reads', listAnswer(item)), rows };
}

export function listAnswer<Item>(item: Reader<Item>): Reader<WireList<Item>> {
  return record({ items: readableRows(item), paging });
}

const pagingOrNull = optional(record({ count: wholeNumber }));
/** PHP writes an empty object as an empty array. */
const paging: typeof pagingOrNull = (value, at) =>
  Array.isArray(value) && value.length === 0 ? null : pagingOrNull(value, at);
