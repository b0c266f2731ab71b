import { wallClock, type Now } from '../transport/clock.js';
import type { Asking, Response } from '../transport/exchange.js';
import { ProviderFailure } from '../transport/failure.js';
import { nextTurn } from '../transport/turn.js';
import { readAnswer, type OnLeftOut } from './answer.js';
import { ask } from './caller.js';
import type { Codec, Dialect, Endpoint, Lister } from './endpoint.js';
import { findSlices, type Slices } from './json-slices.js';
import { readApart } from './lister-apart.js';
import type { Reader } from './read.js';
import { once, rows as rowsOf } from './rows.js';

/** Bodies of so many bytes take some milliseconds to be read; XML takes many times as long as JSON. */
const LONG_BYTES = { json: 256 * 1024, xml: 64 * 1024 };

/**
 * Reads lists in one dialect. A short body is read whole; of a long one the places of its rows are found first, and then
 * they are read some at a time, so that neither others wait nor all rows are held at once. XML is parsed on another thread.
 */
export function createLister(dialect: Dialect, now: Now = wallClock): Lister {
  return async (endpoint, input, asking) => {
    let count = 0;
    const listed = await ask(dialect, endpoint, input, asking, async (response, tell) => {
      const { key, row, of } = endpoint.rows;
      const leftOut =
        tell &&
        ((failure: ProviderFailure): void => {
          count += 1;
          tell(failure);
        });
      const parseApart = apartFor(dialect, response);
      if (parseApart)
        return readApart(dialect, endpoint, parseApart, { response, now, leftOut, signal: asking.signal });
      const slices = await slicesOf(dialect, response, key);
      if (!slices) {
        const answer = readAnswer(dialect, endpoint, response, now, leftOut);
        return { answer, rows: once(of(answer)) };
      }
      const answer = readAnswer(dialect, endpoint, { ...response, body: Buffer.from(slices.rest) }, now);
      return { answer, rows: readSlices(dialect, endpoint, { response, slices, row, now, leftOut }) };
    });
    return { ...listed, rows: watched(listed.rows, dialect, asking), leftOut: () => count };
  };
}

/** The same rows; a failure of theirs goes into the upstream's health, as that of a list that is read whole does. */
async function* watched<Row>(
  rows: AsyncIterable<readonly Row[]>,
  { connection: { health } }: Dialect,
  { signal }: Asking,
): AsyncGenerator<readonly Row[], void> {
  try {
    yield* rows;
  } catch (error) {
    if (error instanceof ProviderFailure && !signal?.aborted) health?.failed(error);
    throw error;
  }
}

/** How to parse a body elsewhere, where that is worth it: a long one of the type that was asked for. */
function apartFor({ codec }: Dialect, { status, headers, body }: Response): Codec['parseApart'] {
  const type = headers['content-type'];
  const isOurs = type === undefined || codec.accepts(type);
  return isOurs && isLong(status, body, LONG_BYTES.xml) ? codec.parseApart : undefined;
}

function isLong(status: number, body: Buffer, bytes: number): boolean {
  return body.length >= bytes && status >= 200 && status < 300;
}

async function slicesOf(
  { codec }: Dialect,
  { status, body }: Response,
  key: string | null,
): Promise<Slices | undefined> {
  if (!codec.isJson || !isLong(status, body, LONG_BYTES.json)) return undefined;
  const finding = findSlices(body, key);
  for (;;) {
    const step = finding.next();
    if (step.done) return step.value;
    await nextTurn();
  }
}

interface Reading<Row> {
  readonly response: Response;
  readonly slices: Slices;
  readonly row: Reader<Row>;
  readonly now: Now;
  readonly leftOut: OnLeftOut | undefined;
}

async function* readSlices<Input, Answer, Row>(
  { connection, basePath, codec }: Dialect,
  { name, method, path, effect }: Endpoint<Input, Answer>,
  { response, slices, row, now, leftOut }: Reading<Row>,
): AsyncGenerator<readonly Row[], void> {
  let read = 0;
  const counted =
    leftOut &&
    ((failure: ProviderFailure): void => {
      read += 1;
      leftOut(failure);
    });
  for (const [from, to] of slices.ranges) {
    const body = Buffer.concat([BEGIN, response.body.subarray(from, to), END]);
    // The refusal was looked for in the whole: its words are not among the rows.
    const endpoint = { name, method, path, effect, answer: rowsOf(row, read) };
    const rows = readAnswer({ connection, basePath, codec }, endpoint, { ...response, body }, now, counted);
    read += rows.length;
    yield rows;
    await nextTurn();
  }
}

const BEGIN = Buffer.from('[');
const END = Buffer.from(']');
