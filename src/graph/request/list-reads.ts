import type { IdentifiedRow } from '../../query/order.js';
import type { Page } from '../../query/select.js';
import { CancelToken, reasonOf } from '../../transport/cancel-token.js';
import type { CallOptions } from '../../transport/exchange.js';
import type { ProviderFailure } from '../../transport/failure.js';
import { isYieldDue, yieldToEventLoop } from '../../transport/yield.js';
import type { ListBackend, ListRequest } from '../ports/list-backend.js';

/**
 * The lists that one request to the gateway reads: fields that want the same list of an upstream read it together. Each
 * goes at its own pace, and the rows are the same objects. Pages are kept for those who have joined and still read.
 * Whoever comes after the first page, or later than a moment, reads the list anew: pages are not kept for who may never
 * come, and the time for the answer would be nearly over.
 */
export class ListReads {
  readonly #joinable = new Map<object, Map<string, ListRead<IdentifiedRow>>>();

  /** Joins the read of this list, or begins it: nothing is asked of the upstream before the first page is. */
  join<Row extends IdentifiedRow>(
    backend: ListBackend<Row>,
    request: ListRequest,
    callOptions: CallOptions,
  ): PageReader<Row> {
    let reads = this.#joinable.get(backend);
    if (!reads) this.#joinable.set(backend, (reads = new Map<string, ListRead<IdentifiedRow>>()));
    const key = JSON.stringify([request.params, request.offset, request.limit]);
    let read = reads.get(key) as ListRead<Row> | undefined;
    if (!read?.mayBeJoined()) {
      const joinable = reads;
      read = new ListRead(backend, request, () => {
        if (joinable.get(key) === read) joinable.delete(key);
      });
      reads.set(key, read as unknown as ListRead<IdentifiedRow>);
    }
    return new PageReader(read, callOptions);
  }
}

/** A page on its way, and what follows it. A reader holds the last one that it has read. */
class Step<Row> {
  page: Promise<IteratorResult<Page<Row>>> | undefined;
  /** Rows of the page that were left out. */
  readonly unreadable: ProviderFailure[] = [];
  next: Step<Row> | undefined;
}

/** For so long a read can be joined: its time for the answer runs for all. */
const JOIN_MS = 100;

/** One read of a list. It is the signal that the read hears. */
class ListRead<Row extends IdentifiedRow> extends CancelToken {
  /** Undefined once the first page is there, or will not come. */
  #begin: Step<Row> | undefined = new Step<Row>();
  readonly #backend: ListBackend<Row>;
  readonly #request: ListRequest;
  readonly #onBegun: () => void;
  readonly #since = performance.now();
  readonly #readers = new Set<CallOptions>();
  /** For whom requests are made: the first who still reads. */
  #leader: CallOptions | undefined;
  #pages: AsyncIterator<Page<Row>> | undefined;
  #last: Step<Row> | undefined;

  constructor(backend: ListBackend<Row>, request: ListRequest, onBegun: () => void) {
    super();
    this.#backend = backend;
    this.#request = request;
    this.#onBegun = onBegun;
  }

  mayBeJoined(): boolean {
    return performance.now() - this.#since < JOIN_MS;
  }

  /** What is before the first page. */
  enter(reader: CallOptions): Step<Row> {
    if (!this.#begin) throw new TypeError('a list is joined before its first page has come');
    this.#readers.add(reader);
    this.#leader ??= reader;
    return this.#begin;
  }

  /** The read ends with the last who leaves. */
  leave(reader: CallOptions, reason: Error): void {
    if (!this.#readers.delete(reader)) return;
    const [next] = this.#readers;
    if (next) {
      this.#leader = next;
      return;
    }
    this.#endBegin();
    this.abort(reason);
    this.#pages?.return?.().catch(() => undefined);
  }

  /** What follows, asked for by the first who needs it. */
  readAfter(step: Step<Row>): Step<Row> {
    if (step.next) return step.next;
    const next = (this.#last = step.next = new Step<Row>());
    next.page = this.#readPage();
    return next;
  }

  async #readPage(): Promise<IteratorResult<Page<Row>>> {
    try {
      this.#pages ??= this.#backend.list(this.#request, this.#callOptions())[Symbol.asyncIterator]();
      return await this.#pages.next();
    } finally {
      this.#endBegin();
    }
  }

  #endBegin(): void {
    if (!this.#begin) return;
    this.#begin = undefined;
    this.#onBegun();
  }

  #callOptions(): CallOptions {
    return {
      ...this.#leader,
      signal: this,
      onAttempt: (attempt) => this.#leader?.onAttempt?.(attempt),
      onUnreadableRow: (failure) => this.#last?.unreadable.push(failure),
    };
  }
}

/** Reads the pages of a list for one field. */
export class PageReader<Row extends IdentifiedRow> implements AsyncIterableIterator<Page<Row>> {
  readonly #callOptions: CallOptions;
  /** What it reads, and the last page that it has read; undefined once it has left. */
  #place: { readonly read: ListRead<Row>; step: Step<Row> } | undefined;
  #stopWaiting: ((reason: Error) => void) | undefined;

  constructor(read: ListRead<Row>, callOptions: CallOptions) {
    this.#callOptions = callOptions;
    this.#place = { read, step: read.enter(callOptions) };
    callOptions.signal?.addEventListener('abort', this);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Page<Row>>> {
    const { signal } = this.#callOptions;
    // Others have read on: their pages need not be waited for, and would all be gone through in one turn.
    if (this.#place?.step.next && isYieldDue()) await yieldToEventLoop();
    if (signal?.aborted) throw reasonOf(signal);
    const place = this.#place;
    if (!place) return { done: true, value: undefined };
    const step = (place.step = place.read.readAfter(place.step));
    try {
      return await this.#arrival(step);
    } finally {
      for (const failure of step.unreadable) this.#callOptions.onUnreadableRow?.(failure);
    }
  }

  return(): Promise<IteratorResult<Page<Row>>> {
    this.#leave(new Error('no further page is needed'));
    return Promise.resolve({ done: true, value: undefined });
  }

  /** Its signal aborts. */
  handleEvent(): void {
    if (!this.#callOptions.signal) return;
    const reason = reasonOf(this.#callOptions.signal);
    // Before the others, whose reason may be another one.
    this.#stopWaiting?.(reason);
    this.#leave(reason);
  }

  #arrival({ page }: Step<Row>): Promise<IteratorResult<Page<Row>>> {
    return new Promise((resolve, reject) => {
      this.#stopWaiting = reject;
      page?.then(resolve, reject);
    });
  }

  #leave(reason: Error): void {
    const place = this.#place;
    this.#place = undefined;
    this.#callOptions.signal?.removeEventListener('abort', this);
    place?.read.leave(this.#callOptions, reason);
  }
}
