import { PEOPLE } from '../kit/people.js';
import { EDGES } from './seed-edges.js';
import { ACCOUNTS, DOCUMENTS, FILES, PROGRAMS, RECORDINGS, TEMPLATES, TEXTS } from './seed-messages.js';
import { CAMPAIGNS, SPOOL_RESULTS, SPOOLS, TRANSMISSIONS } from './seed-sending.js';
import type { Configuration } from './state.js';
import type { Values } from './table.js';
import type { TableName } from './resources.js';

/**
 * A data set in the server's own words. Tables that it does not name are empty, except that without `users` the demo
 * users are there, and their roles and permissions always are. A group's `contact_total` follows from the links, a
 * campaign's from its transmissions, and each user gets an account unless `accounts` are named.
 */
export type Seed = Readonly<Partial<Record<TableName, readonly Values[]>>> & {
  readonly configuration?: Configuration;
  /** What lies on the server's disk, by the names that objects have for it. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
};

/** The demo users of a fresh installation; the passwords are kept as their MD5. */
export const DEMO_USERS: Pick<Seed, 'users' | 'user_roles'> = {
  users: [
    {
      user_id: 1,
      username: 'admin',
      passwd: 'e7ba0ce69ee47a98981ff9ad7d5db580',
      first_name: 'System',
      last_name: 'Administrator',
      phone: '111111',
      email: 'admin@ictcore.org',
      active: 1,
    },
    {
      user_id: 2,
      username: 'user',
      passwd: 'e5b021ef9f5b148da3e2cda979ca164d',
      first_name: 'Test',
      last_name: 'User',
      phone: '222222',
      email: 'user@ictcore.org',
      active: 1,
    },
  ],
  user_roles: [
    { user_id: 1, role_id: 1 },
    { user_id: 1, role_id: 2 },
    { user_id: 2, role_id: 1 },
  ],
};

/** Members of the cast whom this installation does not know. */
const UNKNOWN_HERE: readonly number[] = [4, 9, 13, 17, 22, 26, 29, 33, 36, 38, 43];
const FIRST_DAY = 1_767_225_600;
const HOUR = 3_600;

/** One number as different clerks type it. */
const SPELLINGS: ReadonlyArray<(phone: string) => string> = [
  (phone) => phone,
  (phone) => phone.slice(1),
  (phone) => (phone.startsWith('+48') ? phone.slice(3) : phone),
  (phone) => phone.replace('+', '00'),
  (phone) => phone.replace(/(\d{3})(\d{3})(\d{3})$/, ' $1 $2 $3'),
  (phone) => phone.replace(/(\d{3})(\d{3})(\d{3})$/, '-$1-$2-$3'),
];

const people: Values[] = PEOPLE.flatMap(({ first, last, email, phone }, index) => {
  if (UNKNOWN_HERE.includes(index)) return [];
  const spell = SPELLINGS[index % SPELLINGS.length];
  return [
    {
      first_name: first,
      last_name: last,
      phone: spell?.(phone),
      email: index % 7 === 3 ? email.toUpperCase() : index % 11 === 5 ? null : email,
      address: index % 3 === 0 ? 'ul. Prosta 1/2, 00-001 Warszawa' : null,
      custom1: index % 5 === 0 ? 'vip' : null,
    },
  ];
});

const contacts: Values[] = [...people, ...EDGES].map((contact, index) => ({
  contact_id: index + 1,
  user_id: 1,
  date_created: FIRST_DAY + index * HOUR,
  ...contact,
}));

const groups: readonly Values[] = [
  { group_id: 1, name: 'Customers', description: 'all customers', user_id: 1 },
  { group_id: 2, name: 'Dział techniczny', description: '', user_id: 1 },
  { group_id: 3, name: 'On call 24/7', description: 'R&D <on duty>', user_id: 1 },
  { group_id: 4, name: 'Newsletter', description: 'opted in 100%', user_id: 1 },
  { group_id: 5, name: 'Former staff', description: 'nobody yet', user_id: 1 },
];

/** Group 1: contacts 1 to 20; 2: 18 to 24; 3: 1, 5 and 21; 4: 25 to 33. The others are in none, group 5 is empty. */
const links: readonly Values[] = [
  ...range(1, 20).map((contact_id) => ({ group_id: 1, contact_id })),
  ...range(18, 24).map((contact_id) => ({ group_id: 2, contact_id })),
  ...[1, 5, 21].map((contact_id) => ({ group_id: 3, contact_id })),
  ...range(25, 33).map((contact_id) => ({ group_id: 4, contact_id })),
];

const providers: readonly Values[] = [
  {
    name: 'trunk-waw-1',
    type: 'sip',
    service_flag: 3,
    node_id: 1,
    host: 'sip.example.net',
    port: 5060,
    username: 'trunkline',
    password: 'sip-s3cret',
    prefix: '48',
    register: 1,
    weight: 10,
    active: 1,
  },
  {
    name: 'smsc',
    type: 'smpp',
    service_flag: 4,
    node_id: 1,
    host: '198.51.100.6',
    port: 2775,
    username: 'smpp-user',
    password: 'smpp-s3cret',
    register: 0,
    weight: 20,
    active: 1,
  },
  {
    name: 'mail relay',
    type: 'smtp',
    service_flag: 8,
    node_id: 1,
    host: 'smtp.example.net',
    port: 587,
    username: 'relay@example.net',
    password: 'smtp-s3cret',
    settings: '{"tls":true}',
    register: 0,
    weight: 0,
    active: 0,
  },
];

/** The data set that the emulator ships with. */
export const SEED: Seed = {
  ...DEMO_USERS,
  accounts: ACCOUNTS,
  contacts,
  groups,
  links,
  providers,
  documents: DOCUMENTS,
  recordings: RECORDINGS,
  templates: TEMPLATES,
  texts: TEXTS,
  programs: PROGRAMS,
  campaigns: CAMPAIGNS,
  transmissions: TRANSMISSIONS,
  spools: SPOOLS,
  spool_results: SPOOL_RESULTS,
  files: FILES,
};

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
