import type { CancelSignal } from '../transport/cancel-token.js';
import type { Now } from '../transport/clock.js';
import type { UpstreamResponse } from '../transport/exchange.js';
import type { ProviderFailure } from '../transport/failure.js';
import { readAnswer, type OnUnreadableRow } from './answer.js';
import type { Codec, ProviderApi, ListAnswer, ListEndpoint, WorkerDocument } from './endpoint.js';
import { toSingleBatch, readableRows as rowsOf } from './row-readers.js';

interface WorkerReadContext {
  readonly response: UpstreamResponse;
  readonly now: Now;
  readonly onUnreadableRow: OnUnreadableRow | undefined;
  readonly signal: CancelSignal | undefined;
}

/** Reads an answer whose body is parsed on another thread: its rows as they are asked for, and nothing ahead. */
export async function readFromWorker<Input, Answer, Row>(
  api: ProviderApi,
  endpoint: ListEndpoint<Input, Answer, Row>,
  parseInWorker: NonNullable<Codec['parseInWorker']>,
  { response, now, onUnreadableRow, signal }: WorkerReadContext,
): Promise<Pick<ListAnswer<Answer, Row>, 'answer' | 'rows'>> {
  const parsed = await toParseOutcome(parseInWorker(response.body, signal));
  // Whether it is UTF-8 was looked at there, and takes long to look at again.
  const checkedResponse = 'value' in parsed ? { ...response, body: NON_EMPTY_BODY } : response;
  const answer = readAnswer(
    { ...api, codec: withParsed(api.codec, parsed) },
    endpoint,
    checkedResponse,
    now,
    onUnreadableRow,
  );
  const isWhole = !('value' in parsed) || parsed.value.parts.length === 0;
  const rows = isWhole
    ? toSingleBatch(endpoint.rows.extract(answer))
    : readParts(api, endpoint, parsed.value, { response: checkedResponse, now, onUnreadableRow, signal });
  return { answer, rows };
}

const NON_EMPTY_BODY = Buffer.from('-');

async function* readParts<Input, Answer, Row>(
  { connection, basePath, codec }: ProviderApi,
  { name, method, path, effect, rows: { row } }: ListEndpoint<Input, Answer, Row>,
  { parts, rowPathPrefix }: WorkerDocument,
  { response, now, onUnreadableRow, signal }: WorkerReadContext,
): AsyncGenerator<readonly Row[], void> {
  let rowCount = 0;
  const countAndReport =
    onUnreadableRow &&
    ((failure: ProviderFailure): void => {
      rowCount += 1;
      onUnreadableRow(failure);
    });
  for (const parse of parts) {
    const reader = rowsOf(row, rowCount);
    // An error of the provider was looked for in the whole body; it cannot be among the rows.
    const endpoint = {
      name,
      method,
      path,
      effect,
      answer: (value: unknown, at: string) => reader(value, at + rowPathPrefix),
    };
    const api = { connection, basePath, codec: withParsed(codec, await toParseOutcome(parse(signal))) };
    const rows = readAnswer(api, endpoint, response, now, countAndReport);
    rowCount += rows.length;
    yield rows;
  }
}

/** A value, or why there is none. */
type ParseOutcome<Value> = { readonly value: Value } | { readonly error: SyntaxError };

async function toParseOutcome<Value>(pending: Promise<Value>): Promise<ParseOutcome<Value>> {
  try {
    return { value: await pending };
  } catch (error) {
    if (error instanceof SyntaxError) return { error };
    throw error;
  }
}

/** The codec, whose parsing was done. */
function withParsed(codec: Codec, parsed: ParseOutcome<WorkerDocument | readonly unknown[]>): Codec {
  return {
    ...codec,
    parse: () => {
      if ('error' in parsed) throw parsed.error;
      return 'parts' in parsed.value ? parsed.value.value : parsed.value;
    },
  };
}
