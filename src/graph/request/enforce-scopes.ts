import {
  getNamedType,
  GraphQLError,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';

import type { Context } from './context.js';
import { emptyValueOf } from './empty-value.js';
import { pathOf } from './failures.js';
import type { Scope } from './principal.js';
import { checkScope, neededScopeOf, typeScopeOf } from './scopes.js';

type ContextField = GraphQLField<unknown, Context>;

/**
 * Has every field of Query and Mutation check its scope before anything of it runs, and every field elsewhere that leads to
 * a thing of a type with a scope of its own. Other fields are left as they are. A root field without a scope is an error.
 */
export function enforceScopes(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  for (const type of roots) {
    const fields: Readonly<Record<string, ContextField>> = type?.getFields() ?? {};
    for (const field of Object.values(fields)) {
      const scope = neededScopeOf(field);
      if (!scope) throw new TypeError(`${String(type)}.${field.name} says no scope: give it @NeedsScope`);
      field.description = `${field.description ?? ''} Needs the scope \`${scope}\`.`;
      guardField(field, scope);
    }
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || roots.includes(type)) continue;
    const fields: Readonly<Record<string, ContextField>> = type.getFields();
    for (const field of Object.values(fields)) {
      const scope = typeScopeOf(schema, getNamedType(field.type).name);
      // Fields that only show a part of their row lie below one that is checked.
      if (scope && field.resolve) guardField(field, scope);
    }
  }
}

function guardField(field: ContextField, scope: Scope): void {
  const { resolve } = field;
  if (!resolve) return;
  const guarded: GraphQLFieldResolver<unknown, Context> = (root, args, context, info) => {
    const refusal = checkScope(scope, context);
    if (!refusal) return resolve(root, args, context, info);
    if (!isNonNullType(field.type)) return refusal;
    const { message, extensions } = refusal;
    context.failures.add(new GraphQLError(message, { extensions, path: pathOf(info) }));
    return emptyValueOf(field.type);
  };
  field.resolve = guarded;
}
