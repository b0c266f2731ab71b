import type { GraphQLResolveInfo } from 'graphql';

import { condition } from '../../query/filter.js';
import { Group } from '../group/types.js';
import type { Connection } from '../lists/connection.js';
import { After, First } from '../lists/list-args.js';
import type { Context } from '../request/context.js';
import { Arg, Ctx, FieldResolver, Info, Resolver, Root } from '../values/decorators.js';
import { decodeId } from '../values/id.js';
import { ContactConnection } from './connection.js';
import { ContactFilter } from './filter-input.js';
import { listContacts } from './list.js';
import type { Contact } from './types.js';

@Resolver(() => Group)
export class GroupContactsResolver {
  @FieldResolver(() => ContactConnection, { description: 'Its contacts, page by page.' })
  contacts(
    @Root() group: Group,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @First() first: number | null,
    @After() after: string | null,
    @Arg('filter', () => ContactFilter, { nullable: true, description: 'Only contacts that match; all without.' })
    filter: ContactFilter | null,
  ): Promise<Connection<Contact>> {
    const extraFilter = condition('groupId', decodeId(group.id));
    return listContacts({ filter, extraFilter }, { first, after, upstreams: [group.upstream.name] }, context, info);
  }
}
