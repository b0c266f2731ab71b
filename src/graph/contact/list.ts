import type { GraphQLResolveInfo } from 'graphql';

import type { Connection } from '../lists/connection.js';
import type { Context } from '../request/context.js';
import { fetchConnection, type ListArguments } from '../lists/list.js';
import type { Contact } from './types.js';
import { type ContactSelection, sortedContactListQuery } from './list-query.js';

/** One page of contacts; `Query.contacts` and `Group.contacts` are both this list. */
export function listContacts(
  selection: ContactSelection,
  args: ListArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Connection<Contact>> {
  return fetchConnection(sortedContactListQuery(selection, context), args, context, info);
}
