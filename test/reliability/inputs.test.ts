import { createServer } from 'node:net';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { EmulatorName } from '../../src/emulators/index.js';
import { encodeId } from '../../src/graph/values/id.js';
import { encodeCursor } from '../../src/query/cursor.js';
import { startFive, type Five } from '../support/all-providers.js';
import { startServer, type HttpAnswer, type TestServer } from '../support/server.js';
import { closeAll, listen } from '../transport/sockets.js';

let five: Five;
let server: TestServer;

beforeAll(async () => {
  five = await startFive();
  server = await startServer(five.upstreams);
});
afterAll(async () => {
  await server.stop(0);
  await five.stop();
});
beforeEach(() => {
  for (const emulator of Object.values(five.emulators)) emulator.reset();
});
afterEach(closeAll);

const seen = () => Object.values(five.emulators).flatMap(({ requests }) => requests);
const effects = (): string[] => seen().flatMap((request) => request.effects);
const codesOf = ({ errors = [] }: HttpAnswer): unknown[] => errors.map((each) => each.extensions?.['code']);

const CREATE = `mutation ($input: CreateContactInput!) {
  it: createContact(input: $input) { contact { id } userErrors { code field } } }`;

/** A contact for each provider; the text is in a field that holds any text, the phone in one that holds numbers. */
const INPUTS: Readonly<Record<EmulatorName, readonly [string, (text: string, phone: string) => object]>> = {
  hosttracker: ['hostTrackerVoice', (name, address) => ({ name, address })],
  cloudsigma: ['cloudSigma', (name, phone) => ({ name, phone, email: 'a@example.com' })],
  hostway: [
    'hostway',
    (displayName, businessFax) => ({ name: 'a.b', displayName, businessFax, email: 'a@example.com' }),
  ],
  ictcore: ['ictCore', (firstName, phone) => ({ firstName, phone })],
  serwersms: ['serwerSms', (firstName, phone) => ({ firstName, phone })],
};
const PHONE = '+48500700800';

interface Written {
  readonly contact: object | null;
  readonly userErrors: ReadonlyArray<{ readonly code: string; readonly field: readonly string[] | null }>;
}

async function create(kind: string, input: object): Promise<{ readonly answer: HttpAnswer; readonly it: Written }> {
  const answer = await server.ask(CREATE, { variables: { input: { [kind]: input } } });
  return { answer, it: answer.data?.['it'] as Written };
}

describe.each(Object.values(INPUTS))('a contact by %s', (kind, fill) => {
  it.each<[string, string, string]>([
    ['a number with a line break', 'Anna', '+48500\r\nx-injected: 1'],
    ['a number with a line break behind it', 'Anna', '+48500700800\n'],
    ['a number with NUL before it', 'Anna', '\u0000+48500700800'],
    ['a picture for a number', 'Anna', '📞'],
    ['a number with a picture in it', 'Anna', '+48 5😀0 700 800'],
    ['no number', 'Anna', ''],
    ['a text with a line break', 'Anna\r\nx-injected: 1', PHONE],
  ])(
    'A18 A21 with %s is made, or refused and not made; nothing of it becomes a header or a path',
    async (_, text, phone) => {
      const { answer, it: made } = await create(kind, fill(text, phone));
      expect([answer.status, codesOf(answer)]).toEqual([200, []]);
      expect(made.userErrors).toHaveLength(made.contact ? 0 : 1);
      expect(effects().length > 0).toBe(made.contact !== null);
      for (const { code, field } of made.userErrors) {
        expect([code, field]).toEqual([
          expect.stringMatching(/^(BAD_USER_INPUT|UPSTREAM_REJECTED)$/),
          ['input', kind, expect.any(String)],
        ]);
      }
      for (const { path, query, headers } of seen()) {
        expect(path + query + JSON.stringify(headers)).not.toMatch(/injected|%00|%0A|😀|%F0/i);
      }
    },
  );

  it('A20 may hold an address of a page, which is data: nobody connects to it', async () => {
    let connections = 0;
    const port = await listen(
      createServer((socket) => {
        connections += 1;
        socket.destroy();
      }),
    );
    for (const url of [`http://127.0.0.1:${port}/x`, `//127.0.0.1:${port}`, `http://api@127.0.0.1:${port}\\@x`]) {
      const { answer } = await create(kind, fill(url, PHONE));
      expect([answer.status, codesOf(answer)]).toEqual([200, []]);
      await server.ask('query ($f: ContactFilter) { contacts(filter: $f) { nodes { id displayName } } }', {
        variables: { f: { name: { eq: url } } },
      });
    }
    expect(seen().filter(({ path }) => path.includes('127.0.0.1'))).toEqual([]);
    expect(connections).toBe(0);
  });
});

it('A8 of three equal mutations under two keys two are done, and each answer tells what was', async () => {
  const write = (alias: string, key: string): string => `${alias}: createContact(input: { ictCore: {
    firstName: "Anna", phone: "${PHONE}", idempotencyKey: "${key}" } }) { contact { id } userErrors { code } }`;
  const keys = ['a-first-key-of-this', 'a-first-key-of-this', 'another-key-of-this'];
  const { data, errors } = await server.ask(`mutation { ${keys.map((key, at) => write(`w${at}`, key)).join(' ')} }`);
  expect(errors).toBeUndefined();
  expect(effects()).toHaveLength(2);
  expect(data?.['w1']).toEqual(data?.['w0']);
  expect(data?.['w2']).not.toEqual(data?.['w0']);
});

const LONG_LIST = Array.from({ length: 10_000 }, (_, at) => `+48500${100_000 + at}`);

it.each<[string, string, unknown, readonly unknown[]]>([
  ['an id of 200 KB', 'query ($v: ID!) { contact(id: $v) { id } }', 'a'.repeat(200_000), ['BAD_USER_INPUT']],
  [
    'a key of 200 KB in an id',
    'query ($v: ID!) { contact(id: $v) { id } }',
    encodeId('ictcore', 'contact', '9'.repeat(100_000)),
    [],
  ],
  ['10,000 ids', 'query ($v: [ID!]!) { nodes(ids: $v) { id } }', LONG_LIST, ['BAD_USER_INPUT']],
  ['10,000 phones to one contact', 'query ($v: String) { person(phone: $v) { id } }', LONG_LIST, ['BAD_USER_INPUT']],
  [
    '10,000 conditions',
    'query ($v: [ContactFilter!]) { contacts(filter: { or: $v }) { totalCount } }',
    LONG_LIST.map((eq) => ({ phone: { eq } })).slice(0, 5000),
    ['BAD_USER_INPUT'],
  ],
  [
    '10,000 contacts to delete',
    'mutation ($v: [ID!]!) { deleteContacts(ids: $v) { deletedIds userErrors { code } } }',
    LONG_LIST,
    [],
  ],
])('A11 %s costs no upstream anything', async (_, query, v, codes) => {
  const answer = await server.ask(query, { variables: { v } });
  expect(answer.status).toBeLessThan(500);
  expect(codesOf(answer)).toEqual(codes);
  expect(seen()).toEqual([]);
  expect(answer.text.length).toBeLessThan(2000);
});

it('A11 an id of 1 MB is more than a request may have', async () => {
  const { status } = await server.ask('query ($v: ID!) { contact(id: $v) { id } }', {
    variables: { v: 'a'.repeat(1_000_000) },
  });
  expect([status, seen()]).toEqual([413, []]);
});

describe('a page', () => {
  it.each(['contacts', 'groups', 'transmissions', 'campaigns', 'messages', 'operations', 'people'])(
    'A22 of %s has no negative and no huge number of rows',
    async (list) => {
      for (const first of [-1, -2_147_483_648, 1001, 2_147_483_647]) {
        const answer = await server.ask(`query ($first: Int) { ${list}(first: $first) { nodes { id } } }`, {
          variables: { first },
        });
        expect([answer.data ?? null, codesOf(answer)]).toEqual([
          null,
          [expect.stringMatching(/^(BAD_USER_INPUT|BUDGET_EXCEEDED)$/)],
        ]);
      }
      expect(seen()).toEqual([]);
    },
  );

  it('A22 far behind the end of every list is empty, and takes no more calls than a list does', async () => {
    const page = 'query ($after: String) { contacts(first: 1, after: $after) { nodes { id } pageInfo { endCursor } } }';
    const { data } = await server.ask(page);
    const { pageInfo } = data?.['contacts'] as { readonly pageInfo: { readonly endCursor: string } };
    const [signature] = JSON.parse(Buffer.from(pageInfo.endCursor, 'base64url').toString()) as [string];
    const marks = five.upstreams.map(({ provider }) => [provider.name, 1_000_000_000] as const);
    const from = seen().length;
    const answer = await server.ask(page, { variables: { after: encodeCursor(signature, Object.fromEntries(marks)) } });
    // CloudSigma takes no such offset, which costs its own rows.
    expect([answer.status, codesOf(answer)]).toEqual([200, ['UPSTREAM_REJECTED']]);
    expect(answer.data).toMatchObject({ contacts: { nodes: [] } });
    expect(seen().length - from).toBeLessThanOrEqual(10);
  });

  it.each(['', 'x', '-1', '1000000000', Buffer.from('["a",{"ictcore":1e999}]').toString('base64url'), '\r\n'])(
    'A22 behind %j, which is no cursor, is BAD_USER_INPUT',
    async (after) => {
      const answer = await server.ask('query ($after: String) { contacts(after: $after) { nodes { id } } }', {
        variables: { after },
      });
      expect([codesOf(answer), seen()]).toEqual([['BAD_USER_INPUT'], []]);
    },
  );
});

it('A22 a time of day that ends when it begins is refused, and one over midnight is not', async () => {
  const period = (end: string) =>
    create('hostTrackerEmail', { address: 'a@example.com', activePeriod: { start: '22:00', end } });
  expect((await period('22:00')).it.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  expect(effects()).toEqual([]);
  expect((await period('06:00')).it.userErrors).toEqual([]);
});

it('T16 members of JSON that are called as what objects inherit are data', async () => {
  const subscriptions = '[{"taskId":"a","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}]';
  const query = `mutation ($v: JSON) { it: createContact(input: { hostTrackerEmail: {
    address: "a@example.com", subscriptions: $v } }) { userErrors { code } } }`;
  const { status } = await server.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"query":${JSON.stringify(query)},"variables":{"v":${subscriptions},"__proto__":{"polluted":true}},"__proto__":{"polluted":true}}`,
  });
  expect(status).toBeLessThan(500);
  expect({}).not.toHaveProperty('polluted');
});
