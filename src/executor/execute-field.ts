import { locatedError, type GraphQLResolveInfo } from 'graphql';

import { isPromiseLike, pathToArray, type Eventually, type Execution, type Path } from './execution.js';
import type { FieldPlan } from './field-plan.js';

/** What an operation tells the resolvers of each of its fields. */
export type OperationInfo = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'rootValue' | 'operation'>;

/** The fields of one selection set on objects of one type. */
export interface SelectionPlan {
  readonly fields: readonly FieldPlan[];
  readonly info: OperationInfo;
}

type Row = Record<string, unknown>;

/** The selected fields of one object; a promise only if one of them is. */
export function executeSelection(
  execution: Execution,
  { fields, info }: SelectionPlan,
  source: unknown,
  path: Path | undefined,
): Eventually<Row> {
  const result: Record<string, unknown> = {};
  let hasPromise = false;
  try {
    for (const field of fields) {
      const value = executeField(execution, field, info, source, path);
      result[field.key] = value;
      if (isPromiseLike(value)) hasPromise = true;
    }
  } catch (error) {
    if (!hasPromise) throw error;
    // The others run to their ends, so that none of them rejects unheard.
    return awaitMembers(result).finally(() => {
      throw error;
    });
  }
  return hasPromise ? awaitMembers(result) : result;
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
  const path = field.needsPath ? pathOf(field, parentPath) : undefined;
  try {
    const value = resolveField(execution, field, info, source, path ?? parentPath);
    const completed = isPromiseLike(value)
      ? value.then((settled) => field.complete(execution, settled, path, field))
      : field.complete(execution, value, path, field);
    if (!isPromiseLike(completed)) return completed;
    return completed.then(undefined, (error: unknown) =>
      handleFieldError(execution, field, error, path ?? pathOf(field, parentPath), field.isNullable),
    );
  } catch (error) {
    return handleFieldError(execution, field, error, path ?? pathOf(field, parentPath), field.isNullable);
  }
}

/** Keeps the error and gives null where null is allowed; throws it to the field above elsewhere. */
export function handleFieldError(
  { errors }: Execution,
  { nodes }: FieldPlan,
  error: unknown,
  path: Path,
  isNullable: boolean,
): null {
  const located = locatedError(error, nodes, pathToArray(path));
  if (!isNullable) throw located;
  errors.add(located, path);
  return null;
}

function resolveField(
  execution: Execution,
  field: FieldPlan,
  info: OperationInfo,
  source: unknown,
  path: Path | undefined,
): unknown {
  const { resolve, name } = field;
  if (resolve === undefined) {
    if (typeof source !== 'object' || source === null) return undefined;
    return (source as Row)[name];
  }
  if (field.readsProperty) {
    const value = (source as Row)[name];
    if (value !== undefined) return value;
  }
  const { nodes, parentType, returnType } = field;
  const { contextValue, variableValues } = execution;
  return resolve(source, field.argumentsOf(execution), contextValue, {
    fieldName: name,
    fieldNodes: nodes,
    returnType,
    parentType,
    path: field.needsPath && path !== undefined ? path : pathOf(field, path),
    schema: info.schema,
    fragments: info.fragments,
    rootValue: info.rootValue,
    operation: info.operation,
    variableValues,
  });
}

function pathOf({ key, parentType }: FieldPlan, prev: Path | undefined): Path {
  return { prev, key, typename: parentType.name };
}

function awaitMembers(members: Row): Promise<Row> {
  const keys = Object.keys(members);
  return Promise.all(Object.values(members)).then((values) => {
    const result: Row = {};
    for (const [index, key] of keys.entries()) result[key] = values[index];
    return result;
  });
}
