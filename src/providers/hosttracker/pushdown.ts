import { isTypedAlike } from '../../graph/email.js';
import type { Channel } from '../../graph/contact/contact.js';
import type { Offer, Params, Pushdown } from '../../query/plan.js';
import { isInvariant } from '../../query/text.js';
import { COLUMN, OURS } from './filter.js';
import { listed, type Side } from './query.js';
import { CONTACT_TYPES, type ContactType } from './wire-contact.js';

/** How many characters of a query one list may take: servers of HostTracker's make refuse queries of more than 2048. */
const LONGEST = 900;

const TYPES: Readonly<Partial<Record<Channel, ContactType>>> = {
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
    'email.eq': () => inexactly(MAILED),
    'email.in': () => inexactly(MAILED),
    'email.contains': () => inexactly(MAILED),
    'email.startsWith': () => inexactly(MAILED),
    'phone.eq': () => inexactly(NOT_MAILED),
    'phone.in': () => inexactly(NOT_MAILED),
    'phone.contains': () => inexactly(NOT_MAILED),
    'phone.startsWith': () => inexactly(NOT_MAILED),
    channel: (channel: Channel) => types([channel], 'these'),
    'hostTracker.contactTypes': (list: readonly Channel[]) => types(list, 'these'),
    'hostTracker.excludeContactTypes': (list: readonly Channel[]) => types(list, 'others'),
    'hostTracker.upstreamIds': (list: readonly string[]) => ids(list, 'these'),
    'hostTracker.excludeUpstreamIds': (list: readonly string[]) => ids(list, 'others'),
    'hostTracker.confirmed': (value: boolean) => exactly({ confirmed: word(value) }),
    'hostTracker.overlimited': (value: boolean) => exactly({ overlimited: word(value) }),
    // Whether False finds contacts without that setting is not said, and ours does.
    'hostTracker.acceptsBillingNotifications': (value: boolean) =>
      value ? exactly({ acceptBillingNotifications: word(value) }) : undefined,
  },
  constants: {
    [OURS]: () => true,
    // It has no groups, and no way to send a fax.
    groupId: () => false,
    ungrouped: () => true,
    channel: (channel: Channel) => (channel in TYPES ? undefined : false),
    'hostTracker.contactTypes': (list: readonly Channel[]) => settled(list, true),
    'hostTracker.excludeContactTypes': (list: readonly Channel[]) => settled(list, false),
  },
  window: false,
  columns: ['id', 'name', 'email', 'phone', 'channel', 'groups', COLUMN],
};

/** What it can be asked for where it is to write: there the filter itself is sent, and read back beforehand. */
export const writePushdown: Pushdown = {
  ...pushdown,
  offers: {
    ...pushdown.offers,
    'hostTracker.addresses': (list: readonly string[]) => addresses(list),
    'hostTracker.excludeAddresses': (list: readonly string[]) => addresses(list, 'others'),
  },
};

/** The one type that has e-mail addresses, and all others: the two that have phones are more than one can ask for. */
const MAILED = listed('contactType', 'Email', 'these');
const NOT_MAILED = listed('contactType', 'Email', 'others');

function exactly(params: Params): Offer {
  return { grip: 'exact', params };
}

function inexactly(params: Params): Offer {
  return { grip: 'inexact', params };
}

function word(value: boolean): 'True' | 'False' {
  return value ? 'True' : 'False';
}

/** How it compares addresses is documented nowhere, so each is given as it came and in lower case. */
function addresses(list: readonly string[], side: Side = 'these'): Offer | undefined {
  const spellings = [...new Set(list.flatMap((address) => [address, address.toLowerCase()]))];
  if (!spellings.every(isPlain) || tooLong(spellings)) return undefined;
  return inexactly(listed('addresses', spellings, side));
}

/**
 * Without blanks, quotes and what separates lists, as those may mean something to it, and in a spelling that all others
 * are but for their case.
 */
function isPlain(address: string): boolean {
  return /^[^\s",;\p{C}]+$/u.test(address) && isTypedAlike(address) && (address.includes('@') || isInvariant(address));
}

function ids(list: readonly string[], side: Side): Offer | undefined {
  return tooLong(list) ? undefined : exactly(listed('ids', list, side));
}

function tooLong(list: readonly string[]): boolean {
  // Twelve for the longest name, with what stands around it.
  return list.reduce((sum, each) => sum + encodeURIComponent(each).length + 12, 0) > LONGEST;
}

/** One type can be asked for, or all but one. */
function types(list: readonly Channel[], side: Side): Offer | undefined {
  const named = typesOf(list);
  const rest = CONTACT_TYPES.filter((type) => !named.includes(type));
  const [one] = named;
  const [left] = rest;
  if (one && named.length === 1) return exactly(listed('contactType', one, side));
  if (left && rest.length === 1) {
    return exactly(listed('contactType', left, side === 'these' ? 'others' : 'these'));
  }
  return undefined;
}

/** A list of none or all of the types says the same of each contact. */
function settled(list: readonly Channel[], these: boolean): boolean | undefined {
  const { length } = typesOf(list);
  if (length === 0) return !these;
  return length === CONTACT_TYPES.length ? these : undefined;
}

function typesOf(list: readonly Channel[]): readonly ContactType[] {
  return CONTACT_TYPES.filter((type) => list.some((channel) => TYPES[channel] === type));
}
