import { describe, test } from 'vitest';

import { arg, deleted, expectOnWire, titled, type WireCase } from '../documented-writes.js';

const gone = (field: string[] | null) => ({ userErrors: [{ code: 'NOT_FOUND', field }] });
const ADA = `firstName: "Ada", lastName: "Lovelace", phone: "03001234567", email: "ada@example.com",
  address: "12 St James Sq", custom1: "a", custom2: "b", custom3: "c", description: "first"`;
const ANNA = `firstName: "Anna", lastName: "Kowalska", phone: "48500111222", email: "anna.kowalska@example.com",
  address: "ul. Prosta 1", custom1: "custom1", custom2: "custom 2", custom3: "custom3", description: "description"`;
const link = (contact: number, group: number) =>
  `${arg('contact', contact, 'contactId')}, ${arg('group', group, 'groupId')}`;

const real: readonly WireCase[] = [
  [
    ['contact-create', 'contact-get'],
    'createContact',
    `input: { ictCore: { ${ADA} } }`,
    { contact: { upstreamId: '1' } },
  ],
  [
    ['contact-update-partial'],
    'updateContact',
    `${arg('contact', 1)}, input: { ictCore: { lastName: "King", custom1: null } }`,
  ],
  [['contact-delete'], 'deleteContact', arg('contact', 1), deleted('contact', 1)],
  [['contact-delete-in-groups'], 'deleteContact', arg('contact', 301), deleted('contact', 301)],
  [['contact-delete-again'], 'deleteContact', arg('contact', 3), { deletedIds: [], ...gone(['id']) }],
  [['group-get', 'contact-link'], 'addContactToGroup', link(1, 1)],
  [['contact-unlink'], 'removeContactFromGroup', link(2, 2)],
  [['contact-unlink-not-linked'], 'removeContactFromGroup', link(2, 2)],
  [['group-create'], 'createGroup', 'input: { upstream: "ictcore", name: "Customers", description: "all customers" }'],
  [['group-update-partial'], 'updateGroup', `${arg('group', 1)}, input: { description: "changed" }`],
  [['group-delete'], 'deleteGroup', arg('group', 2), deleted('group', 2)],
  [['group-delete-again'], 'deleteGroup', arg('group', 2), { deletedIds: [], ...gone(['id']) }],
  [
    ['provider-list-0', 'provider-create-without-empty'],
    'createTrunk',
    `input: { name: "trunk1", type: "sip", gatewayFlag: 8, serviceFlag: 3, nodeId: 1, host: "10.0.0.5", port: 5060,
      username: "u", password: "p", dialString: "", prefix: "12", settings: "", register: true, weight: 10, active: true }`,
  ],
  [
    ['provider-list-0', 'provider-create-prefix'],
    'createTrunk',
    'input: { name: "trunk1", username: "u", prefix: "0|48" }',
  ],
  [['provider-update'], 'updateTrunk', `${arg('gateway', 2)}, input: { host: "10.0.0.9", active: false }`],
  [['provider-delete'], 'deleteTrunk', arg('gateway', 2), deleted('gateway', 2)],
  [['provider-delete-again'], 'deleteTrunk', arg('gateway', 2), { deletedIds: [], ...gone(['id']) }],
];

const guide: readonly WireCase[] = [
  [
    ['contact-create', 'contact-get'],
    'createContact',
    `input: { ictCore: { ${ANNA} } }`,
    { contact: { upstreamId: '1' } },
  ],
  [['contact-update'], 'updateContact', `${arg('contact', 1)}, input: { ictCore: { ${ANNA} } }`],
  [['contact-delete'], 'deleteContact', arg('contact', 1), deleted('contact', 1)],
  [['group-get', 'contact-link'], 'addContactToGroup', link(1, 1)],
  [['contact-unlink'], 'removeContactFromGroup', link(1, 1)],
  [
    ['group-create', 'group-get'],
    'createGroup',
    'input: { upstream: "ictcore", name: "Customers", description: "Description" }',
    { group: { upstreamId: '1' } },
  ],
  [['group-update'], 'updateGroup', `${arg('group', 1)}, input: { name: "Customers", description: "Description" }`],
  [['group-delete'], 'deleteGroup', arg('group', 1), deleted('group', 1)],
  [
    ['provider-list-0', 'provider-create', 'provider-get'],
    'createTrunk',
    `input: { name: "trunk1", type: "sip", gatewayFlag: 8, serviceFlag: 1, nodeId: 1, host: "10.0.0.5", port: 8080,
      username: "username", password: "password", dialString: "dailstring", prefix: "12", settings: "settings",
      register: true, weight: 10, active: true }`,
    { trunk: { upstreamId: '1' } },
  ],
  [['provider-update'], 'updateTrunk', `${arg('gateway', 1)}, input: { weight: 10, active: false }`],
  [['provider-delete'], 'deleteTrunk', arg('gateway', 1), deleted('gateway', 1)],
];

describe('as a real server was recorded', () => {
  test.each(real.map(titled))('$title is sent and its answer read', ({ wired }) => expectOnWire('real', wired));
});

describe('as the guide documents it', () => {
  test.each(guide.map(titled))('$title is sent and its answer read', ({ wired }) => expectOnWire('guide', wired));
});
