import type { Dispatcher } from 'undici';

import { reasonOf } from './abort.js';
import { amendHeaders } from './amend-headers.js';
import { decompressBody, contentEncodingsOf } from './decompress.js';
import { openDispatcher, type EgressProxy } from './dispatcher.js';
import type { Exchange, UpstreamRequest, UpstreamResponse } from './exchange.js';
import { ProviderFailure } from './failure.js';
import { createBodyCollector, type BodyCollector } from './body-collector.js';
import { skipInterimResponses } from './interim-responses.js';
import { toProviderFailure } from './socket-failure.js';
import { sendStreaming } from './send-streaming.js';

export interface PoolOptions {
  /** Sockets at once, as many more for bodies that stream, and one for each call that acts. */
  readonly connections: number;
  /** Reads in flight on one socket; default 1. */
  readonly pipelining?: number | undefined;
  /** Longer answers are `protocol` failures; default 64 MB. */
  readonly maxResponseBytes?: number;
  /** How the origin is reached; default: directly. */
  readonly proxy?: EgressProxy | undefined;
}

/** The end of the chain: sends each request exactly once. */
export interface OpenPool {
  readonly send: Exchange;
  /** Takes no more requests and waits for those in flight. */
  readonly close: () => Promise<void>;
}

/** Closes the socket after the answer. */
const SINGLE_USE = { reset: true };
/** Others may be sent behind it on its socket, where as many are allowed; they are sent again where that breaks. */
const PIPELINED = { idempotent: true, blocking: false };
const NO_OPTIONS = {};
const NO_BODY = Buffer.alloc(0);
const NO_HEADERS = {};
const CONNECT_TIMEOUT_MS = 3000;
const MAX_RESPONSE_BYTES = 64 * 1024 * 1024;

/** Opens sockets to one origin. Failures are `unavailable` or `protocol`; an abort rejects with the signal's reason. */
export function openPool(upstream: string, origin: string, options: PoolOptions): OpenPool {
  const { connections, pipelining = 1, maxResponseBytes = MAX_RESPONSE_BYTES, proxy } = options;
  // No interceptors: undici's own ones repeat, follow and cache by method, and here a GET may start a campaign.
  const socketOptions = {
    connections,
    pipelining: 1,
    allowH2: false,
    // NODE_TLS_REJECT_UNAUTHORIZED of the environment is none of ours: whoever answered would get the credentials.
    connect: { timeout: CONNECT_TIMEOUT_MS, rejectUnauthorized: true },
    // The deadline replaces both of these timeouts: they count from byte to byte and would never end an answer that
    // comes very slowly.
    headersTimeout: 0,
    bodyTimeout: 0,
    // Shorter than servers wait, so that they seldom close a socket while we write to it.
    keepAliveTimeout: 4000,
    keepAliveMaxTimeout: 30_000,
  };
  skipInterimResponses();
  const pool = openDispatcher(origin, socketOptions, proxy);
  // Nothing but reads is ever behind another request.
  // So few that reads do meet on them.
  const shared = { ...socketOptions, pipelining, connections: Math.ceil(connections / pipelining) };
  const readPool = pipelining > 1 ? openDispatcher(origin, shared, proxy) : pool;
  // A client may take a file as slowly as it likes: its socket is none of those that calls need.
  const streamPool = openDispatcher(origin, socketOptions, proxy);
  // A call that acts gets a socket of its own, which carries nothing before or after it. A kept one may be closed while
  // we write to it, and then nobody knows what was done; or it may hold an answer to nothing, which would be taken for
  // the answer to this call.
  const freshSockets = openDispatcher(origin, { ...socketOptions, connections: 2 * connections }, proxy);
  let closing: Promise<void> | undefined;
  return {
    send: (request) => {
      const isFresh = request.effect === 'acts';
      const isRead = request.effect === 'reads';
      if (request.stream) {
        const dispatcher = isFresh ? freshSockets : streamPool;
        return sendStreaming(
          dispatcher,
          upstream,
          { ...request, ...(isFresh ? SINGLE_USE : NO_OPTIONS), origin },
          request.stream,
        );
      }
      return new Promise((resolve, reject) => {
        const { signal } = request.callOptions;
        if (signal?.aborted) {
          reject(reasonOf(signal));
          return;
        }
        const { method, path, body = null } = request;
        const headers = uncompressed(request.headers);
        const handler = new ResponseHandler(upstream, request, maxResponseBytes, resolve, reject);
        const dispatcher = isFresh ? freshSockets : isRead ? readPool : pool;
        const socketUse = isFresh ? SINGLE_USE : isRead ? PIPELINED : NO_OPTIONS;
        dispatcher.dispatch({ origin, method, path, headers, body, ...socketUse }, handler);
      });
    },
    close: () =>
      (closing ??= Promise.all(
        [...new Set([pool, readPool, streamPool, freshSockets])].map(async (each) => each.close()),
      ).then(() => undefined)),
  };
}

/** A compressed answer can grow a thousandfold: none is requested, and one that comes is decoded with a limit. */
const uncompressed = amendHeaders({ 'accept-encoding': 'identity' });

/** Collects one answer and resolves or rejects once. */
class ResponseHandler implements Dispatcher.DispatchHandler {
  readonly #upstream: string;
  readonly #request: UpstreamRequest;
  readonly #limit: number;
  readonly #resolve: (response: UpstreamResponse | Promise<UpstreamResponse>) => void;
  readonly #reject: (error: Error) => void;
  #gathered: BodyCollector | undefined;
  #size = 0;
  #status = 0;
  #headers: UpstreamResponse['headers'] = NO_HEADERS;
  #controller: Dispatcher.DispatchController | undefined;
  #settled = false;

  constructor(
    upstream: string,
    request: UpstreamRequest,
    limit: number,
    resolve: (response: UpstreamResponse | Promise<UpstreamResponse>) => void,
    reject: (error: Error) => void,
  ) {
    this.#upstream = upstream;
    this.#request = request;
    this.#limit = limit;
    this.#resolve = resolve;
    this.#reject = reject;
    request.callOptions.signal?.addEventListener('abort', this);
  }

  /** Nobody waits for the answer any more. */
  handleEvent(): void {
    const { signal } = this.#request.callOptions;
    if (signal) this.#giveUp(reasonOf(signal));
  }

  /** Undici is about to write: before this call nothing was sent, after it anything may have been sent. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#settled) {
      controller.abort(new Error('nobody waits for this any more'));
      return;
    }
    this.#controller = controller;
    this.#request.onSent?.();
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    // 1xx come before the answer.
    if (status < 200) return;
    this.#status = status;
    // The first one may have ended in the middle, and been sent again.
    this.#size = 0;
    this.#headers = singleValues(headers);
    const length = Number(this.#headers['content-length']);
    this.#gathered = createBodyCollector(length <= this.#limit ? length : undefined);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size <= this.#limit) {
      this.#gathered?.add(chunk);
      return;
    }
    const message = `${this.#request.operation} answered with more than ${this.#limit} bytes`;
    this.#giveUp(new ProviderFailure(this.#upstream, 'protocol', message, { status: this.#status }));
  }

  onResponseEnd(): void {
    const body = this.#gathered?.toBuffer() ?? NO_BODY;
    if (!this.#settle()) return;
    const response = { status: this.#status, headers: this.#headers, body };
    if (contentEncodingsOf(response).length === 0) {
      this.#resolve(response);
      return;
    }
    const { operation } = this.#request;
    this.#resolve(decompressBody(response, { upstream: this.#upstream, operation, maxBytes: this.#limit }));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const sent = this.#controller ? 'unknown' : 'no';
    if (this.#settle()) this.#reject(toProviderFailure(this.#upstream, this.#request.operation, error, sent));
  }

  #giveUp(reason: Error): void {
    if (!this.#settle()) return;
    this.#reject(reason);
    this.#controller?.abort(reason);
  }

  #settle(): boolean {
    if (this.#settled) return false;
    this.#settled = true;
    this.#request.callOptions.signal?.removeEventListener('abort', this);
    return true;
  }
}

/** Values of content-encoding are joined; of any other header the last value counts. */
function singleValues(headers: Readonly<Record<string, string | string[] | undefined>>): UpstreamResponse['headers'] {
  let single: Record<string, string | string[] | undefined> | undefined;
  for (const name in headers) {
    const value = headers[name];
    if (!Array.isArray(value)) continue;
    single ??= { ...headers };
    single[name] = name === 'content-encoding' ? value.join(',') : value.at(-1);
  }
  return (single ?? headers) as UpstreamResponse['headers'];
}
