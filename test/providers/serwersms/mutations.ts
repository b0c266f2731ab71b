import { CREDENTIALS } from '../../../src/emulators/serwersms/index.js';
import { encodeId } from '../../../src/graph/values/id.js';
import type { Answer } from '../../support/gateway.js';
import type { SerwerSmsFixture } from './fixture.js';

export const LOGIN = { auth: { username: CREDENTIALS.username, password: CREDENTIALS.password } };

export const contactId = (key: string | number): string => encodeId('serwersms', 'contact', String(key));
export const groupId = (key: string | number): string => encodeId('serwersms', 'group', String(key));

const CONTACT = 'contact { upstreamId } userErrors { code field message }';
const GROUP = 'group { upstreamId } userErrors { code field message }';
const DELETED = 'deletedIds userErrors { code field message }';
const INPUT = '($input: CreateSerwerSmsContactInput!)';
const CHANGE = '($id: ID!, $input: UpdateSerwerSmsContactInput!)';
const LINK = '($contactId: ID!, $groupId: ID!)';

type Input = Readonly<Record<string, unknown>>;
type Ask = SerwerSmsFixture['ask'];

/** The mutations of contacts and groups, each under the name `it`. */
export const mutations = {
  create: (ask: Ask, input: Input): Promise<Answer> =>
    ask(`mutation ${INPUT} { it: createContact(input: { serwerSms: $input }) { ${CONTACT} } }`, { input }),
  update: (ask: Ask, key: string | number, input: Input): Promise<Answer> =>
    ask(`mutation ${CHANGE} { it: updateContact(id: $id, input: { serwerSms: $input }) { ${CONTACT} } }`, {
      id: contactId(key),
      input,
    }),
  remove: (ask: Ask, key: string | number): Promise<Answer> =>
    ask(`mutation ($id: ID!) { it: deleteContact(id: $id) { ${DELETED} } }`, { id: contactId(key) }),
  link: (ask: Ask, key: string | number, group: string | number): Promise<Answer> =>
    ask(`mutation ${LINK} { it: addContactToGroup(contactId: $contactId, groupId: $groupId) { ${CONTACT} } }`, {
      contactId: contactId(key),
      groupId: groupId(group),
    }),
  unlink: (ask: Ask, key: string | number, group: string | number): Promise<Answer> =>
    ask(`mutation ${LINK} { it: removeContactFromGroup(contactId: $contactId, groupId: $groupId) { ${CONTACT} } }`, {
      contactId: contactId(key),
      groupId: groupId(group),
    }),
  createGroup: (ask: Ask, input: Input): Promise<Answer> =>
    ask(`mutation ($input: CreateGroupInput!) { it: createGroup(input: $input) { ${GROUP} } }`, {
      input: { upstream: 'serwersms', ...input },
    }),
  updateGroup: (ask: Ask, key: string | number, input: Input): Promise<Answer> =>
    ask(`mutation ($id: ID!, $input: UpdateGroupInput!) { it: updateGroup(id: $id, input: $input) { ${GROUP} } }`, {
      id: groupId(key),
      input,
    }),
  removeGroup: (ask: Ask, key: string | number, deleteContacts?: boolean): Promise<Answer> =>
    ask(
      `mutation ($id: ID!, $too: Boolean) { it: deleteGroup(id: $id, deleteContacts: $too) { ${DELETED} } }`,
      deleteContacts === undefined ? { id: groupId(key) } : { id: groupId(key), too: deleteContacts },
    ),
} as const;

const READS = ['contacts/index', 'contacts/view', 'groups/index', 'groups/view', 'groups/check'];

/** What reached the emulator as writes: actions and their parameters without the log-in. */
export function writesSeen({ seen }: SerwerSmsFixture): ReadonlyArray<readonly [action: string, parameters: unknown]> {
  return seen().filter(([action]) => !READS.includes(action));
}
