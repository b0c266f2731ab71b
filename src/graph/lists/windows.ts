import type { IdentifiedRow } from '../../query/order.js';
import type { Page } from '../../query/select.js';
import type { CallOptions } from '../../transport/exchange.js';
import type { ListBackend, ListRequest } from '../ports/list-backend.js';

/**
 * The rows of a window of a list, and as many of those behind it as the window has that can't be read; `window` is its
 * first read. Once a row is left out, a row's place in the provider's list is more than the number of rows before it:
 * `ends` holds where the next begins.
 */
export async function* readWindows<Row extends IdentifiedRow>(
  { list }: Pick<ListBackend<Row>, 'list'>,
  window: AsyncIterable<Page<Row>>,
  request: ListRequest,
  callOptions: CallOptions,
  ends: WeakMap<Row, number>,
): AsyncGenerator<Page<Row>, void> {
  let { offset, limit } = request;
  let pages = window;
  let isShifted = false;
  for (;;) {
    let unreadable = 0;
    let read = 0;
    for await (const page of pages) {
      const { rows, places, length = rows.length } = page;
      if (length > rows.length) isShifted = true;
      if (isShifted) for (const [at, row] of rows.entries()) ends.set(row, offset + read + (places?.[at] ?? at) + 1);
      read += length;
      unreadable += length - rows.length;
      yield page;
    }
    if (limit === undefined || unreadable === 0 || read < limit) return;
    offset += read;
    limit = unreadable;
    pages = list({ ...request, offset, limit }, callOptions);
  }
}
