import type { Attempt, CallOptions, UpstreamRequest } from './exchange.js';

/**
 * Holds the failed attempt of one try until it is known whether another try follows, so that it can say why none does.
 * Attempts without such a status are reported at once.
 */
export class FailedAttempt {
  /** Options for the try, whose failed attempt is held. */
  readonly callOptions: CallOptions;
  readonly #given: CallOptions;
  readonly #operation: string;
  readonly #isTransient: (status: number | null) => boolean;
  #isOver = false;
  #held: Attempt | undefined;

  constructor({ operation, callOptions }: UpstreamRequest, isTransient: (status: number | null) => boolean) {
    this.#given = callOptions;
    this.#operation = operation;
    this.#isTransient = isTransient;
    this.callOptions = callOptions.onAttempt
      ? {
          ...callOptions,
          onAttempt: (attempt) => {
            this.#receive(attempt);
          },
        }
      : callOptions;
  }

  /** Reports what is held, with this addition, and holds nothing more. */
  report(addition?: Pick<Attempt, 'retryBudgetExhausted'>): void {
    this.#isOver = true;
    this.#reportHeld(addition);
  }

  #receive(attempt: Attempt): void {
    this.#reportHeld();
    // After an abort no other try follows, and the response to the client may be under way.
    const isHeld =
      !this.#isOver &&
      !this.#given.signal?.aborted &&
      attempt.operation === this.#operation &&
      this.#isTransient(attempt.status);
    if (isHeld) this.#held = attempt;
    else this.#given.onAttempt?.(attempt);
  }

  #reportHeld(addition?: Pick<Attempt, 'retryBudgetExhausted'>): void {
    const held = this.#held;
    this.#held = undefined;
    if (held) this.#given.onAttempt?.(addition ? { ...held, ...addition } : held);
  }
}
