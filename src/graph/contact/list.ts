import type { GraphQLResolveInfo } from 'graphql';

import type { Filter } from '../../query/filter.js';
import type { Sorting } from '../../query/order.js';
import type { Connection } from '../connection.js';
import type { Context } from '../context.js';
import { list, type ListArguments } from '../list.js';
import type { Contact, ContactOrder, ContactOrderField } from './contact.js';
import { contactTests, localise, toFilter } from './filter.js';
import type { ContactFilter } from './input.js';

interface Wanted {
  readonly filter: ContactFilter | null | undefined;
  readonly orderBy?: ContactOrder | null;
  /** What must hold besides, e.g. being in the group whose contacts are asked. */
  readonly also?: Filter;
}

/** One page of contacts; `Query.contacts` and `Group.contacts` are both this list. */
export function listContacts(
  { filter, orderBy, also }: Wanted,
  args: ListArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Connection<Contact>> {
  const extensions = context.contactFilters;
  const asked = toFilter(filter, extensions);
  const tests = Object.assign(
    {},
    contactTests,
    ...extensions.map((extension) => extension.tests),
  ) as typeof contactTests;
  return list(
    {
      noun: 'contact',
      filter: also ? { is: 'all', of: [also, asked] } : asked,
      localise: (part, { name, defaultCountry, provider }) =>
        localise(
          part,
          { upstream: name, country: defaultCountry, extension: provider.contactFilter?.field },
          extensions,
        ),
      tests,
      sorting: orderBy ? sortingOf(orderBy) : undefined,
    },
    args,
    context,
    info,
  );
}

const KEYS: Readonly<Record<ContactOrderField, { column: string; key: (contact: Contact) => string | undefined }>> = {
  DISPLAY_NAME: { column: 'name', key: ({ displayName }) => displayName.toLowerCase() || undefined },
  EMAIL: { column: 'email', key: ({ emails }) => emails[0] },
  PHONE: { column: 'phone', key: ({ phones }) => phones[0]?.toLowerCase() },
  UPSTREAM: { column: 'upstream', key: ({ upstream }) => upstream.name.toLowerCase() },
};

function sortingOf({ field, direction }: ContactOrder): Sorting<Contact> {
  return { ...KEYS[field], descending: direction === 'DESC' };
}
