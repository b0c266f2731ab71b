import { hasSingleForm } from '../../../graph/values/email.js';
import type { Channel } from '../../../graph/contact/types.js';
import type { PushdownOffer, Pushdown } from '../../../query/plan.js';
import type { QueryParams } from '../../../query/query-params.js';
import { isInvariant } from '../../../query/text.js';
import { FILTER_COLUMN, ANY_HOSTTRACKER_CONTACT } from './filter.js';
import { toListParams, type ListSide } from '../query.js';
import { CONTACT_TYPES, type ContactType } from './columns.js';

/** How many characters of a query one list may take: servers of HostTracker's make refuse queries of more than 2048. */
const MAX_LIST_CHARACTERS = 900;

const TYPE_OF_CHANNEL: Readonly<Partial<Record<Channel, ContactType>>> = {
  EMAIL: 'Email',
  IM: 'IM',
  SMS: 'SMS',
  VOICE: 'VoiceCall',
};

/**
 * What HostTracker filters by itself: it neither sorts nor pages. Addresses are not among it: how it compares them is
 * documented nowhere, and the whole list is one request anyway, so that asking for some saves none and may lose rows.
 */
export const pushdown: Pushdown = {
  offers: {
    // Addresses and their parts are not asked for, but only some types of contacts can hold them.
    'email.eq': () => supersetOffer(EMAIL_TYPE),
    'email.in': () => supersetOffer(EMAIL_TYPE),
    'email.contains': () => supersetOffer(EMAIL_TYPE),
    'email.startsWith': () => supersetOffer(EMAIL_TYPE),
    'phone.eq': () => supersetOffer(ALL_TYPES_BUT_EMAIL),
    'phone.in': () => supersetOffer(ALL_TYPES_BUT_EMAIL),
    'phone.contains': () => supersetOffer(ALL_TYPES_BUT_EMAIL),
    'phone.startsWith': () => supersetOffer(ALL_TYPES_BUT_EMAIL),
    channel: (channel: Channel) => offerTypes([channel], 'these'),
    'hostTracker.contactTypes': (list: readonly Channel[]) => offerTypes(list, 'these'),
    'hostTracker.excludeContactTypes': (list: readonly Channel[]) => offerTypes(list, 'others'),
    'hostTracker.upstreamIds': (list: readonly string[]) => offerIds(list, 'these'),
    'hostTracker.excludeUpstreamIds': (list: readonly string[]) => offerIds(list, 'others'),
    'hostTracker.confirmed': (value: boolean) => exactOffer({ confirmed: toWireBoolean(value) }),
    'hostTracker.overlimited': (value: boolean) => exactOffer({ overlimited: toWireBoolean(value) }),
    // Whether False finds contacts without that setting is not said, and ours does.
    'hostTracker.acceptsBillingNotifications': (value: boolean) =>
      value ? exactOffer({ acceptBillingNotifications: toWireBoolean(value) }) : undefined,
  },
  constants: {
    [ANY_HOSTTRACKER_CONTACT]: () => true,
    // It has no groups, and no way to send a fax.
    groupId: () => false,
    ungrouped: () => true,
    channel: (channel: Channel) => (channel in TYPE_OF_CHANNEL ? undefined : false),
    'hostTracker.contactTypes': (list: readonly Channel[]) => constantOfTypes(list, true),
    'hostTracker.excludeContactTypes': (list: readonly Channel[]) => constantOfTypes(list, false),
  },
  window: false,
  columns: ['id', 'name', 'email', 'phone', 'channel', 'groups', FILTER_COLUMN],
};

/** What it can be asked for where it is to write: there the filter itself is sent, and read back beforehand. */
export const writePushdown: Pushdown = {
  ...pushdown,
  offers: {
    ...pushdown.offers,
    'hostTracker.addresses': (list: readonly string[]) => offerAddresses(list),
    'hostTracker.excludeAddresses': (list: readonly string[]) => offerAddresses(list, 'others'),
  },
};

/** The one type that has e-mail addresses, and all others: the two that have phones are more than one can ask for. */
const EMAIL_TYPE = toListParams('contactType', 'Email', 'these');
const ALL_TYPES_BUT_EMAIL = toListParams('contactType', 'Email', 'others');

function exactOffer(params: QueryParams): PushdownOffer {
  return { precision: 'exact', params };
}

function supersetOffer(params: QueryParams): PushdownOffer {
  return { precision: 'superset', params };
}

function toWireBoolean(value: boolean): 'True' | 'False' {
  return value ? 'True' : 'False';
}

/** How it compares addresses is documented nowhere, so each is given as it came and in lower case. */
function offerAddresses(list: readonly string[], side: ListSide = 'these'): PushdownOffer | undefined {
  const spellings = [...new Set(list.flatMap((address) => [address, address.toLowerCase()]))];
  if (!spellings.every(isPlain) || isTooLong(spellings)) return undefined;
  return supersetOffer(toListParams('addresses', spellings, side));
}

/**
 * Without blanks, quotes and what separates lists, as those may mean something to it, and in a spelling that all others
 * are but for their case.
 */
function isPlain(address: string): boolean {
  return /^[^\s",;\p{C}]+$/u.test(address) && hasSingleForm(address) && (address.includes('@') || isInvariant(address));
}

function offerIds(list: readonly string[], side: ListSide): PushdownOffer | undefined {
  return isTooLong(list) ? undefined : exactOffer(toListParams('ids', list, side));
}

function isTooLong(list: readonly string[]): boolean {
  // Twelve for the longest name, with what stands around it.
  return list.reduce((sum, each) => sum + encodeURIComponent(each).length + 12, 0) > MAX_LIST_CHARACTERS;
}

/** One type can be asked for, or all but one. */
function offerTypes(list: readonly Channel[], side: ListSide): PushdownOffer | undefined {
  const requested = typesOf(list);
  const rest = CONTACT_TYPES.filter((type) => !requested.includes(type));
  const [onlyType] = requested;
  const [onlyOther] = rest;
  if (onlyType && requested.length === 1) return exactOffer(toListParams('contactType', onlyType, side));
  if (onlyOther && rest.length === 1) {
    return exactOffer(toListParams('contactType', onlyOther, side === 'these' ? 'others' : 'these'));
  }
  return undefined;
}

/** A list of none or all of the types says the same of each contact. */
function constantOfTypes(list: readonly Channel[], isIncluded: boolean): boolean | undefined {
  const { length } = typesOf(list);
  if (length === 0) return !isIncluded;
  return length === CONTACT_TYPES.length ? isIncluded : undefined;
}

function typesOf(list: readonly Channel[]): readonly ContactType[] {
  return CONTACT_TYPES.filter((type) => list.some((channel) => TYPE_OF_CHANNEL[channel] === type));
}
