import type { IdentifiedRow } from '../../query/order.js';
import type { Page } from '../../query/select.js';
import { CancelToken, reasonOf } from '../../transport/cancel-token.js';
import type { CallOptions } from '../../transport/exchange.js';
import type { ProviderFailure } from '../../transport/failure.js';
import type { ListBackend, ListRequest } from '../ports/list-backend.js';

/**
 * The lists that one request to the gateway reads: fields that want the same list of an upstream read it together. Each
 * goes at its own pace, and the rows are the same objects. Whoever comes after its first page has come reads it anew, so
 * that no page is kept for those who may never come.
 */
export class ListReads {
  readonly #joinable = new Map<object, Map<string, SharedRead<IdentifiedRow>>>();

  /** Joins the read of this list, or begins it: nothing is asked of the upstream before the first page is. */
  join<Row extends IdentifiedRow>(
    backend: ListBackend<Row>,
    request: ListRequest,
    callOptions: CallOptions,
  ): PageReader<Row> {
    let reads = this.#joinable.get(backend);
    if (!reads) this.#joinable.set(backend, (reads = new Map<string, SharedRead<IdentifiedRow>>()));
    const key = JSON.stringify([request.params, request.offset, request.limit]);
    let read = reads.get(key) as SharedRead<Row> | undefined;
    if (!read) {
      const joinable = reads;
      read = new SharedRead(backend, request, () => {
        if (joinable.get(key) === read) joinable.delete(key);
      });
      reads.set(key, read as unknown as SharedRead<IdentifiedRow>);
    }
    return new PageReader(read, callOptions);
  }
}

/** A page on its way, and what follows it. Whoever reads holds only the last one that it has read. */
class Step<Row> {
  page: Promise<IteratorResult<Page<Row>>> | undefined;
  /** Rows of the page that were left out. */
  readonly unreadable: ProviderFailure[] = [];
  next: Step<Row> | undefined;
}

/** One read of a list. It is the signal that the read hears. */
class SharedRead<Row extends IdentifiedRow> extends CancelToken {
  /** Undefined once the first page is there. */
  #begin: Step<Row> | undefined = new Step<Row>();
  readonly #backend: ListBackend<Row>;
  readonly #request: ListRequest;
  readonly #onBegun: () => void;
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
    void this.#pages?.return?.();
  }

  /** What follows, asked for by the first who needs it. */
  readAfter(step: Step<Row>): Step<Row> {
    if (step.next) return step.next;
    const next = (this.#last = step.next = new Step<Row>());
    next.page = this.#readPage();
    return next;
  }

  async #readPage(): Promise<IteratorResult<Page<Row>>> {
    this.#pages ??= this.#backend.list(this.#request, this.#callOptions())[Symbol.asyncIterator]();
    try {
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
  readonly #read: SharedRead<Row>;
  readonly #callOptions: CallOptions;
  #at: Step<Row>;

  constructor(read: SharedRead<Row>, callOptions: CallOptions) {
    this.#read = read;
    this.#callOptions = callOptions;
    this.#at = read.enter(callOptions);
    callOptions.signal?.addEventListener('abort', this);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Page<Row>>> {
    this.#throwIfAborted();
    const step = (this.#at = this.#read.readAfter(this.#at));
    const result = await step.page;
    this.#throwIfAborted();
    for (const failure of step.unreadable) this.#callOptions.onUnreadableRow?.(failure);
    return result ?? { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<Page<Row>>> {
    this.#leave(new Error('no further page is needed'));
    return Promise.resolve({ done: true, value: undefined });
  }

  /** Its signal aborts. */
  handleEvent(): void {
    if (this.#callOptions.signal) this.#leave(reasonOf(this.#callOptions.signal));
  }

  #leave(reason: Error): void {
    this.#callOptions.signal?.removeEventListener('abort', this);
    this.#read.leave(this.#callOptions, reason);
  }

  #throwIfAborted(): void {
    const { signal } = this.#callOptions;
    if (signal?.aborted) throw reasonOf(signal);
  }
}
