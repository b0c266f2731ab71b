import type { CallOptions } from '../../transport/exchange.js';
import type { Caller, Endpoint } from '../../wire/endpoint.js';
import type { ListPart, ListWindow } from './endpoints.js';

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

/** Every row of a list. */
export async function readAllRows<Row>(
  call: Caller,
  endpoint: Endpoint<ListWindow, ListPart<Row>>,
  callOptions: CallOptions,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const { objects } of readParts(call, endpoint, { offset: 0, limit: 0 }, callOptions)) {
    rows.push(...objects.filter((each) => each !== undefined));
  }
  return rows;
}
