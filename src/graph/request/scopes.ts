import { GraphQLError, isAbstractType, type GraphQLSchema } from 'graphql';

import { Extensions } from '../values/decorators.js';
import { ErrorCode } from '../values/errors.js';
import type { Context } from './context.js';
import { SCOPES, type Scope } from './principal.js';

/**
 * What a caller needs for a field of Query or Mutation; on a type, for every way to a thing of it. Whoever holds the scope
 * of a field may read what its answer tells, but for such types.
 */
export function NeedsScope(scope: Scope): ReturnType<typeof Extensions> {
  return Extensions({ scope });
}

/** The scope that a field or type of the schema was given; undefined: none. */
export function neededScopeOf({ extensions }: { readonly extensions: object }): Scope | undefined {
  const scope = 'scope' in extensions ? extensions.scope : undefined;
  return SCOPES.find((each) => each === scope);
}

/** The scope that things of a type need, wherever they are met; of an interface or union, that of any type that they may be of. */
export function typeScopeOf(schema: GraphQLSchema, typeName: string | undefined): Scope | undefined {
  const type = typeName === undefined ? undefined : schema.getType(typeName);
  if (!type) return undefined;
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return types.map(neededScopeOf).find((scope) => scope !== undefined);
}

/** FORBIDDEN where the caller lacks the scope; undefined where it may. */
export function checkScope(
  scope: Scope | undefined,
  { principal }: Pick<Context, 'principal'>,
): GraphQLError | undefined {
  if (scope === undefined || principal.scopes.has(scope)) return undefined;
  return new GraphQLError(
    `This needs the scope "${scope}", which the credential of this request lacks. Nothing was sent.`,
    {
      extensions: { code: ErrorCode.FORBIDDEN, scope },
    },
  );
}
