/**
 * What one request to the gateway reads once, however many of its fields want it: a hundred contacts that are in the same
 * group share the page of its contacts. Reads in flight are shared as well, but only by those that ask in time.
 */
export class KnownReads {
  readonly #answers = new Map<string, Promise<unknown>>();

  /** The answer to this question, read unless it was asked before; `key` tells it from all others as JSON. */
  once<Answer>(key: readonly unknown[], read: () => Promise<Answer>): Promise<Answer> {
    const text = JSON.stringify(key);
    let answer = this.#answers.get(text);
    if (!answer) this.#answers.set(text, (answer = read()));
    return answer as Promise<Answer>;
  }
}
