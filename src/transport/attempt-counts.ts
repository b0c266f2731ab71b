/** How often each operation was sent for one call. Nearly always that is one operation. */
export class AttemptCounts {
  readonly #operation: string;
  #count = 0;
  #others: Map<string, number> | undefined;

  /** @param operation the one that the call is for */
  constructor(operation: string) {
    this.#operation = operation;
  }

  /** How often it was sent, this time included. */
  add(operation: string): number {
    if (operation === this.#operation) return (this.#count += 1);
    const count = this.get(operation) + 1;
    (this.#others ??= new Map()).set(operation, count);
    return count;
  }

  get(operation: string): number {
    return operation === this.#operation ? this.#count : (this.#others?.get(operation) ?? 0);
  }
}
