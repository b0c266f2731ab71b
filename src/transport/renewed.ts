/*
 * A Map or a Set that lives as long as the process, and whose entries come and go with each request, keeps garbage alive:
 * whenever V8 makes its table anew, the old table goes on holding the entries that it had, and the new table. Once one of
 * these tables has become old, nothing in the chain behind it is collected before the next full collection: not the
 * entries, not what they hold, not the tables. Measured: a collection of the young took seven times as long. So these here
 * move to a new Map or Set now and then, and leave an empty one behind.
 */

/** After so many deletions, or as many as there are entries. */
const RENEW_AFTER = 32;

/** A Map for entries that come and go. */
export class RenewedMap<Key, Value> {
  #entries = new Map<Key, Value>();
  #deleted = 0;

  get(key: Key): Value | undefined {
    return this.#entries.get(key);
  }

  set(key: Key, value: Value): void {
    this.#entries.set(key, value);
  }

  delete(key: Key): void {
    if (!this.#entries.delete(key)) return;
    this.#deleted += 1;
    if (this.#deleted >= Math.max(RENEW_AFTER, this.#entries.size)) this.#moveTo(new Map(this.#entries));
  }

  clear(): void {
    this.#moveTo(new Map());
  }

  #moveTo(entries: Map<Key, Value>): void {
    const left = this.#entries;
    this.#entries = entries;
    this.#deleted = 0;
    left.clear();
  }
}

/** A Set for values that come and go; in the order in which they came. */
export class RenewedSet<Value> implements Iterable<Value> {
  #values = new Set<Value>();
  #deleted = 0;

  get size(): number {
    return this.#values.size;
  }

  add(value: Value): void {
    this.#values.add(value);
  }

  /** Whether it was there. */
  delete(value: Value): boolean {
    if (!this.#values.delete(value)) return false;
    this.#deleted += 1;
    if (this.#deleted >= Math.max(RENEW_AFTER, this.#values.size)) {
      const left = this.#values;
      this.#values = new Set(left);
      this.#deleted = 0;
      left.clear();
    }
    return true;
  }

  [Symbol.iterator](): Iterator<Value> {
    return this.#values.values();
  }
}
