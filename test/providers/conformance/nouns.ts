import type { Campaign } from '../../../src/graph/campaign/types.js';
import type { Contact } from '../../../src/graph/contact/types.js';
import { contactTests } from '../../../src/graph/contact/filter.js';
import type { Gateway } from '../../../src/graph/gateway/types.js';
import type { Message } from '../../../src/graph/message/types.js';
import type { Program } from '../../../src/graph/program/types.js';
import { nameTests, textTestsOf } from '../../../src/graph/values/text-filter.js';
import type { Transmission } from '../../../src/graph/transmission/types.js';
import type { User } from '../../../src/graph/user/types.js';
import type { IdentifiedRow } from '../../../src/query/order.js';
import type { RowTests } from '../../../src/query/residual.js';

/** How rows of a noun are tested, and what there is to ask of them. */
export interface Model<Row> {
  readonly tests: RowTests<Row>;
  /** Texts of a row, by field of its filter. */
  readonly texts?: Readonly<Record<string, (row: Row) => readonly string[]>>;
  /** Keys that a row holds, by path. */
  readonly keys?: Readonly<Record<string, (row: Row) => string | null | undefined>>;
  /** All words of an enumeration, by path. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** What rows can be sorted by, by column. */
  readonly orders?: Readonly<Record<string, (row: Row) => string | undefined>>;
}

const CHANNELS = ['EMAIL', 'SMS', 'IM', 'VOICE', 'FAX'] as const;

const textIn = (text: string | null | undefined): readonly string[] => (text ? [text] : []);

const user: Model<User> = {
  tests: {
    ...textTestsOf<User>('username', ({ username }) => textIn(username)),
    ...textTestsOf<User>('email', ({ email }) => textIn(email)),
    ...textTestsOf<User>('phone', ({ phone }) => textIn(phone)),
  },
  texts: {
    username: ({ username }) => textIn(username),
    email: ({ email }) => textIn(email),
    phone: ({ phone }) => textIn(phone),
  },
};

const message: Model<Message & { readonly __typename?: string }> = {
  tests: {
    ...nameTests<Message>(),
    kind: {
      column: 'kind',
      compile: (kind: string) => (row) => row.__typename?.toUpperCase() === kind,
    },
  },
  texts: { name: ({ name }) => [name] },
  words: { kind: ['DOCUMENT', 'RECORDING', 'TEMPLATE', 'TEXT'] },
};

const program: Model<Program> = {
  tests: {
    ...nameTests<Program>(),
    type: {
      column: 'type',
      compile:
        (type: string) =>
        ({ type: own }) =>
          own === type,
    },
  },
  texts: { name: ({ name }) => [name] },
  words: {
    type: [
      ...['EMAIL_TO_FAX', 'FAX_TO_EMAIL', 'RECEIVE_EMAIL', 'RECEIVE_FAX', 'RECEIVE_SMS', 'SEND_EMAIL', 'SEND_FAX'],
      ...['SEND_SMS', 'VOICE_MESSAGE', 'VOICE_TTS', 'UNKNOWN'],
    ],
  },
};

const campaign: Model<Campaign> = {
  tests: {
    status: { column: 'status', compile: (status: string) => (row) => row.status === status },
    programId: { column: 'programId', compile: (key: string) => (row) => row.programKey === key },
    groupId: { column: 'groupId', compile: (key: string) => (row) => row.groupKey === key },
  },
  keys: { programId: ({ programKey }) => programKey, groupId: ({ groupKey }) => groupKey },
  words: { status: ['NEW', 'ACTIVE', 'RUNNING', 'PAUSED', 'COMPLETED', 'STOPPED', 'FAILED', 'UNKNOWN'] },
};

const transmission: Model<Transmission> = {
  tests: {
    status: { column: 'status', compile: (status: string) => (row) => row.status === status },
    direction: { column: 'direction', compile: (direction: string) => (row) => row.direction === direction },
    channel: { column: 'channel', compile: (channel: string) => (row) => row.channel === channel },
    contactId: { column: 'contactId', compile: (key: string) => (row) => row.contactKey === key },
    accountId: { column: 'accountId', compile: (key: string) => (row) => row.accountKey === key },
    programId: { column: 'programId', compile: (key: string) => (row) => row.programKey === key },
    campaignId: { column: 'campaignId', compile: (key: string) => (row) => row.campaignKey === key },
  },
  keys: {
    contactId: ({ contactKey }) => contactKey,
    accountId: ({ accountKey }) => accountKey,
    programId: ({ programKey }) => programKey,
    campaignId: ({ campaignKey }) => campaignKey,
  },
  words: {
    status: ['PENDING', 'PROCESSING', 'COMPLETED', 'FAILED', 'INVALID', 'UNKNOWN'],
    direction: ['OUTBOUND', 'INBOUND', 'UNKNOWN'],
    channel: CHANNELS,
  },
};

const gateway: Model<Gateway> = {
  tests: {
    channel: {
      column: 'channel',
      compile:
        (channel: (typeof CHANNELS)[number]) =>
        ({ channels }) =>
          channels.includes(channel),
    },
  },
  words: { channel: CHANNELS },
};

const contact: Model<Contact> = {
  tests: contactTests,
  orders: {
    name: ({ displayName }) => displayName.toLowerCase() || undefined,
    email: ({ emails }) => emails[0],
    phone: ({ phones }) => phones[0]?.toLowerCase(),
  },
};

/** How the rows of each list are judged, by noun; written anew here, so that a slip of the graph's own is seen too. */
export const MODELS: Readonly<Record<string, Model<never>>> = {
  account: { tests: {} } satisfies Model<IdentifiedRow>,
  campaign,
  contact,
  gateway,
  group: { tests: nameTests(), texts: { name: ({ name }: { readonly name: string }) => [name] } },
  message,
  program,
  transmission,
  user,
};
