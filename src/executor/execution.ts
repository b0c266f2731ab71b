import type { GraphQLError, GraphQLResolveInfo } from 'graphql';

/** The way to a value, from its end: what graphql-js calls a path. */
export type Path = GraphQLResolveInfo['path'];

/** Lets others have their turn in the middle of long lists. */
export interface Pacing {
  /** How many items a list has at least that is interrupted. What items of shorter ones load is asked for at once. */
  readonly longList: number;
  /** Whether others should have their turn, after so many items. */
  readonly isPauseDue: (completedItems: number) => boolean;
  readonly pause: () => Promise<void>;
  /** Whether a result whose lists hold so many things may stand in one more place. Where not, it is made anew there. */
  readonly mayRepeat: (contextValue: unknown, things: number) => boolean;
}

/** What one run of a compiled operation carries. */
export interface Execution {
  readonly contextValue: unknown;
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly errors: CollectedErrors;
  /** Undefined where lists are completed without a pause. */
  readonly pacing: Pacing | undefined;
  /** Coerced arguments by the slot of their field: the same for every row. */
  readonly argumentValues: Array<Readonly<Record<string, unknown>> | undefined>;
  /** What carries the fields of the objects from here on: below the items of a long list their results are shared. */
  readonly below?: Execution;
  /** Undefined where each place has its objects executed for itself. */
  readonly shared?: SharedResults;
  /** The innermost shared result that this work is a part of. */
  readonly within?: SharedResult;
}

/** Results of objects below the items of a long list, by the selection on them. */
export interface SharedResults {
  readonly bySelection: Map<object, Map<unknown, SharedResult>>;
  readonly mayRepeat: Pacing['mayRepeat'];
}

/** What came of one selection on one object, for all places where this very object stands. */
export class SharedResult {
  /** Undefined before it is there, and where it can't be shared: each error is told with a path of its own. */
  value: Readonly<Record<string, unknown>> | undefined;
  /** Ends well, with or without a value; undefined where nothing has to be waited for. */
  pending: Promise<void> | undefined;
  hasErrors = false;
  /** How many things its lists hold. */
  things = 0;
  readonly #outer: SharedResult | undefined;

  constructor(outer: SharedResult | undefined) {
    this.#outer = outer;
  }

  noteError(): void {
    this.hasErrors = true;
    this.#outer?.noteError();
  }

  noteThings(count: number): void {
    this.things += count;
    this.#outer?.noteThings(count);
  }
}

/** A value, or the promise of it: no promise is made where the value is there. */
export type Eventually<Value> = Value | PromiseLike<Value>;

/** A value that comes together with others, such as one column of many rows: it is waited for only once for all of them. */
export interface BatchedValue extends PromiseLike<unknown> {
  /** It never rejects. */
  readonly batch: Promise<void>;
  /** The value itself, once the batch has ended; what it throws is the error of the field. */
  readonly read: () => unknown;
}

export function isBatched(value: PromiseLike<unknown>): value is BatchedValue {
  return (value as Partial<BatchedValue>).batch instanceof Promise;
}

/** The errors of fields, without those below a position that another error already made null. */
export class CollectedErrors {
  readonly errors: GraphQLError[] = [];
  readonly #positions = new Set<Path | undefined>();

  add(error: GraphQLError, path: Path | undefined): void {
    if (this.#positions.size > 0 && this.#isNulled(path)) return;
    this.#positions.add(path);
    this.errors.push(error);
  }

  #isNulled(path: Path | undefined): boolean {
    for (let each = path; each !== undefined; each = each.prev) if (this.#positions.has(each)) return true;
    return this.#positions.has(undefined);
  }
}

export function isPromiseLike<Value>(value: Eventually<Value>): value is PromiseLike<Value> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}

/** Keys from the root to the end of a path. */
export function pathToArray(path: Path | undefined): Array<string | number> {
  const keys: Array<string | number> = [];
  for (let each = path; each !== undefined; each = each.prev) keys.push(each.key);
  return keys.reverse();
}
