import { isObjectType, type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';

import { RESOLVED } from '../values/decorators.js';

type Resolver = GraphQLFieldResolver<unknown, unknown>;

/**
 * The resolvers that type-graphql makes for fields that a type has from an interface: all they do is read the property,
 * which the executor does without them.
 */
export function findPropertyResolvers(schema: GraphQLSchema): ReadonlySet<Resolver> {
  const found = new Set<Resolver>();
  for (const { resolve, extensions, args } of fieldsOf(schema)) {
    if (resolve && args.length === 0 && extensions[RESOLVED] !== true) found.add(resolve);
  }
  return found;
}

/** Takes these from the fields that still have them, and not a guard or a count around one. */
export function dropResolvers(schema: GraphQLSchema, resolvers: ReadonlySet<Resolver>): void {
  for (const field of fieldsOf(schema)) if (field.resolve && resolvers.has(field.resolve)) delete field.resolve;
}

function fieldsOf(schema: GraphQLSchema): ReadonlyArray<GraphQLField<unknown, unknown>> {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !roots.includes(type) && !type.name.startsWith('__') ? Object.values(type.getFields()) : [],
  );
}
