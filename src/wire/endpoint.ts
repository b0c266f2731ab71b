import type { CancelSignal } from '../transport/cancel-token.js';
import type { CallOptions, Effect } from '../transport/exchange.js';
import type { UpstreamConnection } from '../transport/stack.js';
import type { Reader } from './reader.js';

export type QueryValue = string | number | boolean | readonly string[] | undefined;

/** One operation of a provider: what is sent, what it does, and how its answer is read. */
export interface Endpoint<Input, Answer> {
  /** The provider's own name for it, e.g. `GET /contacts/{id}`: it heads every message. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below the base URL; percent-encode every value with `segment`. */
  readonly path: (input: Input) => string;
  /** `undefined` is left out; a list is repeated. */
  readonly query?: (input: Input) => Readonly<Record<string, QueryValue>>;
  /** The value that the codec turns into a body. */
  readonly body?: (input: Input) => unknown;
  readonly effect: Effect;
  readonly answer: Reader<Answer>;
  /**
   * Reads the `location` of a 303 where the provider documents one as an answer (Hostway: this list is read in pages).
   * It is never followed.
   */
  readonly seeOther?: Reader<Answer>;
}

/** An endpoint whose answer is a list that may be long. */
export interface ListEndpoint<Input, Answer, Row> extends Endpoint<Input, Answer> {
  readonly rows: RowLocation<Answer, Row>;
}

/** Sends to an endpoint and reads what comes back; every failure is a ProviderFailure. */
export type Caller = <Input, Answer>(
  endpoint: Endpoint<Input, Answer>,
  input: Input,
  callOptions: CallOptions,
) => Promise<Answer>;

/** Where the rows of a list's answer are. */
export interface RowLocation<Answer, Row> {
  /** The key under which they are in a body of JSON; null: the body is their array. */
  readonly key: string | null;
  readonly row: Reader<Row>;
  /**
   * Reads some rows of a long list, of which the first has this index, with something in the place of each that is left
   * out. Without it nothing stands there.
   */
  readonly placed?: (first: number) => Reader<readonly Row[]>;
  /** The rows of an answer that was read whole. */
  readonly extract: (answer: Answer) => readonly Row[];
}

/** A list's answer whose rows are read as they are asked for, some at a time. */
export interface ListAnswer<Answer, Row> {
  /** Without its rows, where it is long. */
  readonly answer: Answer;
  /**
   * A row that cannot be read fails with a ProviderFailure, unless the call skips such rows
   * (`CallOptions.onUnreadableRow`).
   */
  readonly rows: AsyncIterable<readonly Row[]>;
  /** How many of them could not be read and were left out, so far. */
  readonly unreadableCount: () => number;
}

/** As a Caller, for lists that may be long: they neither hold the loop nor are held whole. */
export type Lister = <Input, Answer, Row>(
  endpoint: ListEndpoint<Input, Answer, Row>,
  input: Input,
  callOptions: CallOptions,
) => Promise<ListAnswer<Answer, Row>>;

/** How a provider's bodies are written and read. */
export interface Codec {
  /** Headers of every request, e.g. `accept`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string;
  readonly write: (body: unknown) => string;
  /** Parses a body; throws a SyntaxError with one sentence where it is not what the codec reads. */
  readonly parse: (text: string) => unknown;
  /** Whether a response's content-type may hold such a body. */
  readonly accepts: (contentType: string) => boolean;
  /** Whether bodies are JSON, so that long ones can be read in slices. */
  readonly isJson?: boolean;
  /** Parses a long body on another thread and leaves the given one as it is; throws as `parse`, or an abort's reason. */
  readonly parseInWorker?: (body: Buffer, signal: CancelSignal | undefined) => Promise<WorkerDocument>;
}

/** A body that was parsed on another thread. */
export interface WorkerDocument {
  /** As `parse` gives it; where there are `parts`, without their rows. */
  readonly value: unknown;
  /** The rows of a list, which are parsed as they are asked for. */
  readonly parts: readonly ParseRowPart[];
  /** The part of messages between the operation and the index of a row, e.g. ` <ArrayOfContact>`. */
  readonly rowPathPrefix: string;
}

/** Parses rows that follow each other in a list; throws as `parse`, or an abort's reason. */
export type ParseRowPart = (signal: CancelSignal | undefined) => Promise<readonly unknown[]>;

/** What a provider says in an answer that is no success, in its own documented words. */
export interface ReportedError {
  readonly kind: 'auth' | 'not-found' | 'rejected' | 'rate-limited' | 'unavailable';
  /** Callers clean it to one line of at most 200 characters. Only a documented error object may speak here. */
  readonly message?: string | undefined;
  /** The provider's own name of the value that it refused, if it names one. */
  readonly rejectedField?: string | undefined;
  /** For `auth`: whether the credentials are valid and only this call is not allowed. Default: status 403. */
  readonly isForbidden?: boolean | undefined;
}

/** A body that is not an answer, but shows what is wrong with the server. */
export interface UnparsableBody {
  readonly kind: 'unavailable' | 'protocol';
  /** Our own half-sentence, which contains nothing of the body. */
  readonly message: string;
}

/** What a caller needs of a connection: a log-in that is given only its `send` can make one up. */
export type CallerConnection = Pick<UpstreamConnection, 'upstream' | 'exchange'> &
  Partial<Pick<UpstreamConnection, 'health' | 'secretOwner'>>;

export interface ProviderApi {
  readonly connection: CallerConnection;
  /** Path of the base URL without a slash at its end, e.g. `/api/2.0`. */
  readonly basePath: string;
  readonly codec: Codec;
  /**
   * The provider's documented error in this answer, if it is one. It is called for every status, 200 included
   * (SerwerSMS and ICTCore put errors into a 200), with `undefined` for an empty body, but not for a body that does not
   * parse. Without it a status of 400 and more is classified by its number.
   */
  readonly readProviderError?: (status: number, body: unknown) => ReportedError | undefined;
  /** What a body means that does not parse, where the provider's server is known to send such. */
  readonly readUnparsableBody?: (body: Buffer) => UnparsableBody | undefined;
}
