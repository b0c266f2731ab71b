import { mapInPages } from '../../../../graph/lists/pages.js';
import type { Page } from '../../../../query/select.js';
import type { CallOptions } from '../../../../transport/exchange.js';
import type { ListEndpoint } from '../../../../wire/endpoint.js';
import type { Session } from '../../session.js';

/** A list, which ICTCore gives at once, in pages of which none holds the loop. */
export async function* listInPages<Input, Wire, Row>(
  { list }: Pick<Session, 'list'>,
  endpoint: ListEndpoint<Input, Wire[], Wire>,
  input: Input,
  toRow: (row: Wire) => Row,
  callOptions: CallOptions,
): AsyncGenerator<Page<Row>, void> {
  const { rows } = await list(endpoint, input, callOptions);
  yield* mapInPages(rows, toRow);
}

/** The rows of all pages. */
export async function collectRows<Row>(pages: AsyncIterable<Page<Row>>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const { rows } of pages) for (const row of rows) all.push(row);
  return all;
}
