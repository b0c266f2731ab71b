import { completeLater, handleErrorLater, handleFieldError } from './execute-field.js';
import { isPromiseLike, type Eventually, type Execution, type Pacing, type Path } from './execution.js';
import type { Completer, FieldPlan } from './field-plan.js';
import { PendingRow } from './pending-row.js';
import { Suspended } from './suspended.js';

/** How each item of a list is completed. */
export interface ItemCompletion {
  readonly complete: Completer;
  readonly isNullable: boolean;
  /** Whether they are objects, which count as things of the answer. */
  readonly areThings: boolean;
}

/** The items of a list; a promise only if one of them is, or where others should have their turn. */
export function completeItems(
  completion: ItemCompletion,
  execution: Execution,
  list: Iterable<unknown>,
  path: Path | undefined,
  field: FieldPlan,
): Eventually<unknown[]> {
  if (Array.isArray(list)) {
    if (completion.areThings) execution.within?.noteThings(list.length);
    const { pacing } = execution;
    const isLong = pacing !== undefined && list.length >= pacing.longList;
    return completeArray([], false, completion, isLong ? shareBelow(execution, pacing) : execution, list, path, field);
  }
  // What is iterated can't be left and come back to.
  const whole = { ...execution, pacing: undefined };
  const items: unknown[] = [];
  let hasPromise = false;
  try {
    for (const item of list) {
      const completed = completeItem(
        completion,
        whole,
        item,
        { prev: path, key: items.length, typename: undefined },
        field,
      );
      if (isPromiseLike(completed)) hasPromise = true;
      items.push(completed);
    }
  } catch (error) {
    failList(error, items, hasPromise);
  }
  return hasPromise ? Promise.all(items) : items;
}

/** Below the items of a long list the same object tends to stand many times. */
function shareBelow(execution: Execution, { mayRepeat }: Pacing): Execution {
  const { shared = { bySelection: new Map(), mayRepeat }, ...unshared } = execution;
  return { ...unshared, below: { ...unshared, shared } };
}

/** Adds the items of an array to those of it that were completed before. */
function completeArray(
  items: unknown[],
  hadPromise: boolean,
  completion: ItemCompletion,
  execution: Execution,
  list: readonly unknown[],
  path: Path | undefined,
  field: FieldPlan,
): Eventually<unknown[]> {
  const { pacing } = execution;
  const isLong = pacing !== undefined && list.length >= pacing.longList;
  let hasPromise = hadPromise;
  const goOn = (): Eventually<unknown[]> => completeArray(items, hasPromise, completion, execution, list, path, field);
  try {
    for (let index = items.length; index < list.length; index += 1) {
      const itemPath = { prev: path, key: index, typename: undefined };
      const completed = completeItem(completion, execution, list[index], itemPath, field);
      if (isPromiseLike(completed)) {
        if (completed instanceof Suspended) {
          return completed.continue(
            (item) => {
              items.push(item);
              hasPromise ||= isPromiseLike(item);
              return goOn();
            },
            (error) => failList(error, items, hasPromise),
          );
        }
        hasPromise = true;
      }
      items.push(completed);
      // Once an item has something loaded, what the others have loaded should be asked for together with it.
      if (isLong && !hasPromise && pacing.isPauseDue(items.length) && items.length < list.length)
        return Suspended.after(pacing.pause(), goOn);
    }
  } catch (error) {
    failList(error, items, hasPromise);
  }
  if (!hasPromise) return items;
  return items.some((item) => item instanceof PendingRow)
    ? awaitRows(items, isLong ? pacing : undefined)
    : Promise.all(items);
}

/** Waits for each result that its rows share once, and then puts it into all of them. */
async function awaitRows(items: readonly unknown[], pacing: Pacing | undefined): Promise<unknown[]> {
  const results = new Set<Promise<void>>();
  const others = items.map((item) => {
    if (!(item instanceof PendingRow)) return item;
    item.addPendingTo(results);
    return undefined;
  });
  const [completed] = await Promise.all([Promise.all(others), Promise.all(results)]);
  let hasPromise = false;
  let failure: { readonly error: unknown } | undefined;
  for (const [index, item] of items.entries()) {
    if (!(item instanceof PendingRow)) continue;
    try {
      completed[index] = item.fill();
      if (isPromiseLike(completed[index])) hasPromise = true;
    } catch (error) {
      // The others have come as well, and their errors are told.
      failure ??= { error };
    }
    if (pacing && !hasPromise && pacing.isPauseDue(index)) await pacing.pause();
  }
  if (failure) failList(failure.error, completed, hasPromise);
  return hasPromise ? Promise.all(completed) : completed;
}

/** Nobody waits for the items before the one that failed any more: their errors must not be unheard ones. */
function failList(error: unknown, items: readonly unknown[], hasPromise: boolean): never {
  if (hasPromise) void Promise.allSettled(items);
  throw error;
}

function completeItem(
  { complete, isNullable }: ItemCompletion,
  execution: Execution,
  item: unknown,
  path: Path,
  field: FieldPlan,
): Eventually<unknown> {
  try {
    const completed = isPromiseLike(item)
      ? completeLater(item, complete, execution, path, field)
      : complete(execution, item, path, field);
    if (!isPromiseLike(completed)) return completed;
    return handleErrorLater(completed, execution, field, path, isNullable);
  } catch (error) {
    return handleFieldError(execution, field, error, path, isNullable);
  }
}
