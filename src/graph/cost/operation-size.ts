import {
  getArgumentValues,
  getNamedType,
  getVariableValues,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';

import { DEFAULT_PAGE_ROWS, MAX_PAGE_ROWS } from '../lists/page-size.js';
import { listSizeOf } from '../values/list-size.js';

/** Field nodes that may be looked at: fragments on many types in each other make far more selections than they have text. */
const MAX_NODES = 50_000;

/** What graphql-js would execute of an operation: response keys once, directives evaluated, fragments merged. */
export interface OperationSize {
  readonly rootFields: number;
  /** Fields inside fields; introspection is no deeper than its root. */
  readonly depth: number;
  /** Rows of all lists, where lists inside lists multiply and of several types the largest counts. */
  readonly rows: number;
  /** The list with the most rows. */
  readonly largest: Largest;
  /** How many lists of one type lie inside each other, by its name. */
  readonly chains: ReadonlyMap<string, number>;
}

interface Largest {
  readonly rows: number;
  /** Names in the answer; a list of ids tells its argument. */
  readonly path: readonly string[];
}

type Extent = Omit<OperationSize, 'rootFields'>;
type Groups = ReadonlyMap<string, readonly FieldNode[]>;

/** How a list of ids stands in a path. */
export const IDS_SUFFIX = '(ids:)';

/** Measures an operation; undefined where it would not be executed, as its variables are wrong. Throws TooComplexError. */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): OperationSize | undefined {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  return coerced && measure({ schema, fragments: fragmentsOf(document), variables: coerced }, operation);
}

/** Whether values of variables ask for no more rows than a page may have. */
export function areOfPageSize(values: readonly unknown[]): boolean {
  return values.every((value) =>
    typeof value === 'number' ? value <= MAX_PAGE_ROWS : !Array.isArray(value) || value.length <= MAX_PAGE_ROWS,
  );
}

/**
 * Measures an operation for all variables that are of page size. Undefined where variables decide which fields there
 * are. Throws TooComplexError.
 */
export function measureLargest(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationSize | undefined {
  const defaults = operation.variableDefinitions?.map(
    ({ defaultValue }) => defaultValue && valueFromASTUntyped(defaultValue),
  );
  if (!areOfPageSize(defaults ?? [])) return undefined;
  try {
    return measure({ schema, fragments: fragmentsOf(document), variables: undefined }, operation);
  } catch (error) {
    // Of `@skip` and `@include`, which can't do without their variable.
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

function measure(scope: Scope, operation: OperationDefinitionNode): OperationSize | undefined {
  const { schema, fragments, variables = {} } = scope;
  const root = schema.getRootType(operation.operation);
  if (!root) return undefined;
  const roots = collectFields(schema, fragments, variables, root, operation.selectionSet);
  return { rootFields: roots.size, ...createMeasure(scope)(root, roots) };
}

/** Fragments on types inside fragments on types have too many combinations to count. */
export class TooComplexError extends Error {}

interface Scope {
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  /** Undefined: each asks for as many rows as a page may have. */
  readonly variables: Record<string, unknown> | undefined;
}

function createMeasure({ schema, fragments, variables }: Scope): (type: GraphQLObjectType, fields: Groups) => Extent {
  const numbers = new Map<FieldNode, number>();
  const known = new Map<string, Extent>();
  let looked = 0;

  /** Of the types that a field may give the largest, since a thing is of one type only. */
  const below = (nodes: readonly FieldNode[], type: GraphQLCompositeType): Extent => {
    const key = `${type.name} ${nodes.map((node) => numberOf(node, numbers)).join(' ')}`;
    const before = known.get(key);
    if (before) return before;
    const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    const extents = types.map((each) =>
      measure(each, collectSubfields(schema, fragments, variables ?? {}, each, nodes)),
    );
    const extent = extents.reduce(larger, NOTHING);
    known.set(key, extent);
    return extent;
  };

  const measure = (type: GraphQLObjectType, fields: Groups): Extent => {
    let [depth, rows, largest] = [0, 0, NOTHING.largest];
    const chains = new Map<string, number>();
    for (const [key, nodes] of fields) {
      looked += nodes.length;
      if (looked > MAX_NODES) throw new TooComplexError('too many combinations of fragments');
      depth = Math.max(depth, 1);
      const [node] = nodes;
      const field = node && type.getFields()[node.name.value];
      const inner = field && getNamedType(field.type);
      if (!field || !isCompositeType(inner)) continue;
      const list = sizeOf(field, inner, node, variables);
      const size = list?.rows ?? 1;
      const under = below(nodes, inner);
      const name = key + (list?.argument ?? '');
      const deepest = { rows: size * under.largest.rows, path: [name, ...under.largest.path] };
      const own = list && size >= deepest.rows ? { rows: size, path: [name] } : deepest;
      if (own.rows > largest.rows) largest = own;
      depth = Math.max(depth, 1 + under.depth);
      rows += (list ? size : 0) + size * under.rows;
      addChains(chains, under.chains);
      if (!list) continue;
      const of = inner.name.replace(/Connection$/, '');
      chains.set(of, Math.max(chains.get(of) ?? 0, 1 + (under.chains.get(of) ?? 0)));
    }
    return { depth, rows, largest, chains };
  };
  return measure;
}

const NOTHING: Extent = { depth: 0, rows: 0, largest: { rows: 0, path: [] }, chains: new Map() };

function larger(one: Extent, other: Extent): Extent {
  if (one === NOTHING) return other;
  const rows = Math.max(one.rows, other.rows);
  const chains = new Map(one.chains);
  addChains(chains, other.chains);
  const largest = rows === one.rows ? one.largest : other.largest;
  return { depth: Math.max(one.depth, other.depth), rows, largest, chains };
}

function addChains(chains: Map<string, number>, others: ReadonlyMap<string, number>): void {
  for (const [name, length] of others) chains.set(name, Math.max(chains.get(name) ?? 0, length));
}

/** How many rows a list has, as far as its arguments or its declaration tell; undefined for what is no list of rows. */
function sizeOf(
  field: GraphQLField<unknown, unknown>,
  type: GraphQLCompositeType,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>> | undefined,
): { readonly rows: number; readonly argument: string } | undefined {
  const isConnection = type.name.endsWith('Connection');
  const declared = listSizeOf(field);
  if (isConnection || declared === 'ids') {
    const argument = isConnection ? 'first' : 'ids';
    const value = variables ? valuesOf(field, node, variables)[argument] : largestValueOf(node, argument);
    const rows = Array.isArray(value) ? value.length : isConnection ? DEFAULT_PAGE_ROWS : 0;
    return { rows: typeof value === 'number' ? Math.max(0, value) : rows, argument: isConnection ? '' : IDS_SUFFIX };
  }
  return typeof declared === 'number' ? { rows: declared, argument: '' } : undefined;
}

/** Arguments; a field whose arguments are wrong is not executed. */
function valuesOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  try {
    return getArgumentValues(field, node, { ...variables });
  } catch (error) {
    if (error instanceof GraphQLError) return { first: 0 };
    throw error;
  }
}

/** Rows, or as many ids, that an argument asks for at most. One id may stand for a list. */
function largestValueOf({ arguments: given = [] }: FieldNode, name: string): unknown {
  const value = given.find((argument) => argument.name.value === name)?.value;
  if (value?.kind === Kind.VARIABLE) return MAX_PAGE_ROWS;
  if (value?.kind === Kind.INT) return Number(value.value);
  if (value?.kind === Kind.LIST) return value.values;
  return value?.kind === Kind.STRING ? 1 : undefined;
}

function numberOf(node: FieldNode, numbers: Map<FieldNode, number>): number {
  const number = numbers.get(node) ?? numbers.size;
  numbers.set(node, number);
  return number;
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const found = Object.create(null) as Record<string, FragmentDefinitionNode>;
  for (const each of definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) found[each.name.value] = each;
  return found;
}
