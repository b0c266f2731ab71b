/** Called when a signal aborts. What is there for the whole call listens itself, without a function of its own. */
export type AbortListener = (() => void) | { readonly handleEvent: () => void };

/** Tells that an answer is not needed any more, and why. An AbortSignal is one, too. */
export interface CancelSignal {
  readonly aborted: boolean;
  /** Undefined until it aborts. */
  readonly reason: unknown;
  readonly addEventListener: (type: 'abort', listener: AbortListener) => void;
  readonly removeEventListener: (type: 'abort', listener: AbortListener) => void;
}

/** Why a signal aborted, as an Error. */
export function reasonOf(signal: CancelSignal): Error {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason : new Error('aborted', { cause: reason });
}

/**
 * A signal with what aborts it, for a small part of what an AbortController costs: every request to an upstream passes
 * several. It aborts with its parent, until it is detached.
 */
export class CancelToken implements CancelSignal {
  #reason: Error | undefined;
  /** Nearly always there is one listener only. */
  #listener: AbortListener | undefined;
  #others: Set<AbortListener> | undefined;
  readonly #parent: CancelSignal | undefined;

  constructor(parent?: CancelSignal) {
    this.#parent = parent;
    if (!parent) return;
    if (parent.aborted) this.#reason = reasonOf(parent);
    else parent.addEventListener('abort', this);
  }

  get aborted(): boolean {
    return this.#reason !== undefined;
  }

  get reason(): Error | undefined {
    return this.#reason;
  }

  /** Its parent aborts. */
  handleEvent(): void {
    if (this.#parent) this.abort(reasonOf(this.#parent));
  }

  /** Aborts once; later reasons are not heard. */
  abort(reason: Error): void {
    if (this.#reason) return;
    this.#reason = reason;
    this.detach();
    const listener = this.#listener;
    this.#listener = undefined;
    if (listener) call(listener);
    // One of them may take another back.
    if (this.#others) for (const other of this.#others) call(other);
    this.#others = undefined;
  }

  /** Its parent no longer matters, and does not hold it any more. */
  detach(): void {
    this.#parent?.removeEventListener('abort', this);
  }

  addEventListener(_: 'abort', listener: AbortListener): void {
    if (!this.#listener) this.#listener = listener;
    else (this.#others ??= new Set()).add(listener);
  }

  removeEventListener(_: 'abort', listener: AbortListener): void {
    if (this.#listener === listener) this.#listener = undefined;
    else this.#others?.delete(listener);
  }
}

function call(listener: AbortListener): void {
  if (typeof listener === 'function') listener();
  else listener.handleEvent();
}
