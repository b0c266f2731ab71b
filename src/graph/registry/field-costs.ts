import { accountListQuery } from '../account/list-query.js';
import { campaignListQuery } from '../campaign/list-query.js';
import type { CampaignFilter } from '../campaign/types.js';
import type { Channel, ContactOrder } from '../contact/types.js';
import type { ContactFilter } from '../contact/filter-input.js';
import { sortedContactListQuery } from '../contact/list.js';
import { gatewayListQuery } from '../gateway/list-query.js';
import type { GroupFilter } from '../group/types.js';
import { groupListQuery } from '../group/list-query.js';
import type { MessageFilter } from '../message/types.js';
import { messageListQuery } from '../message/list-query.js';
import type { ProgramFilter } from '../program/types.js';
import { programListQuery } from '../program/list-query.js';
import type { TransmissionFilter } from '../transmission/types.js';
import { transmissionListQuery } from '../transmission/list-query.js';
import type { UserFilter } from '../user/types.js';
import { userListQuery } from '../user/list-query.js';
import type { FieldCost, FieldCosts } from '../ports/field-costs.js';
import { contactGroupsCost, itemsByIds } from '../cost/named-items.js';
import { deferredColumnCost, linkedItemCost, rootListCost, nestedListCost, readCost } from '../cost/field-kinds.js';
import { personContactsCost, peopleCost, personCost, contactPersonCost } from '../person/costs.js';
import type { Noun } from '../ports/backends.js';

/**
 * What each field costs that is more than a part of its row, at any provider. The schema has checked what a client gave: a
 * filter is the filter of its field.
 */
export const FIELD_COSTS: FieldCosts = {
  'Query.contacts': rootListCost((args, { context }) =>
    sortedContactListQuery(
      { filter: args.get('filter') as ContactFilter | null, orderBy: args.get('orderBy') as ContactOrder },
      context,
    ),
  ),
  'Query.groups': rootListCost((args) => groupListQuery(args.get('filter') as GroupFilter | null)),
  'Query.gateways': rootListCost((args) => gatewayListQuery(args.get('channel') as Channel | null)),
  'Query.campaigns': rootListCost((args) => campaignListQuery(args.get('filter') as CampaignFilter | null)),
  'Query.transmissions': rootListCost((args) =>
    transmissionListQuery({ filter: args.get('filter') as TransmissionFilter | null }),
  ),
  'Query.programs': rootListCost((args) => programListQuery(args.get('filter') as ProgramFilter | null)),
  'Query.messages': rootListCost((args) => messageListQuery(args.get('filter') as MessageFilter | null)),
  'Query.accounts': rootListCost(() => accountListQuery()),
  'Query.users': rootListCost((args) => userListQuery(args.get('filter') as UserFilter | null)),
  'Query.statistics': readCost('statistics'),
  'Query.contact': itemsByIds('id', 'contact'),
  'Query.node': itemsByIds('id'),
  'Query.nodes': itemsByIds('ids'),
  'Query.person': personCost,
  'Query.people': peopleCost,

  'Person.contacts': personContactsCost,
  'Contact.person': contactPersonCost,
  'Contact.groups': contactGroupsCost,
  'Group.contacts': nestedListCost('groupId', 'group', (args, { context }, extraFilter) =>
    sortedContactListQuery(
      { filter: args.get('filter') as ContactFilter | null, ...(extraFilter ? { extraFilter } : {}) },
      context,
    ),
  ),

  'Transmission.attempts': {
    ...deferredColumnCost('transmission', 'attempts'),
    plan: ({ rows }) => rows.map(rowsOfAttempts),
  },
  'Transmission.contact': linkedItemCost('contact', { of: 'transmission', row: 'contactRow' }),
  'Transmission.account': linkedItemCost('account', { of: 'transmission', row: 'accountRow' }),
  'Transmission.program': linkedItemCost('program', { of: 'transmission', column: 'programKey' }),
  'Transmission.campaign': linkedItemCost('campaign', { of: 'transmission', column: 'campaignKey', oneIn: 2 }),
  'TransmissionAttempt.transmission': linkedItemCost('transmission'),

  'Campaign.program': linkedItemCost('program'),
  'Campaign.group': linkedItemCost('group'),
  'Campaign.account': linkedItemCost('account'),
  'Campaign.progress': { deferred: { noun: 'campaign', columns: () => ['contactsTotal', 'contactsDone'] } },
  'Campaign.transmissions': nestedTransmissionsCost('campaignId', 'campaign'),

  'Program.parent': linkedItemCost('program', { oneIn: 2 }),
  'Program.transmissions': nestedTransmissionsCost('programId', 'program'),
  ...Object.fromEntries(
    ['EmailToFax', 'FaxToEmail', 'ReceiveEmail', 'ReceiveFax', 'ReceiveSms'].map((type) => [
      `${type}Program.account`,
      linkedItemCost('account', { of: 'program', column: 'accountKey' }),
    ]),
  ),
  'SendEmailProgram.template': programMessageCost(),
  'SendFaxProgram.document': programMessageCost(),
  'SendSmsProgram.text': programMessageCost(),
  'VoiceMessageProgram.recording': programMessageCost(),

  'Account.owner': linkedItemCost('user', { of: 'account', column: 'ownerKey' }),
  'Account.setting': {
    deferred: { noun: 'account', columns: (args) => [`setting:${String(args.get('name'))}`] },
  },

  // What is to take a file is looked at, wherever it is, before its URL is signed.
  'Mutation.createMediaUpload': itemsByIds('messageId', 'message'),
  'Mutation.createGroupImport': itemsByIds('groupId', 'group'),
  ...payloadCosts({
    Contact: 'contact',
    Account: 'account',
    Campaign: 'campaign',
    Group: 'group',
    Document: 'message',
    Recording: 'message',
    Template: 'message',
    Text: 'message',
    Program: 'program',
    Transmission: 'transmission',
    User: 'user',
  }),
  'AttemptPayload.attempt': linkedItemCost('attempt'),
  'AttemptPayload.transmission': linkedItemCost('transmission'),
};

function nestedTransmissionsCost(path: string, of: Noun): FieldCost {
  return nestedListCost(path, of, (_args, _planning, extraFilter) =>
    transmissionListQuery(extraFilter ? { extraFilter } : {}),
  );
}

function programMessageCost(): FieldCost {
  return linkedItemCost('message', { of: 'program', column: 'messageKey' });
}

/** What a write made or changed is read anew. */
function payloadCosts(nouns: Readonly<Record<string, Noun>>): FieldCosts {
  return Object.fromEntries(
    Object.entries(nouns).map(([type, noun]) => [
      `${type}Payload.${type.charAt(0).toLowerCase()}${type.slice(1)}`,
      linkedItemCost(noun),
    ]),
  );
}

/** Attempts of each transmission: one is usual, and more than so many nobody configures. */
const MAX_ATTEMPTS = 10;

function rowsOfAttempts(row: Parameters<NonNullable<FieldCost['plan']>>[0]['rows'][number]) {
  const { expected, worst } = row.count;
  return { ...row, count: { expected, worst: worst * MAX_ATTEMPTS } };
}
