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
}

/** A value, or the promise of it: no promise is made where the value is there. */
export type Eventually<Value> = Value | PromiseLike<Value>;

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
