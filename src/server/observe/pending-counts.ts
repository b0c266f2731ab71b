interface PendingCount {
  readonly labels: Readonly<Record<string, string>>;
  count: number;
}

/**
 * Counts what happens at each request, by labels of which few are different. A library's counter takes a multiple of that each
 * time: it is told of them when it is asked.
 */
export class PendingCounts {
  readonly #labelNames: readonly string[];
  readonly #byValues = new Map<string, PendingCount>();

  constructor(labelNames: readonly string[]) {
    this.#labelNames = labelNames;
  }

  /** Counts one; values in the order of the names of the labels. */
  add(...values: readonly string[]): void {
    const key = values.join('\n');
    let pending = this.#byValues.get(key);
    if (!pending) {
      const labels = Object.fromEntries(this.#labelNames.map((name, at) => [name, values[at] ?? '']));
      this.#byValues.set(key, (pending = { labels, count: 0 }));
    }
    pending.count += 1;
  }

  /** Reports what was counted since it was asked last. */
  take(report: (labels: Readonly<Record<string, string>>, count: number) => void): void {
    for (const pending of this.#byValues.values()) {
      if (pending.count > 0) report(pending.labels, pending.count);
      pending.count = 0;
    }
  }
}
