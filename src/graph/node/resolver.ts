import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../request/context.js';
import { Arg, Ctx, ID, Info, Query, Resolver } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { badInput, translateErrors } from '../values/errors.js';
import { decodeId, invalidIdError, readId } from '../values/id.js';
import { MAX_PAGE_ROWS } from '../lists/page-size.js';
import { Node } from '../values/node.js';
import { checkScope, typeScopeOf } from '../request/scopes.js';
import { findOperation } from '../operation/resolver.js';
import { personById } from '../person/find-person.js';
import { isNoun, NOUNS } from '../ports/backends.js';

type NodeValue = Promise<object | null> | object | null;

@Resolver()
export class NodeResolver {
  @NeedsScope('read')
  @Query(() => Node, { nullable: true, description: 'The thing with this id; null when it is not there (any more).' })
  node(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'An `id` of any answer.' }) id: string,
  ): NodeValue {
    return loadNode(id, context, info);
  }

  @NeedsScope('read')
  @Query(() => [Node], {
    nullable: 'items',
    description:
      'The things with these ids, in the order of the ids; null where one is not there. One that is no id is null, with an error at its place.',
  })
  nodes(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('ids', () => [ID], { description: 'At most 1000 ids of any answers.' }) ids: string[],
  ): NodeValue[] {
    if (ids.length > MAX_PAGE_ROWS) throw badInput(`"ids" takes at most ${MAX_PAGE_ROWS} ids, not ${ids.length}`);
    // An error in the place of a value is an error at that place. Thrown, it would leave promises that nobody hears,
    // and one that fails then ends the process.
    return ids.map((id) => (readId(id) ? loadNode(id, context, info) : invalidIdError(id)));
  }
}

function loadNode(id: string, context: Context, info: GraphQLResolveInfo): NodeValue {
  const { upstreams, loaders } = context;
  const { noun, key } = decodeId(id);
  const typeName = isNoun(noun) ? NOUNS[noun] : noun === 'operation' ? 'Operation' : undefined;
  const refusal = checkScope(typeScopeOf(info.schema, typeName), context);
  if (refusal) return refusal;
  if (noun === 'upstream') return upstreams.find(({ name }) => name === key)?.value ?? null;
  if (noun === 'operation') return findOperation(id, context);
  if (noun === 'person') return personById(id, context, info);
  if (!isNoun(noun)) return null;
  const found: Promise<object | null> = loaders[noun].load(id);
  return translateErrors(found);
}
