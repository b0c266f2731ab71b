import { mapInPages } from '../../graph/lists/pages.js';
import type { Page } from '../../query/select.js';
import type { CallOptions } from '../../transport/exchange.js';
import type { Caller, Endpoint, ListEndpoint } from '../../wire/endpoint.js';
import type { ListPart, ListWindow } from './endpoints.js';
import type { Session } from './session.js';

/** Reads a window part by part: one request, unless the server gives fewer rows than requested. */
export async function* readParts<Row>(
  call: Caller,
  endpoint: Endpoint<ListWindow, ListPart<Row>>,
  { offset, limit }: ListWindow,
  callOptions: CallOptions,
): AsyncGenerator<ListPart<Row>, void> {
  for (let at = offset; ;) {
    const remaining = limit === 0 ? 0 : offset + limit - at;
    const { meta, objects: given } = await call(endpoint, { offset: at, limit: remaining }, callOptions);
    // The document shows requests for the whole list only, so a server may answer each part with the whole.
    const skipped = Math.max(0, at - (meta.offset ?? at));
    const objects = given.slice(skipped, remaining === 0 ? undefined : skipped + remaining);
    yield { meta, objects };
    at += objects.length;
    const end = limit === 0 ? meta.total_count : Math.min(offset + limit, meta.total_count);
    if (objects.length === 0 || at >= end) return;
  }
}

/** A whole list in pages, of which none holds the loop; a list that comes in parts is read to its end. */
export async function* readWholeList<Wire, Row>(
  { call, list }: Session,
  endpoint: ListEndpoint<ListWindow, ListPart<Wire>, Wire>,
  toRow: (row: Wire) => Row,
  callOptions: CallOptions,
): AsyncGenerator<Page<Row>, void> {
  const { answer, rows, unreadableCount } = await list(endpoint, { offset: 0, limit: 0 }, callOptions);
  const total = answer.meta.total_count;
  let read = 0;
  for await (const page of mapInPages(rows, toRow, { total })) {
    read += page.rows.length;
    yield page;
  }
  read += unreadableCount();
  if (read === 0 || read >= total) return;
  for await (const { meta, objects } of readParts(call, endpoint, { offset: read, limit: 0 }, callOptions)) {
    yield* mapInPages(objects, toRow, { total: meta.total_count });
  }
}

/** Every row of a list. */
export async function readAllRows<Wire, Row>(
  session: Session,
  endpoint: ListEndpoint<ListWindow, ListPart<Wire>, Wire>,
  toRow: (row: Wire) => Row,
  callOptions: CallOptions,
): Promise<readonly Row[]> {
  const all: Row[] = [];
  for await (const { rows } of readWholeList(session, endpoint, toRow, callOptions)) {
    for (const row of rows) all.push(row);
  }
  return all;
}

/** Rows as they came. */
export function asItCame<Wire>(row: Wire): Wire {
  return row;
}
