import { beforeEach, describe, expect, test } from 'vitest';

import { encodeId } from '../../../../src/graph/values/id.js';
import { cloudSigma } from '../../../../src/providers/cloudsigma/index.js';
import { parseExchange } from '../../../support/exchange.js';
import { startGateway } from '../../../support/gateway.js';
import { startStub } from '../../../support/stub-server.js';
import { contact, LIST, settings, useCloudSigma, uuidOf } from '../fixture.js';

const { emulator, gateway, asked } = useCloudSigma();

function idOf(number: number): string {
  return encodeId('cloudsigma', 'contact', uuidOf(number));
}

describe('a list without a limit stops after 20 rows', () => {
  beforeEach(() => {
    emulator().reset({ contacts: Array.from({ length: 130 }, (_, index) => contact(index)) });
  });

  test('so all rows are asked for at once where all are needed', async () => {
    const { data, errors } = await gateway().ask(
      '{ contacts(orderBy: { field: EMAIL }) { totalCount sources { fetched } } }',
    );
    expect([data, errors]).toEqual([{ contacts: { totalCount: 130, sources: [{ fetched: 130 }] } }, []]);
    expect(asked()).toEqual([`${LIST}?limit=0`]);
  });

  test('and a page is asked for with one row more, which tells whether there is a next', async () => {
    const document =
      'query ($after: String) { contacts(first: 65, after: $after) { totalCount nodes { upstreamId } pageInfo { hasNextPage endCursor } } }';
    const first = await gateway().ask(document);
    const { pageInfo } = first.data?.['contacts'] as { pageInfo: { endCursor: string } };
    const second = await gateway().ask(document, { after: pageInfo.endCursor });
    for (const [{ data }, from] of [
      [first, 0],
      [second, 65],
    ] as const) {
      const nodes = Array.from({ length: 65 }, (_, index) => ({ upstreamId: uuidOf(from + index) }));
      expect(data).toMatchObject({ contacts: { totalCount: 130, nodes, pageInfo: { hasNextPage: from === 0 } } });
    }
    expect(asked()).toEqual([`${LIST}?limit=66`, `${LIST}?limit=66&offset=65`]);
  });
});

test('a server that gives fewer rows than it was asked for is asked for the rest', async () => {
  const part = (query: string, numbers: readonly number[]) =>
    parseExchange(
      'cloudsigma',
      query,
      `# Source: made up\nGET ${LIST}?${query} HTTP/1.1\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n${JSON.stringify(
        { meta: { total_count: 3 }, objects: numbers.map((number) => contact(number)) },
      )}`,
    );
  const stub = await startStub(
    [part('limit=0', [0, 1]), part('limit=0&offset=2', [2]), part('limit=3', [0, 1]), part('limit=1&offset=2', [2])],
    { headers: [] },
  );
  const short = startGateway([{ provider: cloudSigma, baseUrl: `${stub.url}/api/2.0`, settings }]);
  const { data } = await short.ask('{ contacts(orderBy: { field: EMAIL }) { nodes { upstreamId } } }');
  expect(data).toEqual({ contacts: { nodes: [0, 1, 2].map((number) => ({ upstreamId: uuidOf(number) })) } });
  const page = await short.ask('{ contacts(first: 2) { nodes { upstreamId } pageInfo { hasNextPage } } }');
  expect(page.data).toMatchObject({ contacts: { nodes: [{}, {}], pageInfo: { hasNextPage: true } } });
  expect([stub.met, stub.strays]).toEqual([['limit=0', 'limit=0&offset=2', 'limit=3', 'limit=1&offset=2'], []]);
  await short.close();
  await stub.close();
});

test('a server that gives the whole list for each part of it gives each row once', async () => {
  const rows = [0, 1, 2, 3, 4].map((number) => contact(number));
  const body = JSON.stringify({ meta: { limit: 0, offset: 0, total_count: rows.length }, objects: rows });
  emulator().addFault({ kind: 'status', status: 200, headers: { 'content-type': 'application/json' }, body });
  const document =
    'query ($after: String) { contacts(first: 2, after: $after) { nodes { upstreamId } pageInfo { hasNextPage endCursor } } }';
  let after: unknown = null;
  for (const expected of [[0, 1], [2, 3], [4], []]) {
    const { data } = await gateway().ask(document, { after });
    const nodes = expected.map((number) => ({ upstreamId: uuidOf(number) }));
    expect(data).toMatchObject({ contacts: { nodes, pageInfo: { hasNextPage: expected.length === 2 } } });
    const { pageInfo } = data?.['contacts'] as { pageInfo: { endCursor: unknown } };
    after = pageInfo.endCursor ?? after;
  }
});

test('main is null for all but one contact, and a phone that is not there is "" or null', async () => {
  emulator().reset({
    contacts: [
      contact(0, { main: true, phone: '+48 500 111 222' }),
      contact(1, { phone: null, name: '' }),
      contact(2, { main: false, phone: 'ask Anna' }),
    ],
  });
  const { data } = await gateway().ask(
    '{ contacts { nodes { displayName phones channels groups { id } ... on CloudSigmaContact { main phone name } } } }',
  );
  expect(data).toEqual({
    contacts: {
      nodes: [
        {
          displayName: 'N 0',
          phones: ['+48500111222'],
          channels: ['EMAIL', 'SMS'],
          groups: [],
          main: true,
          phone: '+48 500 111 222',
          name: 'N 0',
        },
        {
          displayName: 'n1@example.com',
          phones: [],
          channels: ['EMAIL'],
          groups: [],
          main: false,
          phone: null,
          name: null,
        },
        {
          displayName: 'N 2',
          phones: ['ask Anna'],
          channels: ['EMAIL', 'SMS'],
          groups: [],
          main: false,
          phone: 'ask Anna',
          name: 'N 2',
        },
      ],
    },
  });
});

describe('no filter is documented', () => {
  test('so the whole list is filtered here', async () => {
    emulator().reset({ contacts: Array.from({ length: 30 }, (_, index) => contact(index)) });
    const { data } = await gateway().ask(
      '{ contacts(filter: { email: { eq: "N7@example.com" } }) { nodes { upstreamId } sources { fetched matched pushedDown residual } } }',
    );
    const source = { fetched: 30, matched: 1, pushedDown: [], residual: ['email.eq', 'first'] };
    expect(data).toEqual({ contacts: { nodes: [{ upstreamId: uuidOf(7) }], sources: [source] } });
    expect(asked()).toEqual([`${LIST}?limit=0`]);
  });

  test.each(['{ channel: FAX }', '{ channel: VOICE }', '{ channel: IM }', '{ ungrouped: false }'])(
    'but %s needs no request',
    async (filter) => {
      const { data } = await gateway().ask(`{ contacts(filter: ${filter}) { totalCount } }`);
      expect([data, asked()]).toEqual([{ contacts: { totalCount: 0 } }, []]);
    },
  );
});

describe('contacts by id', () => {
  const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const stranger = encodeId('cloudsigma', 'contact', '../notification_preferences/');

  test.each([
    ['one is read by itself', [1], [`${LIST}${uuidOf(1)}/`]],
    ['several are one list', [1, 2, 99], [`${LIST}?limit=0`]],
    ['a key that is no uuid is not sent', [], []],
  ])('%s', async (_, numbers, requests) => {
    emulator().reset({ contacts: [contact(1), contact(2), contact(3)] });
    const ids = [...numbers.map(idOf), stranger];
    const { data, errors } = await gateway().ask(document, { ids });
    const known = ids.map((id) => (id === stranger || id === idOf(99) ? null : { id }));
    expect([data, errors]).toEqual([{ nodes: known }, []]);
    expect(asked()).toEqual(requests);
  });
});

describe('errors are a list', () => {
  test.each([
    [
      400,
      '[{"error_type":"validation","error_message":"Bad offset","error_point":"offset"}]',
      'was refused (status 400): offset: Bad offset',
    ],
    [
      404,
      '[{"error_type":"notexist","error_message":"No such thing","error_point":null}]',
      'found nothing there (status 404): No such thing',
    ],
    [402, '{"error_message":"an object, as one page of theirs has it"}', 'was refused (status 402)'],
    [401, '', 'was not allowed with our credentials (status 401)'],
  ])('%i with %s', async (status, body, expected) => {
    emulator().addFault({ kind: 'status', status, headers: { 'content-type': 'application/json' }, body });
    const { errors } = await gateway().ask('{ contacts { nodes { id } } }');
    expect(errors.map(({ message }) => message)).toEqual([`GET notification_contacts/ ${expected}`]);
  });

  test('and 503 is another write at the same time, so a read is tried again', async () => {
    emulator().addFault({ kind: 'status', status: 503, times: 1 });
    expect((await gateway().ask('{ contacts { nodes { id } } }')).errors).toEqual([]);
    expect(emulator().requests.map(({ status }) => status)).toEqual([503, 200]);
  });
});

test.each([{ auth: { username: 'a:b', password: 'c' } }, { auth: { token: 'c' } }, { format: 'xml' }])(
  'a config with %j is refused',
  (wrong) => {
    expect(cloudSigma.settings.safeParse(settings).success).toBe(true);
    expect(cloudSigma.settings.safeParse({ ...settings, ...wrong }).success).toBe(false);
  },
);
