import type { GraphQLResolveInfo } from 'graphql';

import { condition } from '../../query/filter.js';
import type { Connection } from '../lists/connection.js';
import { ContactConnection } from '../contact/connection.js';
import type { Contact } from '../contact/types.js';
import { ContactFilter } from '../contact/filter-input.js';
import { listContacts } from '../contact/list.js';
import type { Context } from '../request/context.js';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from '../values/decorators.js';
import { decodeId } from '../values/id.js';
import { fetchConnection } from '../lists/list.js';
import { After, First, Providers, Upstreams } from '../lists/list-args.js';
import { GroupConnection } from './connection.js';
import { Group, GroupFilter } from './types.js';
import { groupListQuery } from './list-query.js';

@Resolver(() => Group)
export class GroupResolver {
  @Query(() => GroupConnection, {
    description: 'Groups of all upstreams that have groups. An upstream that fails costs its own rows: see `sources`.',
  })
  groups(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @First() first: number | null,
    @After() after: string | null,
    @Arg('filter', () => GroupFilter, { nullable: true, description: 'Only groups that match; all without.' })
    filter: GroupFilter | null,
    @Upstreams() upstreams: string[] | null,
    @Providers() providers: string[] | null,
  ): Promise<Connection<Group>> {
    return fetchConnection(groupListQuery(filter), { first, after, upstreams, providers }, context, info);
  }

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
