import { afterEach, expect, test } from 'vitest';

import { encodeId } from '../../../src/graph/values/id.js';
import type { Provider } from '../../../src/graph/ports/provider.js';
import { ProviderFailure } from '../../../src/transport/failure.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';
import { memoryProvider, memoryUpstream, UNABLE } from '../../support/memory-provider.js';
import { unhandledErrorsDuring } from '../../support/unhandled-errors.js';

/** A provider that cannot be reached for single things. */
const unreachable: Provider = {
  ...memoryProvider,
  open: (options) => {
    const openProvider = memoryProvider.open(options);
    const { contact } = openProvider.backends;
    if (!contact) throw new TypeError('the provider has contacts');
    const byKeys = async (): Promise<never> => {
      throw new ProviderFailure('memory', 'unavailable', 'GET /contacts/{id}: the connection was refused');
    };
    return { ...openProvider, backends: { contact: { ...contact, byKeys } } };
  },
};

let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

test('a malformed id behind one whose upstream fails costs its own place, not the process', async () => {
  const settings = { rows: [], abilities: UNABLE };
  const { ask } = (gateway = startGateway([{ provider: unreachable, baseUrl: 'http://127.0.0.1:9', settings }]));
  const unhandled = await unhandledErrorsDuring(async () => {
    const ids = [encodeId('memory', 'contact', '1'), 'no id'];
    const { data, errors } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(data).toEqual({ nodes: [null, null] });
    expect(errors.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['nodes', 1], 'BAD_USER_INPUT'],
      [['nodes', 0], 'UPSTREAM_UNAVAILABLE'],
    ]);
  });
  expect(unhandled).toEqual([]);
});

const ROW = {
  displayName: 'Anna',
  emails: ['anna@example.com'],
  phones: [],
  channels: ['EMAIL' as const],
  groupKeys: [],
};

test('ids that are none are null, each with one error at its place, and the others are answered', async () => {
  const rows = ['1', '2', '3'].map((key) => ({ ...ROW, key }));
  const { ask } = (gateway = startGateway([memoryUpstream('memory', rows, UNABLE)]));
  const there = (key: string): string => encodeId('memory', 'contact', key);
  const ids = [there('3'), '', there('1'), 'no id', there('9'), `${there('1')}=`, there('3')];
  const { data, errors } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(data).toEqual({
    nodes: [{ id: there('3') }, null, { id: there('1') }, null, null, null, { id: there('3') }],
  });
  expect(errors.map(({ path, extensions }) => [path, extensions['code']])).toEqual(
    [1, 3, 5].map((place) => [['nodes', place], 'BAD_USER_INPUT']),
  );
});

test('a UUID key is the same in either case: in ids, lists of ids, filters and persons', async () => {
  const key = '4f5c8a0e-9b1d-4e6f-8a2b-3c4d5e6f7a8b';
  const rows = [
    { ...ROW, key },
    { ...ROW, key: 'Anna', emails: ['b@example.com'] },
  ];
  const { ask } = (gateway = startGateway([memoryUpstream('memory', rows, UNABLE)]));
  const written = (noun: string, text: string): string => Buffer.from(`memory:${noun}:${text}`).toString('base64url');
  const id = encodeId('memory', 'contact', key);
  const spellings = [key, key.toUpperCase(), key.replace('f', 'F')];
  for (const spelling of spellings) {
    const { data, errors } = await ask(
      `query ($id: ID!, $person: ID!) {
        node(id: $id) { id } contact(id: $id) { id } nodes(ids: [$id]) { id } person(id: $person) { contacts { id } }
        contacts(filter: { ids: [$id] }) { nodes { id } }
      }`,
      { id: written('contact', spelling), person: written('person', spelling) },
    );
    expect([errors, data]).toEqual([
      [],
      { node: { id }, contact: { id }, nodes: [{ id }], person: { contacts: [{ id }] }, contacts: { nodes: [{ id }] } },
    ]);
  }
  // Any other key is what it is.
  const { data } = await ask('query ($id: ID!) { node(id: $id) { id } }', { id: written('contact', 'ANNA') });
  expect(data).toEqual({ node: null });
});
