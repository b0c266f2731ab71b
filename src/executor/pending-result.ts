import type { Eventually } from './execution.js';

/** What one member of an object waits for together with others: in a long list there are many of each. */
export abstract class PendingResult<Value = unknown> implements PromiseLike<Value> {
  /** It never rejects; undefined where there is nothing to wait for any more. */
  abstract get pending(): Promise<void> | undefined;

  /** The member, once that has ended, with its errors handled. */
  abstract settle(): Eventually<unknown>;

  then<Fulfilled = Value, Rejected = never>(
    onFulfilled?: ((value: Value) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    return Promise.resolve(this.pending)
      .then(() => this.settle() as Eventually<Value>)
      .then(onFulfilled, onRejected);
  }
}
