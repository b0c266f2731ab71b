import type { ApolloServerPlugin } from '@apollo/server';
import { getNamedType, GraphQLError, isCompositeType, isObjectType, Kind } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';

import { ErrorCode } from '../graph/errors.js';
import type { ServedContext } from './request.js';

/** Rows that one operation may read in all: lists inside lists multiply. */
export const MOST_ROWS = 20_000;
/** Fields at the root, aliases counted each. */
export const MOST_ROOT_FIELDS = 20;
/** Lists without `first` (gateways) and a missing `first`. */
const USUAL_ROWS = 50;

/** Refuses, before anything is sent, an operation that asks for more than one request should. */
export const limits: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (operation) checkOperation(schema, document, operation, request.variables ?? {});
    },
  }),
};

/** Throws BUDGET_EXCEEDED with what was counted and what to do. */
export function checkOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const root = schema.getRootType(operation.operation);
  if (!root) return;
  const counting = { schema, variables: withDefaults(operation, variables), fragments: fragmentsOf(document) };
  const fields = fieldsOf(operation.selectionSet, root, counting);
  if (fields.length > MOST_ROOT_FIELDS) {
    throw exceeded(`an operation has at most ${MOST_ROOT_FIELDS} fields at its root, not ${fields.length}`);
  }
  const rows = rowsOf(operation.selectionSet, root, 1, counting);
  if (rows > MOST_ROWS) {
    throw exceeded(
      `this operation may read ${rows} rows, more than ${MOST_ROWS}: lists inside lists multiply, so ask for fewer with "first"`,
    );
  }
}

interface Counting {
  readonly schema: GraphQLSchema;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Rows of all lists in a selection, for so many things that it is made of. */
function rowsOf(selectionSet: SelectionSetNode, type: GraphQLCompositeType, times: number, counting: Counting): number {
  let rows = 0;
  for (const { field, owner } of fieldsOf(selectionSet, type, counting)) {
    const inner = isObjectType(owner) || 'getFields' in owner ? owner.getFields()[field.name.value]?.type : undefined;
    const named = inner && getNamedType(inner);
    if (!named || !isCompositeType(named) || named.name.startsWith('__')) continue;
    const size = sizeOf(field, named.name, counting);
    if (size > 1) rows += times * size;
    if (field.selectionSet) rows += rowsOf(field.selectionSet, named, times * size, counting);
    // Already too many: the exact number would only take longer.
    if (rows > Number.MAX_SAFE_INTEGER) return rows;
  }
  return rows;
}

/** How many things a field gives, as far as its arguments tell. */
function sizeOf({ name, arguments: given = [] }: FieldNode, typeName: string, { variables }: Counting): number {
  const valueOf = (argument: string): unknown => {
    const node = given.find((each) => each.name.value === argument)?.value;
    return node && literalOf(node, variables);
  };
  if (typeName.endsWith('Connection')) {
    const first = valueOf('first');
    return typeof first === 'number' ? Math.max(1, first) : USUAL_ROWS;
  }
  const ids = name.value === 'nodes' ? valueOf('ids') : undefined;
  return Array.isArray(ids) ? Math.max(1, ids.length) : 1;
}

function literalOf(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  if (node.kind === Kind.VARIABLE) return variables[node.name.value];
  if (node.kind === Kind.INT) return Number(node.value);
  return node.kind === Kind.LIST ? node.values : undefined;
}

interface Owned {
  readonly field: FieldNode;
  readonly owner: GraphQLCompositeType;
}

/** The fields of a selection with the type each belongs to, fragments laid out. */
function fieldsOf({ selections }: SelectionSetNode, owner: GraphQLCompositeType, counting: Counting): Owned[] {
  return selections.flatMap((selection): Owned[] => {
    if (selection.kind === Kind.FIELD) return [{ field: selection, owner }];
    const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : counting.fragments.get(selection.name.value);
    if (!part) return [];
    const condition = part.typeCondition && counting.schema.getType(part.typeCondition.name.value);
    return fieldsOf(part.selectionSet, isCompositeType(condition) ? condition : owner, counting);
  });
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
}

function withDefaults(
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, literalOf(defaultValue, {})] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

function exceeded(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: ErrorCode.BUDGET_EXCEEDED, http: { status: 400 } } });
}
