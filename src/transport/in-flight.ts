import { reasonOf, toError } from './abort.js';
import { CancelToken, type CancelSignal } from './cancel-token.js';

/** Work in progress that several callers may wait for. It is the signal that the work must hear. */
export class InFlight<T> extends CancelToken {
  readonly #onEnd: () => void;
  #waiters: Array<Waiter<T>> = [];
  #isOver = false;

  /** `onEnd` is called once, when the work is over or abandoned; it must not be joined after that. */
  constructor(onEnd: () => void) {
    super();
    this.#onEnd = onEnd;
  }

  /** Whoever waits gets the outcome of this work. */
  settleWith(work: Promise<T>): void {
    work.then(
      (value) => {
        for (const { resolve } of this.#dismiss()) resolve(value);
      },
      (error: unknown) => {
        const reason = toError(error);
        for (const { reject } of this.#dismiss()) reject(reason);
      },
    );
  }

  /** The outcome, or this signal's reason. The work is aborted when the last caller has stopped waiting. */
  join(signal: CancelSignal | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const waiter = new Waiter(this, signal, resolve, reject);
      if (this.#waiters.length === 0) this.#waiters = [waiter];
      else this.#waiters.push(waiter);
      if (signal?.aborted) this.leave(waiter, reasonOf(signal));
      else signal?.addEventListener('abort', waiter);
    });
  }

  leave(waiter: Waiter<T>, reason: Error): void {
    waiter.release();
    waiter.reject(reason);
    this.#waiters = this.#waiters.filter((each) => each !== waiter);
    if (this.#waiters.length === 0) this.abort(reason);
  }

  /** Aborts the work for all who wait. */
  override abort(reason: Error): void {
    this.#end();
    super.abort(reason);
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#onEnd();
  }

  #dismiss(): ReadonlyArray<Waiter<T>> {
    this.#end();
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const waiter of waiters) waiter.release();
    return waiters;
  }
}

class Waiter<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Error) => void;
  readonly #work: InFlight<T>;
  readonly #signal: CancelSignal | undefined;

  constructor(
    work: InFlight<T>,
    signal: CancelSignal | undefined,
    resolve: (value: T) => void,
    reject: (reason: Error) => void,
  ) {
    this.#work = work;
    this.#signal = signal;
    this.resolve = resolve;
    this.reject = reject;
  }

  /** Its signal aborts. */
  handleEvent(): void {
    if (this.#signal) this.#work.leave(this, reasonOf(this.#signal));
  }

  release(): void {
    this.#signal?.removeEventListener('abort', this);
  }
}
