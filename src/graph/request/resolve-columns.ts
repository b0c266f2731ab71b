import {
  isAbstractType,
  isNonNullType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

import type { Context } from './context.js';
import { deferredColumn } from './deferred-column.js';
import { NOUNS, nouns, type Noun } from '../ports/backends.js';
import type { PartialRow } from './partial-row.js';

type Row = PartialRow & Readonly<Record<string, unknown>>;

/** The object types that things of a noun can be of. */
export function typesOfNoun(schema: GraphQLSchema, noun: Noun): readonly GraphQLObjectType[] {
  const type = schema.getType(NOUNS[noun]);
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}

/**
 * Has every nullable field of a noun that has no resolver of its own read its column. One that the row lacks is asked of the
 * provider, so that no column is null only because a list did not hold it.
 */
export function resolveColumns(schema: GraphQLSchema): void {
  for (const noun of nouns) {
    for (const type of typesOfNoun(schema, noun)) {
      for (const field of Object.values(type.getFields())) {
        if (field.resolve || isNonNullType(field.type)) continue;
        const { name } = field;
        const resolve: GraphQLFieldResolver<Row, Context> = (row, _args, context, info) =>
          deferredColumn(noun, row, name, context, info);
        field.resolve = resolve;
        // A compiled operation takes what is there from the row itself, and calls this very resolver only for the rest.
        field.extensions = { ...field.extensions, readsProperty: resolve };
      }
    }
  }
}
