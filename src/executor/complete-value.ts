import {
  getNamedType,
  GraphQLError,
  GraphQLID,
  GraphQLString,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';

import { completeItems } from './complete-items.js';
import { executeSelection } from './execute-field.js';
import type { Completer, FieldPlan, SelectionPlan } from './field-plan.js';

/** What completing values of objects needs: the fields selected on each type of object. */
export interface ObjectCompletion {
  readonly schema: GraphQLSchema;
  readonly selectionOf: (type: GraphQLObjectType) => SelectionPlan;
}

/** Completes the values of a field of this type. */
export function createCompleter(type: GraphQLOutputType, objects: ObjectCompletion): Completer {
  if (isNonNullType(type)) return requireValue(createCompleter(type.ofType, objects));
  const complete = completePresentValue(type, objects);
  return (execution, value, path, field) => {
    if (value instanceof Error) throw value;
    return value === null || value === undefined ? null : complete(execution, value, path, field);
  };
}

function completePresentValue(type: GraphQLOutputType, objects: ObjectCompletion): Completer {
  if (isListType(type)) return completeList(type.ofType as GraphQLOutputType, objects);
  if (isLeafType(type)) return completeLeaf(type);
  if (isAbstractType(type)) return completeAbstract(type, objects);
  if (isObjectType(type)) {
    let selection: SelectionPlan | undefined;
    return (execution, value, path) =>
      executeSelection(execution, (selection ??= objects.selectionOf(type)), value, path);
  }
  throw new TypeError(`${inspect(type)} is no type of a value`);
}

function requireValue(complete: Completer): Completer {
  return (execution, value, path, field) => {
    const completed = complete(execution, value, path, field);
    if (completed !== null) return completed;
    throw new Error(`Cannot return null for non-nullable field ${field.parentType.name}.${field.name}.`);
  };
}

function completeLeaf(type: GraphQLLeafType): Completer {
  const isOfText = isText(type);
  return (_execution, value) => {
    if (isOfText && typeof value === 'string') return value;
    const serialized: unknown = type.serialize(value);
    if (serialized !== null && serialized !== undefined) return serialized;
    throw new Error(
      `Expected \`${inspect(type)}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(serialized)}`,
    );
  };
}

function completeList(itemType: GraphQLOutputType, objects: ObjectCompletion): Completer {
  const items = {
    complete: createCompleter(itemType, objects),
    isNullable: !isNonNullType(itemType),
    areThings: isCompositeType(getNamedType(itemType)),
  };
  const isOfTexts = isText(isNonNullType(itemType) ? itemType.ofType : itemType);
  return (execution, list, path, field) => {
    // They are completed already.
    if (isOfTexts && isTexts(list)) return list;
    if (isIterable(list)) return completeItems(items, execution, list, path, field);
    throw new GraphQLError(
      `Expected Iterable, but did not find one for field "${field.parentType.name}.${field.name}".`,
    );
  };
}

function completeAbstract(type: GraphQLAbstractType, objects: ObjectCompletion): Completer {
  const selections = new Map<unknown, SelectionPlan>();
  return (execution, value, path, field) => {
    const name = typeNameOf(value);
    let selection = selections.get(name);
    if (!selection) {
      selection = objects.selectionOf(checkRuntimeType(type, name, objects.schema, field));
      selections.set(name, selection);
    }
    return executeSelection(execution, selection, value, path);
  };
}

function typeNameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { __typename: name } = value as { __typename?: unknown };
  return typeof name === 'string' ? name : undefined;
}

/** The type that a value names, in graphql-js's words where it is none of the field's types. */
function checkRuntimeType(
  abstractType: GraphQLAbstractType,
  name: string | undefined,
  schema: GraphQLSchema,
  { parentType, name: fieldName, nodes }: FieldPlan,
): GraphQLObjectType {
  const { name: abstractName } = abstractType;
  if (name === undefined) {
    throw new GraphQLError(
      `Abstract type "${abstractName}" must resolve to an Object type at runtime for field "${parentType.name}.${fieldName}". Either the "${abstractName}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
      { nodes },
    );
  }
  const type = schema.getType(name);
  if (!type) {
    throw new GraphQLError(
      `Abstract type "${abstractName}" was resolved to a type "${name}" that does not exist inside the schema.`,
      { nodes },
    );
  }
  if (!isObjectType(type)) {
    throw new GraphQLError(`Abstract type "${abstractName}" was resolved to a non-object type "${name}".`, { nodes });
  }
  if (!schema.isSubType(abstractType, type)) {
    throw new GraphQLError(`Runtime Object type "${name}" is not a possible type for "${abstractName}".`, { nodes });
  }
  return type;
}

function isText(type: GraphQLOutputType): boolean {
  return type === GraphQLString || type === GraphQLID;
}

function isTexts(list: unknown): list is string[] {
  if (!Array.isArray(list)) return false;
  for (const item of list) if (typeof item !== 'string') return false;
  return true;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function'
  );
}
