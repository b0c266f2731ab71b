import type { Attempt, CallOptions, UpstreamRequest } from './exchange.js';
import { copyAttempt } from './trace.js';

/**
 * Holds the failed attempt of one try until it is known whether another try follows, so that it can say why none does.
 * Attempts without such a status are reported at once.
 */
export class FailedAttempt {
  readonly #callOptions: CallOptions;
  readonly #operation: string;
  readonly #isTransient: (status: number | null) => boolean;
  #isOver = false;
  #held: Attempt | undefined;

  constructor({ operation, callOptions }: UpstreamRequest, isTransient: (status: number | null) => boolean) {
    this.#callOptions = callOptions;
    this.#operation = operation;
    this.#isTransient = isTransient;
  }

  /** Reports an attempt of the try, or holds it. */
  onAttempt(attempt: Attempt): void {
    this.#reportHeld();
    // After an abort no other try follows, and the response to the client may be under way.
    const isHeld =
      !this.#isOver &&
      !this.#callOptions.signal?.aborted &&
      attempt.operation === this.#operation &&
      this.#isTransient(attempt.status);
    if (isHeld) this.#held = attempt;
    else this.#callOptions.onAttempt?.(attempt);
  }

  /** Reports what is held, with this addition, and holds nothing more. */
  report(addition?: Pick<Attempt, 'retryBudgetExhausted'>): void {
    this.#isOver = true;
    this.#reportHeld(addition);
  }

  #reportHeld(addition?: Pick<Attempt, 'retryBudgetExhausted'>): void {
    const held = this.#held;
    this.#held = undefined;
    if (held) this.#callOptions.onAttempt?.(addition ? copyAttempt(held, addition) : held);
  }
}
