import { locatedError } from 'graphql';

import { BatchedField } from './batched-field.js';
import {
  isBatched,
  isPromiseLike,
  pathToArray,
  type BatchedValue,
  type Eventually,
  type Execution,
  type Path,
} from './execution.js';
import type { Completer, FieldPlan, OperationInfo, SelectionPlan } from './field-plan.js';
import { PendingResult } from './pending-result.js';
import { fieldPath, resolveField } from './resolve-field.js';
import { awaitMembers, PendingRow, type Row } from './pending-row.js';
import { executeOnce, SharedPlace, type PlaceWork } from './shared-place.js';
import { Suspended } from './suspended.js';

/** The selected fields of one object; a promise only if one of them is. */
export function executeSelection(
  execution: Execution,
  selection: SelectionPlan,
  source: unknown,
  path: Path | undefined,
): Eventually<Row> {
  const { shared } = execution;
  return shared !== undefined && selection.isWorthSharing
    ? executeOnce(PLACE_WORK, shared, execution, selection, source, path)
    : executeAnew(execution, selection, source, path);
}

const PLACE_WORK: PlaceWork = { execute: executeAnew, handleError: handleFieldError };

function executeAnew(
  execution: Execution,
  selection: SelectionPlan,
  source: unknown,
  path: Path | undefined,
): Eventually<Row> {
  const { plain } = selection;
  const read = plain.read(source);
  return read === undefined
    ? executeFrom(0, {}, false, execution, selection, source, path)
    : plain.count === selection.fields.length
      ? read
      : executeFrom(plain.count, read, false, execution, selection, source, path);
}

/** Adds the fields from this one on to those that an object has already. */
function executeFrom(
  first: number,
  result: Record<string, unknown>,
  hadPromise: boolean,
  execution: Execution,
  selection: SelectionPlan,
  source: unknown,
  path: Path | undefined,
): Eventually<Row> {
  const { fields, info } = selection;
  const below = execution.below ?? execution;
  let hasPromise = hadPromise;
  let hasPlace = false;
  try {
    for (let index = first; index < fields.length; index += 1) {
      const field = fields[index];
      if (!field) break;
      const value = executeField(below, field, info, source, path);
      if (isPromiseLike(value)) {
        if (value instanceof Suspended)
          return continueFrom(index, value, hasPromise || hasPlace, result, execution, selection, source, path);
        if (value instanceof PendingResult) hasPlace = true;
        else hasPromise = true;
      }
      result[field.key] = value;
    }
  } catch (error) {
    return failObject(error, result, hasPromise || hasPlace);
  }
  if (hasPromise) return awaitMembers(result);
  return hasPlace ? new PendingRow(result, PLACE_WORK, execution, path) : result;
}

/*
 * Functions that are called for each field of each row make no closures: what a closure may need of a call is on the
 * heap for every call. Those below are called only where there is something to wait for.
 */

/** Adds this field to an object once it is there, and those after it. */
function continueFrom(
  index: number,
  suspended: Suspended<unknown>,
  hasPromise: boolean,
  result: Row,
  execution: Execution,
  selection: SelectionPlan,
  source: unknown,
  path: Path | undefined,
): Eventually<Row> {
  return suspended.continue(
    (completed): Eventually<Row> => {
      const key = selection.fields[index]?.key;
      if (key !== undefined) result[key] = completed;
      const hasPending = Object.values(result).some(isPromiseLike);
      return executeFrom(index + 1, result, hasPending, execution, selection, source, path);
    },
    (error) => failObject(error, result, hasPromise),
  );
}

/** Fails with this error when the other fields have run to their ends, so that none of them rejects unheard. */
function failObject(error: unknown, result: Row, hasPromise: boolean): Promise<never> {
  if (!hasPromise) throw error;
  return awaitMembers(result).finally(() => {
    throw error;
  }) as Promise<never>;
}

/** The selected fields of the root one after another: the next begins when the one before has ended. */
export function executeSerially(
  execution: Execution,
  { fields, info }: SelectionPlan,
  source: unknown,
): Eventually<Row> {
  const result: Row = {};
  let previous: Eventually<Row> = result;
  for (const field of fields) {
    const executeNext = (): Eventually<Row> => {
      const value = executeField(execution, field, info, source, undefined);
      if (!isPromiseLike(value)) {
        result[field.key] = value;
        return result;
      }
      return value.then((settled) => {
        result[field.key] = settled;
        return result;
      });
    };
    previous = isPromiseLike(previous) ? previous.then(executeNext) : executeNext();
  }
  return previous;
}

/** One field of one object: resolved, completed, and null with an error where that fails. */
export function executeField(
  execution: Execution,
  field: FieldPlan,
  info: OperationInfo,
  source: unknown,
  parentPath: Path | undefined,
): Eventually<unknown> {
  if (field.constant !== undefined) return field.constant;
  const path = field.needsPath ? fieldPath(field, parentPath) : undefined;
  try {
    const value = resolveField(execution, field, info, source, path ?? parentPath);
    // An error that makes more null than its field is told as graphql-js tells it, and that depends on promises.
    if (field.isNullable && isPromiseLike(value) && isBatched(value))
      return new BatchedField(completeBatched, execution, field, value, path, parentPath);
    const completed = isPromiseLike(value)
      ? completeLater(value, field.complete, execution, path, field)
      : field.complete(execution, value, path, field);
    if (!isPromiseLike(completed)) return completed;
    return handleErrorLater(completed, execution, field, path ?? fieldPath(field, parentPath), field.isNullable);
  } catch (error) {
    return handleFieldError(execution, field, error, path ?? fieldPath(field, parentPath), field.isNullable);
  }
}

function completeBatched(
  execution: Execution,
  field: FieldPlan,
  value: BatchedValue,
  path: Path | undefined,
  parentPath: Path | undefined,
): Eventually<unknown> {
  try {
    const completed = field.complete(execution, value.read(), path, field);
    if (!isPromiseLike(completed)) return completed;
    return handleErrorLater(completed, execution, field, path ?? fieldPath(field, parentPath), field.isNullable);
  } catch (error) {
    return handleFieldError(execution, field, error, path ?? fieldPath(field, parentPath), field.isNullable);
  }
}

/** Completes a value once it is there. */
export function completeLater(
  value: PromiseLike<unknown>,
  complete: Completer,
  execution: Execution,
  path: Path | undefined,
  field: FieldPlan,
): PromiseLike<unknown> {
  return value.then((settled) => complete(execution, settled, path, field));
}

/** Has errors handled that come later, whether in a promise or in work that goes on after a pause. */
export function handleErrorLater(
  completed: PromiseLike<unknown>,
  execution: Execution,
  field: FieldPlan,
  path: Path,
  isNullable: boolean,
): PromiseLike<unknown> {
  if (completed instanceof SharedPlace || completed instanceof PendingRow)
    return completed.handleErrors(field, isNullable);
  const handle = (error: unknown): unknown => handleFieldError(execution, field, error, path, isNullable);
  if (!(completed instanceof Suspended)) return completed.then(undefined, handle);
  return (completed as Suspended<unknown>).continue(
    (value) => (isPromiseLike(value) ? value.then(undefined, handle) : value),
    handle,
  );
}

/** Keeps the error and gives null where null is allowed; throws it to the field above elsewhere. */
export function handleFieldError(
  { errors, within }: Execution,
  { nodes }: FieldPlan,
  error: unknown,
  path: Path,
  isNullable: boolean,
): null {
  const located = locatedError(error, nodes, pathToArray(path));
  if (!isNullable) throw located;
  within?.noteError();
  errors.add(located, path);
  return null;
}
