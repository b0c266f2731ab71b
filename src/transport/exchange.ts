import type { Readable } from 'node:stream';

import type { Context as TraceContext } from '@opentelemetry/api';

import type { AttemptCounts } from './attempt-counts.js';
import type { UpstreamCredential, CallerCredentials } from './upstream-credential.js';
import type { CancelSignal } from './cancel-token.js';
import type { ProviderFailure } from './failure.js';

/** What one call does to the world, and so what may be done when its answer is lost. */
export type Effect =
  /**
   * Changes nothing: may be repeated, shared and cached. It does not depend on the method: SerwerSMS reads with POST.
   */
  | 'reads'
  /** Twice is as good as once. */
  | 'replaces'
  /** Never repeated once a byte of it may have left: ICTCore starts a campaign with GET. */
  | 'acts';

/** One request to one origin. Header names are lower case. */
export interface UpstreamRequest {
  /** The provider's own name for it, e.g. `contacts/index`; for traces, metrics and messages. */
  readonly operation: string;
  readonly method: string;
  /** Path and query, percent-encoded, e.g. `/api/2.0/notification_contacts/?limit=0`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | undefined;
  readonly effect: Effect;
  readonly callOptions: CallOptions;
  /** When the deadline falls, in milliseconds of the monotonic clock. */
  readonly deadlineAt?: number | undefined;
  /** How often each operation was sent for this call so far, its log-in included. */
  readonly attemptCounts?: AttemptCounts | undefined;
  /** Set on a try: holds its failed attempt until it is known whether another try follows. */
  readonly failedAttempt?: Pick<CallOptions, 'onAttempt'> | undefined;
  /** Set on a try that another may follow. */
  readonly tryTimeout?: TryTimeout | undefined;
  /** Set where bodies are too large to be held: they flow through, in both directions. */
  readonly stream?: StreamOptions | undefined;
  /** Set where callers bring their own credentials: whose this one is sent with. */
  readonly account?: CallerAccount | undefined;
  /** Called each time that bytes of this very request (not of a log-in on its behalf) are about to leave. */
  readonly onSent?: (() => void) | undefined;
}

/** One caller's own account at an upstream. */
export interface CallerAccount {
  readonly credential: UpstreamCredential;
  /** Signs a request with the credential and sends it. */
  readonly sendSigned: Exchange;
}

/** The time that one try may take, so that a lost answer does not cost the whole call. */
export interface TryTimeout {
  readonly start: (upstream: string) => void;
}

/** Bodies that stream, with backpressure; the answer's is then in `Response.flow`, if its status is 2xx. */
export interface StreamOptions {
  /** What to send; its length goes into the `content-length` header where it is known. */
  readonly body?: Readable | undefined;
  /** The longest silence, in milliseconds: a large file may take long, but not stand still. */
  readonly idleTimeoutMs: number;
}

/** What is kept for certain call options, by whoever keeps it. */
export interface Kept {
  /** A copy of the options has what was kept for the original, which is not for it: its signal, say, is another. */
  readonly owner: CallOptions;
  readonly values: Map<object, object>;
}

/** Options of one call, passed down from the field in the graph to the socket. */
export interface CallOptions {
  /** Aborted when the answer is not needed any more. */
  readonly signal?: CancelSignal | undefined;
  /**
   * Called for every attempt that went to the wire, log-ins and repeats included, and for every shared or cached
   * answer.
   */
  readonly onAttempt?: ((attempt: Attempt) => void) | undefined;
  /** Requires a fresh answer: neither cached nor shared with an earlier read. */
  readonly bypassCache?: boolean | undefined;
  /**
   * Called for each row of a list that cannot be read and is left out. Without it such a row fails the list: a write
   * that works by a list must not miss a row.
   */
  readonly onUnreadableRow?: ((failure: ProviderFailure) => void) | undefined;
  /**
   * The call finds out how the provider compares texts. It serves no field of the client, and explain marks it as a
   * proof.
   */
  readonly isProof?: boolean | undefined;
  /** Who calls: calls of different principals take turns where they wait, so that none crowds the others out. */
  readonly principal?: string | undefined;
  /** Below which span those of its requests are; only where there is tracing. */
  readonly traceContext?: TraceContext | undefined;
  /** The caller's own credentials, for upstreams that take them. */
  readonly credentials?: CallerCredentials | undefined;
  /** Called where it has to wait for a slot, because others of this upstream are under way. */
  readonly onQueued?: (() => void) | undefined;
  /** Counts a request of a list; the failure to end the list with, where it was one too many. */
  readonly takeRequest?: ((upstream: string, allowed: number) => ProviderFailure | undefined) | undefined;
  /** Only for `keptWith`. */
  kept?: Kept | undefined;
  /** Awaited right before bytes of a write may be sent; if it rejects, the request fails with that error. */
  readonly onDispatch?: ((request: UpstreamRequest) => Promise<void>) | undefined;
}

/** One attempt, as `x-trunkline-explain` shows it. Whoever keeps it takes a copy (`copyAttempt`). */
export interface Attempt {
  readonly upstream: string;
  readonly operation: string;
  readonly method: string;
  /** With its query, but without values that are secrets. */
  readonly path: string;
  /** Null when no answer came. */
  readonly status: number | null;
  readonly elapsedMs: number;
  /** `shared`: joined an identical read that was in flight, so no request of its own. */
  readonly cache: 'miss' | 'hit' | 'shared';
  /** 1 for the first. */
  readonly attempt: number;
  /** Found out how the provider compares, so that a list need not be read whole. */
  readonly proof?: true | undefined;
  /** The call failed for a moment and could have been sent again, but the upstream's retry budget was spent. */
  readonly retryBudgetExhausted?: true;
}

/** A whole answer. Header names are lower case; of a repeated header the last value counts. */
export interface UpstreamResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where the body flows. */
  readonly body: Buffer;
  readonly bodyStream?: Readable;
}

/** Options with all their members: a copy that gains members takes several times the memory of one that has other values only. */
export function createCallOptions(given: CallOptions): CallOptions {
  return {
    signal: given.signal,
    onAttempt: given.onAttempt,
    bypassCache: given.bypassCache,
    onUnreadableRow: given.onUnreadableRow,
    isProof: given.isProof,
    principal: given.principal,
    traceContext: given.traceContext,
    credentials: given.credentials,
    onQueued: given.onQueued,
    takeRequest: given.takeRequest,
    onDispatch: given.onDispatch,
    kept: undefined,
  };
}

export type Exchange = (request: UpstreamRequest) => Promise<UpstreamResponse>;
export type Interceptor = (next: Exchange) => Exchange;
