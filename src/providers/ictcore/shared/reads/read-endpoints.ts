import { encodeSegment } from '../../../../wire/caller.js';
import type { Endpoint, ListEndpoint, QueryValue, RowLocation } from '../../../../wire/endpoint.js';
import { rowList, nonEmptyAnswer } from './column-readers.js';
import type { Reader } from '../../../../wire/reader.js';

export type UrlQuery = Readonly<Record<string, QueryValue>>;

/** A list at this path, below the base, e.g. `/contacts`; without `query` it takes no search. */
export function defineListEndpoint<Input, Row>(
  path: string,
  row: Reader<Row>,
  query: (input: Input) => UrlQuery = () => ({}),
): ListEndpoint<Input, Row[], Row> {
  const rowsAnswer = rowList(row);
  return {
    name: `GET ${path}`,
    method: 'GET',
    path: () => path,
    query,
    effect: 'reads',
    answer: rowsAnswer,
    rows: allRows(row),
  };
}

/** Where the rows are in a list of ICTCore's: it is all of them. */
export function allRows<Row>(row: Reader<Row>): RowLocation<Row[], Row> {
  return { key: null, row, extract: (rows) => rows };
}

/** One thing by its key, or with `below` what is told below it, e.g. `/transmissions/{id}/status`. */
export function defineItemEndpoint<Answer>(path: string, answer: Reader<Answer>, below = ''): Endpoint<string, Answer> {
  return {
    name: `GET ${path}/{id}${below}`,
    method: 'GET',
    path: (key) => `${path}/${encodeSegment(key)}${below}`,
    effect: 'reads',
    answer: below === '' ? nonEmptyAnswer('an object', answer) : answer,
  };
}
