import type { GraphQLResolveInfo } from 'graphql';

import type { Execution, Path } from './execution.js';
import type { FieldPlan, OperationInfo } from './field-plan.js';

/** What the resolver of a field gives, or its property where it has none. */
export function resolveField(
  execution: Execution,
  field: FieldPlan,
  info: OperationInfo,
  source: unknown,
  path: Path | undefined,
): unknown {
  const { resolve, name } = field;
  if (resolve === undefined) {
    if ((typeof source !== 'object' && typeof source !== 'function') || source === null) return undefined;
    const value = (source as Record<string, unknown>)[name];
    if (typeof value !== 'function') return value;
    // Once more, so that it is called as a method: as graphql-js calls it.
    return (source as Record<string, Method>)[name]?.(
      field.argumentsOf(execution),
      execution.contextValue,
      infoOf(execution, field, info, path),
    );
  }
  if (field.readsProperty) {
    const value = (source as Record<string, unknown>)[name];
    if (value !== undefined) return value;
  }
  return resolve(source, field.argumentsOf(execution), execution.contextValue, infoOf(execution, field, info, path));
}

type Method = (args: object, contextValue: unknown, info: GraphQLResolveInfo) => unknown;

function infoOf(
  { variableValues }: Execution,
  field: FieldPlan,
  { schema, fragments, rootValue, operation }: OperationInfo,
  path: Path | undefined,
): GraphQLResolveInfo {
  const { name, nodes, parentType, returnType } = field;
  return {
    fieldName: name,
    fieldNodes: nodes,
    returnType,
    parentType,
    path: field.needsPath && path !== undefined ? path : fieldPath(field, path),
    schema,
    fragments,
    rootValue,
    operation,
    variableValues,
  };
}

export function fieldPath({ key, parentType }: FieldPlan, prev: Path | undefined): Path {
  return { prev, key, typename: parentType.name };
}
