import { hasSingleForm } from '../../../graph/values/email.js';
import type { Channel } from '../../../graph/contact/types.js';
import type { PushdownOffer, Pushdown } from '../../../query/plan.js';
import { paramOf, type QueryParams } from '../../../query/query-params.js';
import { isInvariant } from '../../../query/text.js';
import { FILTER_COLUMN, ANY_HOSTTRACKER_CONTACT } from './filter.js';
import { CONTACT_TYPES, type ContactType } from './columns.js';
import type { ContactsQuery } from './endpoints.js';

/** At most 900 characters of one list: servers like HostTracker's reject queries of more than 2048 characters. */
const MAX_LIST_CHARACTERS = 900;

const TYPE_OF_CHANNEL: Readonly<Partial<Record<Channel, ContactType>>> = {
  EMAIL: 'Email',
  IM: 'IM',
  SMS: 'SMS',
  VOICE: 'VoiceCall',
};

/**
 * What lists filter by themselves; they neither sort nor page. Addresses are not pushed down: how HostTracker compares
 * them is not documented, and the whole list is one request anyway, so a filter would save nothing and might lose rows.
 */
export const contactPushdown: Pushdown = {
  offers: {
    // Only some types of contacts can hold e-mail addresses or phones, so the type is pushed down.
    'email.eq': () => supersetOffer(EMAIL_TYPE),
    'email.in': () => supersetOffer(EMAIL_TYPE),
    'email.contains': () => supersetOffer(EMAIL_TYPE),
    'email.startsWith': () => supersetOffer(EMAIL_TYPE),
    'phone.eq': () => supersetOffer(ALL_TYPES_BUT_EMAIL),
    'phone.in': () => supersetOffer(ALL_TYPES_BUT_EMAIL),
    'phone.contains': () => supersetOffer(ALL_TYPES_BUT_EMAIL),
    'phone.startsWith': () => supersetOffer(ALL_TYPES_BUT_EMAIL),
    channel: (channel: Channel) => offerTypes([channel], 'include'),
    'hostTracker.contactTypes': (list: readonly Channel[]) => offerTypes(list, 'include'),
    'hostTracker.excludeContactTypes': (list: readonly Channel[]) => offerTypes(list, 'exclude'),
    'hostTracker.upstreamIds': (list: readonly string[]) => offerIds(list, 'include'),
    'hostTracker.excludeUpstreamIds': (list: readonly string[]) => offerIds(list, 'exclude'),
    'hostTracker.confirmed': (value: boolean) => exactOffer({ confirmed: toWireBoolean(value) }),
    'hostTracker.overlimited': (value: boolean) => exactOffer({ overlimited: toWireBoolean(value) }),
    // Whether False finds contacts without that setting is not documented, and the graph's filter does.
    'hostTracker.acceptsBillingNotifications': (value: boolean) =>
      value ? exactOffer({ acceptBillingNotifications: toWireBoolean(value) }) : undefined,
  },
  constants: {
    [ANY_HOSTTRACKER_CONTACT]: () => true,
    // HostTracker has no groups and sends no faxes.
    groupId: () => false,
    ungrouped: () => true,
    channel: (channel: Channel) => (channel in TYPE_OF_CHANNEL ? undefined : false),
    'hostTracker.contactTypes': (list: readonly Channel[]) => constantOfTypes(list, true),
    'hostTracker.excludeContactTypes': (list: readonly Channel[]) => constantOfTypes(list, false),
  },
  window: false,
  columns: ['id', 'name', 'email', 'phone', 'channel', 'groups', FILTER_COLUMN],
};

/** The pushdown of writes by filter, which send the filter itself after reading what it matches. */
export const writePushdown: Pushdown = {
  ...contactPushdown,
  offers: {
    ...contactPushdown.offers,
    'hostTracker.addresses': (list: readonly string[]) => offerAddresses(list),
    'hostTracker.excludeAddresses': (list: readonly string[]) => offerAddresses(list, 'exclude'),
  },
};

/** The type that has e-mail addresses, and all others: a query names one type, and two types have phones. */
const EMAIL_TYPE = toListParams('contactType', 'Email', 'include');
const ALL_TYPES_BUT_EMAIL = toListParams('contactType', 'Email', 'exclude');

function exactOffer(params: QueryParams): PushdownOffer {
  return { precision: 'exact', params };
}

function supersetOffer(params: QueryParams): PushdownOffer {
  return { precision: 'superset', params };
}

function toWireBoolean(value: boolean): 'True' | 'False' {
  return value ? 'True' : 'False';
}

/** How HostTracker compares addresses is not documented, so each is sent as given and in lower case. */
function offerAddresses(list: readonly string[], side: ListSide = 'include'): PushdownOffer | undefined {
  const spellings = [...new Set(list.flatMap((address) => [address, address.toLowerCase()]))];
  if (!spellings.every(isPlain) || isTooLong(spellings)) return undefined;
  return supersetOffer(toListParams('addresses', spellings, side));
}

/**
 * Whether an address has no blanks, quotes or separators of lists, which may have a meaning in the filter, and no
 * spellings that differ by more than case.
 */
function isPlain(address: string): boolean {
  return /^[^\s",;\p{C}]+$/u.test(address) && hasSingleForm(address) && (address.includes('@') || isInvariant(address));
}

function offerIds(list: readonly string[], side: ListSide): PushdownOffer | undefined {
  return isTooLong(list) ? undefined : exactOffer(toListParams('ids', list, side));
}

function isTooLong(list: readonly string[]): boolean {
  // 12 characters are the longest name with its `&` and `=`.
  return list.reduce((sum, each) => sum + encodeURIComponent(each).length + 12, 0) > MAX_LIST_CHARACTERS;
}

/** A query names one type, or all types but one. */
function offerTypes(list: readonly Channel[], side: ListSide): PushdownOffer | undefined {
  const requested = typesOf(list);
  const rest = CONTACT_TYPES.filter((type) => !requested.includes(type));
  const [onlyType] = requested;
  const [onlyOther] = rest;
  if (onlyType && requested.length === 1) return exactOffer(toListParams('contactType', onlyType, side));
  if (onlyOther && rest.length === 1) {
    return exactOffer(toListParams('contactType', onlyOther, side === 'include' ? 'exclude' : 'include'));
  }
  return undefined;
}

/** A list of no type or of all types is the same for every contact. */
function constantOfTypes(list: readonly Channel[], isIncluded: boolean): boolean | undefined {
  const { length } = typesOf(list);
  if (length === 0) return !isIncluded;
  return length === CONTACT_TYPES.length ? isIncluded : undefined;
}

function typesOf(list: readonly Channel[]): readonly ContactType[] {
  return CONTACT_TYPES.filter((type) => list.some((channel) => TYPE_OF_CHANNEL[channel] === type));
}

/** Whether a query matches the contacts that a list names, or all others. */
type ListSide = 'include' | 'exclude';

/** The planned parameters of a list. They always hold its side, so that no second condition can reverse it. */
function toListParams(
  name: 'addresses' | 'ids' | 'contactType',
  value: QueryParams[string],
  side: ListSide,
): QueryParams {
  return { [name]: value, [`${name}Side`]: side };
}

/** The planned parameters as HostTracker's query. */
export function toContactsQuery(params: QueryParams): ContactsQuery {
  const excludeFlag = (name: string): 'True' | undefined => (params[`${name}Side`] === 'exclude' ? 'True' : undefined);
  return {
    addresses: listOf(params['addresses']),
    excludeAddresses: excludeFlag('addresses'),
    ids: listOf(params['ids']),
    excludeIds: excludeFlag('ids'),
    contactType: paramOf(params, 'contactType'),
    excludeContactTypes: excludeFlag('contactType'),
    confirmed: paramOf(params, 'confirmed'),
    overlimited: paramOf(params, 'overlimited'),
    acceptBillingNotifications: paramOf(params, 'acceptBillingNotifications'),
  };
}

function listOf(value: QueryParams[string] | undefined): readonly string[] | undefined {
  return typeof value === 'string' ? [value] : value;
}
