import { accountQuestion } from '../account/question.js';
import { campaignQuestion } from '../campaign/question.js';
import type { CampaignFilter } from '../campaign/campaign.js';
import type { Channel, ContactOrder } from '../contact/contact.js';
import type { ContactFilter } from '../contact/input.js';
import { sortedContacts } from '../contact/list.js';
import { gatewayQuestion } from '../gateway/question.js';
import type { GroupFilter } from '../group/group.js';
import { groupQuestion } from '../group/question.js';
import type { MessageFilter } from '../message/message.js';
import { messageQuestion } from '../message/question.js';
import type { Noun } from '../provider.js';
import type { ProgramFilter } from '../program/program.js';
import { programQuestion } from '../program/question.js';
import type { TransmissionFilter } from '../transmission/transmission.js';
import { transmissionQuestion } from '../transmission/question.js';
import type { UserFilter } from '../user/user.js';
import { userQuestion } from '../user/question.js';
import type { FieldCost, FieldCosts } from './ask.js';
import { groupsOfContacts, named } from './contacts.js';
import { late, linked, listed, listedBy, read } from './kinds.js';
import { contactsOfPeople, people, person, personOfContacts } from './people.js';

/**
 * What each field costs that is more than a part of its row, at any provider. The schema has checked what a client gave: a
 * filter is the filter of its field.
 */
export const FIELD_COSTS: FieldCosts = {
  'Query.contacts': listed((args, { context }) =>
    sortedContacts(
      { filter: args.get('filter') as ContactFilter | null, orderBy: args.get('orderBy') as ContactOrder },
      context,
    ),
  ),
  'Query.groups': listed((args) => groupQuestion(args.get('filter') as GroupFilter | null)),
  'Query.gateways': listed((args) => gatewayQuestion(args.get('channel') as Channel | null)),
  'Query.campaigns': listed((args) => campaignQuestion(args.get('filter') as CampaignFilter | null)),
  'Query.transmissions': listed((args) =>
    transmissionQuestion({ filter: args.get('filter') as TransmissionFilter | null }),
  ),
  'Query.programs': listed((args) => programQuestion(args.get('filter') as ProgramFilter | null)),
  'Query.messages': listed((args) => messageQuestion(args.get('filter') as MessageFilter | null)),
  'Query.accounts': listed(() => accountQuestion()),
  'Query.users': listed((args) => userQuestion(args.get('filter') as UserFilter | null)),
  'Query.statistics': read('statistics'),
  'Query.contact': named('id', 'contact'),
  'Query.node': named('id'),
  'Query.nodes': named('ids'),
  'Query.person': person,
  'Query.people': people,

  'Person.contacts': contactsOfPeople,
  'Contact.person': personOfContacts,
  'Contact.groups': groupsOfContacts,
  'Group.contactCount': late('group', 'contactCount'),
  'Group.contacts': listedBy('groupId', 'group', (args, { context }, also) =>
    sortedContacts({ filter: args.get('filter') as ContactFilter | null, ...(also ? { also } : {}) }, context),
  ),

  ...lates('transmission', 'Transmission', ['title', 'origin', 'channel', 'triesAllowed', 'status', 'results']),
  'Transmission.attempts': { ...late('transmission', 'attempts'), plan: ({ rows }) => rows.map(severalOf) },
  'Transmission.contact': linked('contact', { of: 'transmission', row: 'contactRow' }),
  'Transmission.account': linked('account', { of: 'transmission', row: 'accountRow' }),
  'Transmission.program': linked('program', { of: 'transmission', column: 'programKey' }),
  'Transmission.campaign': linked('campaign', { of: 'transmission', column: 'campaignKey', oneIn: 2 }),
  ...lates('attempt', 'TransmissionAttempt', [
    'response',
    'spooledAt',
    'startedAt',
    'connectedAt',
    'endedAt',
    'results',
  ]),
  'TransmissionAttempt.transmission': linked('transmission'),

  'Campaign.program': linked('program'),
  'Campaign.group': linked('group'),
  'Campaign.account': linked('account'),
  ...lates('campaign', 'Campaign', ['contactsTotal', 'contactsDone', 'lastRunAt', 'createdAt']),
  'Campaign.progress': { late: { noun: 'campaign', columns: () => ['contactsTotal', 'contactsDone'] } },
  'Campaign.transmissions': transmissionsBy('campaignId', 'campaign'),

  'Program.parent': linked('program', { oneIn: 2 }),
  'Program.transmissions': transmissionsBy('programId', 'program'),
  ...Object.fromEntries(
    ['EmailToFax', 'FaxToEmail', 'ReceiveEmail', 'ReceiveFax', 'ReceiveSms'].map((type) => [
      `${type}Program.account`,
      linked('account', { of: 'program', column: 'accountKey' }),
    ]),
  ),
  'SendEmailProgram.template': messageOfProgram(),
  'SendFaxProgram.document': messageOfProgram(),
  'SendSmsProgram.text': messageOfProgram(),
  'VoiceMessageProgram.recording': messageOfProgram(),
  'VoiceTtsProgram.data': late('program', 'data'),

  'Document.quality': late('message', 'quality'),
  'Recording.codec': late('message', 'codec'),
  'Template.body': late('message', 'body'),
  'Template.bodyAlt': late('message', 'bodyAlt'),
  'Text.data': late('message', 'data'),

  ...lates('account', 'Account', ['address', 'active', 'type']),
  'Account.owner': linked('user', { of: 'account', column: 'ownerKey' }),
  'Account.setting': {
    late: { noun: 'account', columns: (args) => [`setting:${String(args.get('name'))}`] },
  },

  ...lates('user', 'User', [
    'username',
    'address',
    'company',
    'countryId',
    'timezoneId',
    'active',
    'roles',
    'permissions',
  ]),

  // What is to take a file is looked at, wherever it is, before its URL is signed.
  'Mutation.createMediaUpload': named('messageId', 'message'),
  'Mutation.createGroupImport': named('groupId', 'group'),
  ...payloads({
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
  'AttemptPayload.attempt': linked('attempt'),
  'AttemptPayload.transmission': linked('transmission'),
};

function lates(noun: Noun, type: string, columns: readonly string[]): FieldCosts {
  return Object.fromEntries(columns.map((column) => [`${type}.${column}`, late(noun, column)]));
}

function transmissionsBy(path: string, of: Noun): FieldCost {
  return listedBy(path, of, (_args, _planning, also) => transmissionQuestion(also ? { also } : {}));
}

function messageOfProgram(): FieldCost {
  return linked('message', { of: 'program', column: 'messageKey' });
}

/** What a write made or changed is read anew. */
function payloads(nouns: Readonly<Record<string, Noun>>): FieldCosts {
  return Object.fromEntries(
    Object.entries(nouns).map(([type, noun]) => [
      `${type}Payload.${type.charAt(0).toLowerCase()}${type.slice(1)}`,
      linked(noun),
    ]),
  );
}

/** Attempts of each transmission: one is usual, and more than so many nobody configures. */
const MOST_ATTEMPTS = 10;

function severalOf(row: Parameters<NonNullable<FieldCost['plan']>>[0]['rows'][number]) {
  const { expected, worst } = row.count;
  return { ...row, count: { expected, worst: worst * MOST_ATTEMPTS } };
}
