import { segment } from '../../wire/caller.js';
import type { Endpoint, ListEndpoint, QueryValue, RowsOf } from '../../wire/endpoint.js';
import type { Reader } from '../../wire/read.js';
import { rows, written } from './columns.js';

export type Query = Readonly<Record<string, QueryValue>>;

/** A list at this path, below the base, e.g. `/contacts`; without `query` it takes no search. */
export function listing<Input, Row>(
  path: string,
  row: Reader<Row>,
  query: (input: Input) => Query = () => ({}),
): ListEndpoint<Input, Row[], Row> {
  const answer = rows(row);
  return { name: `GET ${path}`, method: 'GET', path: () => path, query, effect: 'reads', answer, rows: whole(row) };
}

/** Where the rows are in a list of ICTCore's: it is all of them. */
export function whole<Row>(row: Reader<Row>): RowsOf<Row[], Row> {
  return { key: null, row, of: (rows) => rows };
}

/** One thing by its key, or with `below` what is told below it, e.g. `/transmissions/{id}/status`. */
export function item<Answer>(path: string, answer: Reader<Answer>, below = ''): Endpoint<string, Answer> {
  return {
    name: `GET ${path}/{id}${below}`,
    method: 'GET',
    path: (key) => `${path}/${segment(key)}${below}`,
    effect: 'reads',
    answer: below === '' ? written('an object', answer) : answer,
  };
}
