import type {
  FieldNode,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
} from 'graphql';

import type { Eventually, Execution, Path } from './execution.js';

/** Turns what a resolver gave into what the answer holds. `path` is made where something below may need it. */
export type Completer = (
  execution: Execution,
  value: unknown,
  path: Path | undefined,
  field: FieldPlan,
) => Eventually<unknown>;

/**
 * An extension of a field: the resolver that gives the property of the row that has the field's name as it is, where that is
 * there, so that it has to be called only for the rest. If the field has another resolver by now, such as one that checks who
 * asks, it is always called.
 */
export const READS_PROPERTY = 'readsProperty';

/** One field of a selection set on one type of object, with everything that the document decides. */
export interface FieldPlan {
  /** Its name in the answer. */
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly parentType: GraphQLObjectType;
  readonly returnType: GraphQLOutputType;
  readonly isNullable: boolean;
  /** The value of `__typename`. */
  readonly constant: string | undefined;
  readonly resolve: GraphQLFieldResolver<unknown, unknown> | undefined;
  /** Whether the property of the row is its value, where it is there. */
  readonly readsProperty: boolean;
  /** Whether a path to it is needed before an error happens: by its resolver, or by what lies below it. */
  readonly needsPath: boolean;
  readonly complete: Completer;
  readonly argumentsOf: (execution: Execution) => Readonly<Record<string, unknown>>;
}

/** What an operation tells the resolvers of each of its fields. */
export type OperationInfo = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'rootValue' | 'operation'>;

/** Reads the first fields of a selection set, where they are properties of its objects. */
export interface ReadsPlainFields {
  /** How many they are. */
  readonly count: number;
  /** These fields of an object; undefined where it is not worth while, or where one of them needs more than its property. */
  readonly read: (source: unknown) => Record<string, unknown> | undefined;
}

/** The fields of one selection set on objects of one type. */
export interface SelectionPlan {
  readonly fields: readonly FieldPlan[];
  readonly info: OperationInfo;
  readonly plain: ReadsPlainFields;
  /** Whether more than the properties of a row are read, so that sharing what comes of it saves more than it costs. */
  readonly isWorthSharing: boolean;
}
