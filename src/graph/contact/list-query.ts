import type { Filter } from '../../query/filter.js';
import type { Sorting } from '../../query/order.js';
import type { Collation } from '../values/collation.js';
import type { Context } from '../request/context.js';
import type { Contact, ContactOrder, ContactOrderField } from './types.js';
import { contactTests, localiseContactFilter, toContactFilter } from './filter.js';
import type { ContactFilter } from './filter-input.js';
import type { ContactFilterExtension } from '../ports/contact-extension.js';
import type { ListQuery } from '../ports/list-query.js';

/** Which contacts, and in which order. */
export interface ContactSelection {
  readonly filter: ContactFilter | null | undefined;
  readonly orderBy?: ContactOrder | null | undefined;
  /** What must hold besides, e.g. being in the group whose contacts are asked. */
  readonly extraFilter?: Filter;
}

/** The contacts of one list; a malformed id in the filter is BAD_USER_INPUT. */
export function sortedContactListQuery(
  { filter, orderBy, extraFilter }: ContactSelection,
  context: Pick<Context, 'contactFilters' | 'collation'>,
): ListQuery<Contact> {
  const listQuery = contactListQuery(filter, context);
  if (!extraFilter && !orderBy) return listQuery;
  return {
    ...listQuery,
    filter: extraFilter ? { is: 'all', of: [extraFilter, listQuery.filter] } : listQuery.filter,
    sorting: orderBy ? sortingOf(orderBy, context.collation) : undefined,
  };
}

/** The list of all contacts, which is the same for every request. */
const unfiltered = new WeakMap<readonly ContactFilterExtension[], ListQuery<Contact>>();

/** Contacts that match, in no order that anybody asked for; a malformed id in the filter is BAD_USER_INPUT. */
export function contactListQuery(
  filter: ContactFilter | null | undefined,
  { contactFilters: extensions }: Pick<Context, 'contactFilters'>,
): ListQuery<Contact> {
  if (filter) return createListQuery(filter, extensions);
  let listQuery = unfiltered.get(extensions);
  if (!listQuery) unfiltered.set(extensions, (listQuery = createListQuery(filter, extensions)));
  return listQuery;
}

function createListQuery(
  filter: ContactFilter | null | undefined,
  extensions: readonly ContactFilterExtension[],
): ListQuery<Contact> {
  const tests = Object.assign(
    {},
    contactTests,
    ...extensions.map((extension) => extension.tests),
  ) as typeof contactTests;
  return {
    noun: 'contact',
    filter: toContactFilter(filter, extensions),
    localise: (part, { name, defaultCountry, provider }) =>
      localiseContactFilter(
        part,
        { upstream: name, country: defaultCountry, extension: provider.contactFilter?.field },
        extensions,
      ),
    tests,
    sorting: undefined,
  };
}

const SORT_KEYS: Readonly<
  Record<ContactOrderField, { column: string; key: (contact: Contact) => string | undefined }>
> = {
  DISPLAY_NAME: { column: 'name', key: ({ displayName }) => displayName || undefined },
  EMAIL: { column: 'email', key: ({ emails }) => emails[0] },
  PHONE: { column: 'phone', key: ({ phones }) => phones[0] },
  UPSTREAM: { column: 'upstream', key: ({ upstream }) => upstream.name },
};

function sortingOf({ field, direction }: ContactOrder, { compare, locale }: Collation): Sorting<Contact> {
  return { ...SORT_KEYS[field], descending: direction === 'DESC', compare, locale };
}
