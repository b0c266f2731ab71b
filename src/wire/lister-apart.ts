import type { Now } from '../transport/clock.js';
import type { Response } from '../transport/exchange.js';
import type { ProviderFailure } from '../transport/failure.js';
import { readAnswer, type OnLeftOut } from './answer.js';
import type { Codec, Dialect, Listed, ListEndpoint, ParsedApart } from './endpoint.js';
import { once, rows as rowsOf } from './rows.js';

interface Reading {
  readonly response: Response;
  readonly now: Now;
  readonly leftOut: OnLeftOut | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Reads an answer whose body is parsed on another thread: its rows as they are asked for, and nothing ahead. */
export async function readApart<Input, Answer, Row>(
  dialect: Dialect,
  endpoint: ListEndpoint<Input, Answer, Row>,
  parseApart: NonNullable<Codec['parseApart']>,
  { response, now, leftOut, signal }: Reading,
): Promise<Pick<Listed<Answer, Row>, 'answer' | 'rows'>> {
  const parsed = await settle(parseApart(response.body, signal));
  // Whether it is UTF-8 was looked at there, and takes long to look at again.
  const told = 'value' in parsed ? { ...response, body: ANYTHING } : response;
  const answer = readAnswer({ ...dialect, codec: given(dialect.codec, parsed) }, endpoint, told, now, leftOut);
  const isWhole = !('value' in parsed) || parsed.value.parts.length === 0;
  const rows = isWhole
    ? once(endpoint.rows.of(answer))
    : readParts(dialect, endpoint, parsed.value, { response: told, now, leftOut, signal });
  return { answer, rows };
}

const ANYTHING = Buffer.from('-');

async function* readParts<Input, Answer, Row>(
  { connection, basePath, codec }: Dialect,
  { name, method, path, effect, rows: { row } }: ListEndpoint<Input, Answer, Row>,
  { parts, place }: ParsedApart,
  { response, now, leftOut, signal }: Reading,
): AsyncGenerator<readonly Row[], void> {
  let read = 0;
  const counted =
    leftOut &&
    ((failure: ProviderFailure): void => {
      read += 1;
      leftOut(failure);
    });
  for (const parse of parts) {
    const reader = rowsOf(row, read);
    // The refusal was looked for in the whole: its words are not among the rows.
    const endpoint = { name, method, path, effect, answer: (value: unknown, at: string) => reader(value, at + place) };
    const dialect = { connection, basePath, codec: given(codec, await settle(parse(signal))) };
    const rows = readAnswer(dialect, endpoint, response, now, counted);
    read += rows.length;
    yield rows;
  }
}

/** A value, or the complaint that there is none. */
type Settled<Value> = { readonly value: Value } | { readonly complaint: SyntaxError };

async function settle<Value>(parsing: Promise<Value>): Promise<Settled<Value>> {
  try {
    return { value: await parsing };
  } catch (error) {
    if (error instanceof SyntaxError) return { complaint: error };
    throw error;
  }
}

/** The codec, whose parsing was done. */
function given(codec: Codec, parsed: Settled<ParsedApart | readonly unknown[]>): Codec {
  return {
    ...codec,
    parse: () => {
      if ('complaint' in parsed) throw parsed.complaint;
      return 'parts' in parsed.value ? parsed.value.value : parsed.value;
    },
  };
}
