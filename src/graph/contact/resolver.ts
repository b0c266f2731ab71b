import type { GraphQLResolveInfo } from 'graphql';

import type { Connection } from '../lists/connection.js';
import type { Context } from '../request/context.js';
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { ListSized } from '../values/list-size.js';
import { translateErrors } from '../values/errors.js';
import { withFallback } from '../request/failures.js';
import { Group } from '../group/types.js';
import { After, First, Providers, Upstreams } from '../lists/list-args.js';
import { Contact, ContactOrder } from './types.js';
import { ContactConnection } from './connection.js';
import { ContactFilter } from './filter-input.js';
import { listContacts } from './list.js';

@Resolver(() => Contact)
export class ContactResolver {
  @NeedsScope('read')
  @Query(() => Contact, { nullable: true, description: 'The contact with this id; null when it is not there.' })
  contact(
    @Ctx() { loaders }: Context,
    @Arg('id', () => ID, { description: 'An `id` of a contact.' }) id: string,
  ): Promise<Contact | null> {
    return translateErrors(loaders.contact.load(id));
  }

  @NeedsScope('read')
  @Query(() => ContactConnection, {
    description:
      'Contacts of all upstreams in one list. Without `orderBy` the upstreams take turns. An upstream that fails costs its own rows: see `sources`.',
  })
  contacts(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @First() first: number | null,
    @After() after: string | null,
    @Arg('filter', () => ContactFilter, { nullable: true, description: 'Only contacts that match; all without.' })
    filter: ContactFilter | null,
    @Arg('orderBy', () => ContactOrder, { nullable: true, description: 'How to sort.' }) orderBy: ContactOrder | null,
    @Upstreams() upstreams: string[] | null,
    @Providers() providers: string[] | null,
  ): Promise<Connection<Contact>> {
    return listContacts({ filter, orderBy }, { first, after, upstreams, providers }, context, info);
  }

  @ListSized(3)
  @FieldResolver(() => [Group])
  groups(
    @Root() contact: Contact,
    @Ctx() { upstreams, loaders, failures }: Context,
    @Info() info: GraphQLResolveInfo,
  ): readonly Group[] | Promise<readonly Group[]> {
    const upstream = upstreams.find(({ name }) => name === contact.upstream.name);
    if (!upstream?.backends.contact?.groupsOf) return [];
    return withFallback(loaders.groupsOf.load(contact), [], failures, info);
  }
}
