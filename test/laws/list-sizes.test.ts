import { buildSchema, getNamedType, isCompositeType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { GraphQLOutputType, GraphQLSchema } from 'graphql';
import { expect, test } from 'vitest';

import { createSchema } from '../../src/graph/schema.js';
import { listSizeOf } from '../../src/graph/values/list-size.js';
import { providers } from '../../src/providers/index.js';

/** Lists of things, of which nothing says how many they may be. */
function findUnsized(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const isUnsized = isListOfThings(field.type) && listSizeOf(field) === undefined;
      return isUnsized ? [`${type.name}.${field.name}`] : [];
    });
  });
}

function isListOfThings(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type) && isCompositeType(getNamedType(type));
}

test('every list of things says how many there may be, so that limits can count them', () => {
  expect(findUnsized(createSchema(providers))).toEqual([]);
});

test('the law bites', () => {
  const schema = buildSchema('type Query { a: [T!]! b: [String!]! c(ids: [ID!]!): [T]! } type T { id: ID }');
  expect(findUnsized(schema)).toEqual(['Query.a']);
});
