import type { GraphQLResolveInfo } from 'graphql';

import type { Filter } from '../../query/filter.js';
import type { Sorting } from '../../query/order.js';
import type { Collation } from '../collation.js';
import type { Connection } from '../connection.js';
import type { Context } from '../context.js';
import { list, type ListArguments, type Question } from '../list.js';
import type { Contact, ContactOrder, ContactOrderField } from './contact.js';
import { contactTests, localise, toFilter } from './filter.js';
import type { ContactFilter } from './input.js';

/** Which contacts, and in which order. */
export interface WantedContacts {
  readonly filter: ContactFilter | null | undefined;
  readonly orderBy?: ContactOrder | null | undefined;
  /** What must hold besides, e.g. being in the group whose contacts are asked. */
  readonly also?: Filter;
}

/** One page of contacts; `Query.contacts` and `Group.contacts` are both this list. */
export function listContacts(
  wanted: WantedContacts,
  args: ListArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Connection<Contact>> {
  return list(sortedContacts(wanted, context), args, context, info);
}

/** The contacts of one list; a malformed id in the filter is BAD_USER_INPUT. */
export function sortedContacts(
  { filter, orderBy, also }: WantedContacts,
  context: Pick<Context, 'contactFilters' | 'collation'>,
): Question<Contact> {
  const question = contactQuestion(filter, context);
  return {
    ...question,
    filter: also ? { is: 'all', of: [also, question.filter] } : question.filter,
    sorting: orderBy ? sortingOf(orderBy, context.collation) : undefined,
  };
}

/** Contacts that match, in no order that anybody asked for; a malformed id in the filter is BAD_USER_INPUT. */
export function contactQuestion(
  filter: ContactFilter | null | undefined,
  { contactFilters: extensions }: Pick<Context, 'contactFilters'>,
): Question<Contact> {
  const tests = Object.assign(
    {},
    contactTests,
    ...extensions.map((extension) => extension.tests),
  ) as typeof contactTests;
  return {
    noun: 'contact',
    filter: toFilter(filter, extensions),
    localise: (part, { name, defaultCountry, provider }) =>
      localise(part, { upstream: name, country: defaultCountry, extension: provider.contactFilter?.field }, extensions),
    tests,
    sorting: undefined,
  };
}

const KEYS: Readonly<Record<ContactOrderField, { column: string; key: (contact: Contact) => string | undefined }>> = {
  DISPLAY_NAME: { column: 'name', key: ({ displayName }) => displayName || undefined },
  EMAIL: { column: 'email', key: ({ emails }) => emails[0] },
  PHONE: { column: 'phone', key: ({ phones }) => phones[0] },
  UPSTREAM: { column: 'upstream', key: ({ upstream }) => upstream.name },
};

function sortingOf({ field, direction }: ContactOrder, { compare, locale }: Collation): Sorting<Contact> {
  return { ...KEYS[field], descending: direction === 'DESC', compare, locale };
}
