import {
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

import { DEFAULT_OPERATION_LIMITS } from '../../src/graph/cost/limits.js';
import type { Generated } from '../fuzz/generate-document.js';

const MOST_ROWS = 1000;

/**
 * Each list of the root as often as the limits allow it, with pages of the same length and of different ones, in order
 * and not, and with next to nothing selected: then the answer is short, and all the work is reading.
 */
export function repeatedFields(schema: GraphQLSchema): readonly Generated[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const free = fields.filter(({ args }) => !args.some(isRequiredArgument));
  return free.flatMap(variantsOf).flatMap((write) =>
    [DEFAULT_OPERATION_LIMITS.rootFields, DEFAULT_OPERATION_LIMITS.rootFields / 2, 4].map((times) => ({
      query: `{ ${Array.from({ length: times }, (_, at) => `f${at}: ${write(at)}`).join(' ')} }`,
      variables: {},
    })),
  );
}

type Write = (at: number) => string;

function variantsOf({ name, type, args }: GraphQLField<unknown, unknown>): readonly Write[] {
  if (isListType(isNonNullType(type) ? type.ofType : type)) return [() => `${name} { __typename }`];
  const connection = getNamedType(type);
  if (!isObjectType(connection) || !('nodes' in connection.getFields())) return [];
  const has = (argument: string): boolean => args.some((each) => each.name === argument);
  const order = has('orderBy') ? ', orderBy: { field: DISPLAY_NAME }' : undefined;
  const writes = (more: string): Write[] => [
    () => `${name}(first: ${MOST_ROWS}${more}) { nodes { __typename } }`,
    (at) => `${name}(first: ${MOST_ROWS - at}${more}) { nodes { __typename } }`,
  ];
  const filters = args.some((each) => getNamedType(each.type).name === 'ContactFilter') ? [namedOtherwise(name)] : [];
  return [...writes(''), ...(order === undefined ? [] : writes(order)), ...filters];
}

/** Each its own filter, which no read of another serves. */
function namedOtherwise(name: string): Write {
  return (at) => `${name}(first: ${MOST_ROWS}, filter: { name: { contains: "${at}" } }) { nodes { __typename } }`;
}
