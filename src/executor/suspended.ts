import type { Eventually } from './execution.js';

/** What work came to, which may be a promise: in a box, since a promise would wait for it. */
interface Outcome<Value> {
  readonly of: Eventually<Value>;
}

/**
 * Work that was interrupted, although nothing in it has to be waited for. Unlike a promise it is waited for by all that
 * would come after it, so that resolvers are called and errors found in the order in which they are without a pause.
 */
export class Suspended<Value> implements PromiseLike<Value> {
  readonly #outcome: Promise<Outcome<Value>>;

  constructor(outcome: Promise<Outcome<Value>>) {
    this.#outcome = outcome;
  }

  /** What comes next: `failed` takes what the work threw, not what a promise that it came to rejects with. */
  continue<Next>(
    next: (value: Eventually<Value>) => Eventually<Next>,
    failed?: (error: unknown) => Eventually<Next>,
  ): Suspended<Next> {
    return new Suspended(
      this.#outcome.then(({ of }) => toOutcome(next(of)), failed && ((error: unknown) => toOutcome(failed(error)))),
    );
  }

  then<Fulfilled = Value, Rejected = never>(
    onFulfilled?: ((value: Value) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    return this.#outcome.then(({ of }) => of).then(onFulfilled, onRejected);
  }

  /** Goes on with work after a pause. */
  static after<Value>(pause: Promise<void>, goOn: () => Eventually<Value>): Suspended<Value> {
    return new Suspended(pause.then(() => toOutcome(goOn())));
  }

  /** What the work comes to, where it may be interrupted again. */
  static outcomeOf<Value>(suspended: Suspended<Value>): Promise<Outcome<Value>> {
    return suspended.#outcome;
  }
}

function toOutcome<Value>(value: Eventually<Value>): Outcome<Value> | Promise<Outcome<Value>> {
  return value instanceof Suspended ? Suspended.outcomeOf(value as Suspended<Value>) : { of: value };
}
