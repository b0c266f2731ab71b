import {
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/**
 * Fields of one name that one query can't select in two fragments without an alias, as the rule of GraphQL has it
 * (SameResponseShape): for any two types that may stand at one place, and below fields of one name in both.
 */
export function clashesOf(schema: GraphQLSchema): string[] {
  const clashes = new Set<string>();
  const seen = new Set<string>();
  const compare = (one: GraphQLObjectType, other: GraphQLObjectType, where: string): void => {
    const pair = [one.name, other.name].sort().join(' ');
    if (one === other || seen.has(`${where} ${pair}`)) return;
    seen.add(`${where} ${pair}`);
    for (const [name, field] of Object.entries(one.getFields())) {
      const namesake = other.getFields()[name];
      if (!namesake) continue;
      const inner = innerOf(field.type, namesake.type);
      if (inner === 'clash')
        clashes.add(`${where}: ${[shapeOf(one, field), shapeOf(other, namesake)].sort().join(' and ')}`);
      else if (inner)
        pairsOf(inner, schema).forEach(([left, right]) => {
          compare(left, right, where);
        });
    }
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) {
      pairsOf([type, type], schema).forEach(([left, right]) => {
        compare(left, right, type.name);
      });
    }
  }
  return [...clashes].sort();
}

const shapeOf = ({ name: owner }: GraphQLObjectType, { name, type }: GraphQLField<unknown, unknown>): string =>
  `${owner}.${name}: ${String(type)}`;

/** The two things that two fields give, to be compared in turn; undefined for equal values, `clash` for unequal ones. */
function innerOf(
  one: GraphQLOutputType,
  other: GraphQLOutputType,
): readonly [GraphQLCompositeType, GraphQLCompositeType] | 'clash' | undefined {
  if (isNonNullType(one) && isNonNullType(other)) return innerOf(one.ofType, other.ofType);
  if (isListType(one) && isListType(other)) return innerOf(one.ofType, other.ofType);
  if (isCompositeType(one) && isCompositeType(other)) return [one, other];
  return one === other ? undefined : 'clash';
}

/** Each two types that may stand at one place, where one fragment is on the first and one on the second. */
function pairsOf(
  [one, other]: readonly [GraphQLCompositeType, GraphQLCompositeType],
  schema: GraphQLSchema,
): Array<readonly [GraphQLObjectType, GraphQLObjectType]> {
  const typesOf = (type: GraphQLCompositeType): readonly GraphQLObjectType[] =>
    isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return typesOf(one).flatMap((left) => typesOf(other).map((right) => [left, right] as const));
}
