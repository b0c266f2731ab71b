import type { Asking } from '../../transport/exchange.js';
import type { Caller, Endpoint } from '../../wire/endpoint.js';
import type { Part, Window } from './endpoints.js';

/** Reads the rows of a window part by part; one request, unless the server gives fewer rows than it was asked for. */
export async function* partsOf<Row>(
  call: Caller,
  endpoint: Endpoint<Window, Part<Row>>,
  { offset, limit }: Window,
  asking: Asking,
): AsyncGenerator<Part<Row>, void> {
  for (let at = offset; ;) {
    const left = limit === 0 ? 0 : offset + limit - at;
    const { meta, objects: given } = await call(endpoint, { offset: at, limit: left }, asking);
    // The document shows no other request than for the whole list: a server may give that for each.
    const before = Math.max(0, at - (meta.offset ?? at));
    const objects = given.slice(before, left === 0 ? undefined : before + left);
    yield { meta, objects };
    at += objects.length;
    const end = limit === 0 ? meta.total_count : Math.min(offset + limit, meta.total_count);
    if (objects.length === 0 || at >= end) return;
  }
}

/** Every row of a list. */
export async function wholeOf<Row>(
  call: Caller,
  endpoint: Endpoint<Window, Part<Row>>,
  asking: Asking,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const { objects } of partsOf(call, endpoint, { offset: 0, limit: 0 }, asking)) {
    rows.push(...objects.filter((each) => each !== undefined));
  }
  return rows;
}
