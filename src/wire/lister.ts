import { isAscii } from 'node:buffer';

import type { CancelSignal } from '../transport/cancel-token.js';
import { reasonOf } from '../transport/abort.js';
import { wallClock, type Now } from '../transport/clock.js';
import type { CallOptions, UpstreamResponse } from '../transport/exchange.js';
import { ProviderFailure } from '../transport/failure.js';
import { isYieldDue, yieldToEventLoop } from '../transport/yield.js';
import { readAnswer, type OnUnreadableRow } from './answer.js';
import { callEndpoint } from './caller.js';
import type { Codec, ProviderApi, Endpoint, Lister, RowLocation } from './endpoint.js';
import { findJsonSlices, type JsonSlices } from './json-slices.js';
import { readFromWorker } from './lister-worker.js';
import { toSingleBatch, readableRows as rowsOf } from './row-readers.js';
import type { Reader } from './reader.js';

/**
 * Bodies of so many bytes take a millisecond or more to be read; XML takes many times as long as JSON. The engine asks
 * the system for memory of its own for each text of more than 128 KB, which takes longer than reading it: of other
 * characters than those of ASCII a text may take two bytes each.
 */
const LONG_BYTES = { ascii: 128 * 1024, json: 64 * 1024, xml: 64 * 1024 };

/**
 * Reads lists of one provider. A short body is read as a whole. In a long one the positions of the rows are found
 * first, and then a few rows are read at a time, so that other requests do not wait and the rows are not all in memory
 * at once. XML is parsed on another thread.
 */
export function createLister(api: ProviderApi, now: Now = wallClock): Lister {
  return async (endpoint, input, callOptions) => {
    let count = 0;
    const result = await callEndpoint(api, endpoint, input, callOptions, async (response, onUnreadableRow) => {
      const { key, row, placed, extract } = endpoint.rows;
      const countAndReport =
        onUnreadableRow &&
        ((failure: ProviderFailure): void => {
          count += 1;
          onUnreadableRow(failure);
        });
      const parseInWorker = workerParserFor(api, response);
      if (parseInWorker)
        return readFromWorker(api, endpoint, parseInWorker, {
          response,
          now,
          onUnreadableRow: countAndReport,
          signal: callOptions.signal,
        });
      const slices = await findSlicesOf(api, response, key);
      if (!slices) {
        const answer = readAnswer(api, endpoint, response, now, countAndReport);
        return { answer, rows: toSingleBatch(extract(answer)) };
      }
      const answer = readAnswer(api, endpoint, { ...response, body: Buffer.from(slices.rest) }, now);
      return {
        answer,
        rows: readSlices(api, endpoint, {
          response,
          slices,
          row,
          placed,
          now,
          onUnreadableRow: countAndReport,
          signal: callOptions.signal,
        }),
      };
    });
    return { ...result, rows: recordRowFailures(result.rows, api, callOptions), unreadableCount: () => count };
  };
}

/**
 * The same rows; a failure to read them is recorded in the upstream's health, as for a list that is read as a whole.
 */
async function* recordRowFailures<Row>(
  rows: AsyncIterable<readonly Row[]>,
  { connection: { health } }: ProviderApi,
  { signal }: CallOptions,
): AsyncGenerator<readonly Row[], void> {
  try {
    yield* rows;
  } catch (error) {
    if (error instanceof ProviderFailure && !signal?.aborted) health?.recordFailure(error);
    throw error;
  }
}

/** How to parse a body on another thread, if that is worth it: a long body of the requested type. */
function workerParserFor({ codec }: ProviderApi, { status, headers, body }: UpstreamResponse): Codec['parseInWorker'] {
  const type = headers['content-type'];
  const isOurs = type === undefined || codec.accepts(type);
  return isOurs && isLong(status, body, LONG_BYTES.xml) ? codec.parseInWorker : undefined;
}

function isLong(status: number, body: Buffer, bytes: number): boolean {
  return body.length >= bytes && status >= 200 && status < 300;
}

async function findSlicesOf(
  { codec }: ProviderApi,
  { status, body }: UpstreamResponse,
  key: string | null,
): Promise<JsonSlices | undefined> {
  if (!codec.isJson || !isLong(status, body, LONG_BYTES.json)) return undefined;
  if (body.length < LONG_BYTES.ascii && isAscii(body)) return undefined;
  const search = findJsonSlices(body, key);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
    if (isYieldDue()) await yieldToEventLoop();
  }
}

interface SliceReadContext<Row> {
  readonly response: UpstreamResponse;
  readonly slices: JsonSlices;
  readonly row: Reader<Row>;
  readonly placed: RowLocation<unknown, Row>['placed'];
  readonly now: Now;
  readonly onUnreadableRow: OnUnreadableRow | undefined;
  readonly signal: CancelSignal | undefined;
}

async function* readSlices<Input, Answer, Row>(
  { connection, basePath, codec }: ProviderApi,
  { name, method, path, effect }: Endpoint<Input, Answer>,
  { response, slices, row, placed, now, onUnreadableRow, signal }: SliceReadContext<Row>,
): AsyncGenerator<readonly Row[], void> {
  let rowCount = 0;
  const countAndReport =
    onUnreadableRow &&
    ((failure: ProviderFailure): void => {
      if (!placed) rowCount += 1;
      onUnreadableRow(failure);
    });
  for (const [from, to] of slices.ranges) {
    const body = Buffer.concat([ARRAY_START, response.body.subarray(from, to), ARRAY_END]);
    // An error of the provider was looked for in the whole body; it cannot be among the rows.
    const answer: Reader<readonly Row[]> = placed?.(rowCount) ?? rowsOf(row, rowCount);
    const endpoint = { name, method, path, effect, answer };
    const rows = readAnswer({ connection, basePath, codec }, endpoint, { ...response, body }, now, countAndReport);
    rowCount += rows.length;
    yield rows;
    if (isYieldDue()) await yieldToEventLoop();
    // Rows that are all left out reach nobody who could stop asking for more.
    if (signal?.aborted) throw reasonOf(signal);
  }
}

const ARRAY_START = Buffer.from('[');
const ARRAY_END = Buffer.from(']');
