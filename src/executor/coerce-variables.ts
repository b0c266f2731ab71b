import {
  getVariableValues,
  isLeafType,
  isNonNullType,
  typeFromAST,
  type GraphQLLeafType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';

/** Values of variables as resolvers get them; undefined where graphql-js has to say what is wrong with them. */
export type CoerceVariables = (
  given: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>> | undefined;

/** A variable of a scalar or an enum. */
interface LeafVariable {
  readonly name: string;
  readonly type: GraphQLLeafType;
}

const NO_VALUES: Readonly<Record<string, unknown>> = Object.freeze({});

/**
 * Coerces variables as graphql-js does. Where each is a scalar or an enum, as nearly always, what it
 * finds out about their types is found out once.
 */
export function compileVariables(schema: GraphQLSchema, operation: OperationDefinitionNode): CoerceVariables {
  const { variableDefinitions: definitions = [] } = operation;
  const coerceAny: CoerceVariables = (given) => getVariableValues(schema, definitions, given, { maxErrors: 1 }).coerced;
  if (definitions.length === 0) return () => NO_VALUES;
  const leaves = definitions.map((definition) => readLeaf(schema, definition));
  return leaves.every((leaf) => leaf !== undefined)
    ? (given) => coerceLeaves(leaves, given) ?? coerceAny(given)
    : coerceAny;
}

function readLeaf(schema: GraphQLSchema, { variable, type: node }: VariableDefinitionNode): LeafVariable | undefined {
  const name = variable.name.value;
  const type = typeFromAST(schema, node);
  const inner = isNonNullType(type) ? type.ofType : type;
  // An object can't have a property `__proto__` like any other.
  return isLeafType(inner) && name !== '__proto__' ? { name, type: inner } : undefined;
}

/** Undefined where one of them is not there, null or wrong: what that means is for graphql-js to say. */
function coerceLeaves(
  leaves: readonly LeafVariable[],
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  const values: Record<string, unknown> = {};
  try {
    for (const { name, type } of leaves) {
      if (!Object.hasOwn(given, name)) return undefined;
      const value = given[name];
      const coerced: unknown = value === null || value === undefined ? undefined : type.parseValue(value);
      if (coerced === undefined) return undefined;
      values[name] = coerced;
    }
  } catch {
    return undefined;
  }
  return values;
}
