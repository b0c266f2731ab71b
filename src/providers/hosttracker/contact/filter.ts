import { Channel, type Contact } from '../../../graph/contact/types.js';
import { extendContactFilter } from '../../../graph/contact/extension.js';
import { Field, InputType } from '../../../graph/values/decorators.js';
import { emailKey } from '../../../graph/values/text-filter.js';
import { isUuid } from '../../../graph/values/uuid.js';
import { condition, matchNone, type Filter } from '../../../query/filter.js';
import type { RowTest } from '../../../query/residual.js';
import { plainText } from '../../../query/text.js';
import type { HostTrackerContactRow } from './types.js';

@InputType({ description: 'Contacts of HostTracker accounts only, by what only they have. All parts must hold.' })
export class HostTrackerContactFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Have one of these addresses as HostTracker holds them, without case; phones there have no plus.',
  })
  readonly addresses?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Have none of these addresses.' })
  readonly excludeAddresses?: string[] | null;

  @Field(() => [Channel], { nullable: true, description: 'Are reached in one of these ways.' })
  readonly contactTypes?: Channel[] | null;

  @Field(() => [Channel], { nullable: true, description: 'Are reached in none of these ways.' })
  readonly excludeContactTypes?: Channel[] | null;

  @Field(() => [String], { nullable: true, description: 'Have one of these `upstreamId`s.' })
  readonly upstreamIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Have none of these `upstreamId`s.' })
  readonly excludeUpstreamIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Are confirmed, or are not.' })
  readonly confirmed?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Are over a limit of their billing, or are not.' })
  readonly overlimited?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Accept billing notifications, or do not; contacts without that setting do not.',
  })
  readonly acceptsBillingNotifications?: boolean | null;
}

/** Matches every contact of HostTracker and no other, as an empty filter does. */
export const ANY_HOSTTRACKER_CONTACT = 'hostTracker.any';
/** The column of all conditions of this filter. Each row has it. */
export const FILTER_COLUMN = 'hostTracker';

type OptionalList = readonly string[] | null | undefined;

function toFilter(input: HostTrackerContactFilter): Filter {
  const parts = [
    ...includeCondition('addresses', input.addresses?.map(plainText)),
    ...includeCondition('contactTypes', input.contactTypes),
    // An id of another form is that of no contact.
    ...includeCondition('upstreamIds', input.upstreamIds?.filter(isUuid)),
    ...excludeCondition('excludeAddresses', input.excludeAddresses?.map(plainText)),
    ...excludeCondition('excludeContactTypes', input.excludeContactTypes),
    ...excludeCondition('excludeUpstreamIds', input.excludeUpstreamIds?.filter(isUuid)),
    ...(['confirmed', 'overlimited', 'acceptsBillingNotifications'] as const).flatMap((field) =>
      typeof input[field] === 'boolean' ? condition(`hostTracker.${field}`, input[field]) : [],
    ),
  ];
  return parts.length ? { is: 'all', of: parts } : condition(ANY_HOSTTRACKER_CONTACT, true, 'hostTracker');
}

function includeCondition(field: string, list: OptionalList): Filter[] {
  if (!list) return [];
  return [list.length ? condition(`hostTracker.${field}`, list) : matchNone];
}

function excludeCondition(field: string, list: OptionalList): Filter[] {
  return list?.length ? [condition(`hostTracker.${field}`, list)] : [];
}

function isHostTrackerContact(contact: Contact | HostTrackerContactRow): contact is HostTrackerContactRow {
  return contact.upstream.provider === 'HOSTTRACKER';
}

/** A test of HostTracker's rows; rows of other providers fail it. */
function hostTrackerTest(createTest: (value: never) => (row: HostTrackerContactRow) => boolean): RowTest<Contact> {
  return {
    column: FILTER_COLUMN,
    compile: (value: never) => {
      const test = createTest(value);
      return (row) => isHostTrackerContact(row) && test(row);
    },
  };
}

/** Tests whether one of the row's texts is, or is not, on a list, in any spelling. */
function listTest(read: (row: HostTrackerContactRow) => readonly string[], isOnList: boolean): RowTest<Contact> {
  return hostTrackerTest((list: readonly string[]) => {
    const texts = new Set(list.map(emailKey));
    return (row) => read(row).some((text) => texts.has(emailKey(text))) === isOnList;
  });
}

const addressOf = ({ address }: HostTrackerContactRow): readonly string[] => (address === null ? [] : [address]);
const channelsOf = ({ channels }: HostTrackerContactRow): readonly string[] => channels;
const idOf = ({ upstreamId }: HostTrackerContactRow): readonly string[] => [upstreamId];

/** `ContactFilter.hostTracker`. */
export const contactFilter = extendContactFilter(
  'hostTracker',
  HostTrackerContactFilter,
  'Contacts of HostTracker accounts only, by what only they have.',
  toFilter,
  {
    [ANY_HOSTTRACKER_CONTACT]: hostTrackerTest(() => () => true),
    'hostTracker.addresses': listTest(addressOf, true),
    'hostTracker.excludeAddresses': listTest(addressOf, false),
    'hostTracker.contactTypes': listTest(channelsOf, true),
    'hostTracker.excludeContactTypes': listTest(channelsOf, false),
    'hostTracker.upstreamIds': listTest(idOf, true),
    'hostTracker.excludeUpstreamIds': listTest(idOf, false),
    'hostTracker.confirmed': hostTrackerTest(
      (value: boolean) =>
        ({ confirmed }) =>
          (confirmed ?? false) === value,
    ),
    'hostTracker.overlimited': hostTrackerTest(
      (value: boolean) =>
        ({ billingOverlimit }) =>
          billingOverlimit.length > 0 === value,
    ),
    'hostTracker.acceptsBillingNotifications': hostTrackerTest(
      (value: boolean) => (row) =>
        ('sendBillingNotifications' in row && row.sendBillingNotifications === true) === value,
    ),
  },
);
