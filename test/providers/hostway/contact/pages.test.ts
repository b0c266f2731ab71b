import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { CREDENTIALS, startHostway } from '../../../../src/emulators/hostway/index.js';
import { manyContacts } from '../../../../src/emulators/hostway/seed.js';
import { encodeId } from '../../../../src/graph/values/id.js';
import { hostway } from '../../../../src/providers/hostway/index.js';
import { startGateway, type TestGateway } from '../../../support/gateway.js';

const BOOK = '/accounts/account007/email/test-domain.com/contacts';
const SOURCES = 'sources { ok requests fetched matched pushedDown residual error { code message } }';

let emulator: Awaited<ReturnType<typeof startHostway>>;
const open: TestGateway[] = [];

beforeAll(async () => {
  emulator = await startHostway();
});
beforeEach(() => {
  emulator.reset();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((gateway) => gateway.close()));
});
afterAll(async () => {
  await emulator.close();
});

function gatewayOf(...domains: string[]): TestGateway {
  const settings = { account: 'account007', domains, auth: CREDENTIALS };
  const gateway = startGateway([{ provider: hostway, baseUrl: emulator.url, settings }]);
  open.push(gateway);
  return gateway;
}

/** What the emulator was asked since its reset, in the order of its answers. */
function asked(): string[] {
  return emulator.requests.map(({ path, query }) => path.replace(BOOK, '') + decodeURIComponent(query));
}

interface Contacts {
  readonly totalCount: number | null;
  readonly nodes: ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly sources: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

async function contacts(gateway: TestGateway, filter: unknown, fields = 'upstreamId'): Promise<Contacts> {
  const document = `query ($filter: ContactFilter) {
    contacts(first: 1000, filter: $filter, orderBy: { field: EMAIL }) { totalCount nodes { ${fields} } ${SOURCES} }
  }`;
  const { data, errors } = await gateway.ask(document, { filter });
  expect(errors).toEqual([]);
  return data?.['contacts'] as Contacts;
}

async function found(gateway: TestGateway, filter: unknown): Promise<unknown[]> {
  return (await contacts(gateway, filter)).nodes.map(({ upstreamId }) => upstreamId);
}

describe('a list of more than 100 rows comes in pages', () => {
  test.each([
    [100, ['']],
    [101, ['', '?page=1&pageSize=400']],
    [401, ['', '?page=1&pageSize=400', '?page=2&pageSize=400']],
    [900, ['', '?page=1&pageSize=400', '?page=2&pageSize=400', '?page=3&pageSize=400']],
  ])('%i rows are each read once', async (count, requests) => {
    emulator.reset(manyContacts(count));
    const { totalCount, nodes, sources } = await contacts(gatewayOf('test-domain.com'), {});
    expect(totalCount).toBe(count);
    expect(new Set(nodes.map(({ upstreamId }) => upstreamId)).size).toBe(count);
    expect(sources).toMatchObject([{ ok: true, requests: requests.length, fetched: count }]);
    expect(asked().sort()).toEqual(requests);
  });

  test('and so does a filtered one', async () => {
    emulator.reset(manyContacts(500));
    const names = await found(gatewayOf('test-domain.com'), { hostway: { field: 'NAME', contains: 'contact-00' } });
    expect(names).toHaveLength(500);
    expect(asked()).toEqual([
      '?searchName=contact-00',
      '?searchName=contact-00&page=1&pageSize=400',
      '?searchName=contact-00&page=2&pageSize=400',
    ]);
  });
});

describe('a page of ours is one page of theirs', () => {
  const document =
    'query ($first: Int, $after: String) { contacts(first: $first, after: $after) { totalCount nodes { upstreamId } pageInfo { endCursor hasNextPage } } }';

  test.each([
    [50, 120, ['?page=1&pageSize=51', '?page=1&pageSize=101', '?page=2&pageSize=76']],
    [450, 900, ['?page=1&pageSize=400', '?page=2&pageSize=400', '?page=2&pageSize=400', '?page=3&pageSize=400']],
  ])('of %i rows, of %i', async (first, count, requests) => {
    emulator.reset(manyContacts(count));
    const gateway = gatewayOf('test-domain.com');
    const read: unknown[] = [];
    for (let after: unknown = null, more = true; more;) {
      const { data, errors } = await gateway.ask(document, { first, after });
      expect(errors).toEqual([]);
      const page = data?.['contacts'] as Contacts & { pageInfo: { endCursor: string; hasNextPage: boolean } };
      expect(page.totalCount).toBe(count);
      read.push(...page.nodes.map(({ upstreamId }) => upstreamId));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(read).toEqual(manyContacts(count).domains?.['test-domain.com']?.map(({ name }) => name));
    expect(asked()).toEqual(requests);
  });

  test('where the book is empty, too', async () => {
    emulator.reset({ domains: { 'test-domain.com': [] } });
    const { data, errors } = await gatewayOf('test-domain.com').ask(document);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ contacts: { totalCount: 0, nodes: [] } });
  });
});

describe('a page behind the last is a redirect', () => {
  test('which ends a list that shrank meanwhile', async () => {
    const document =
      'query ($after: String) { contacts(first: 150, after: $after) { nodes { id } pageInfo { endCursor } } }';
    emulator.reset(manyContacts(310));
    const gateway = gatewayOf('test-domain.com');
    let after: unknown = null;
    for (const rows of [150, 150, 0]) {
      if (rows === 0) emulator.reset(manyContacts(10));
      const { data, errors } = await gateway.ask(document, { after });
      const { nodes, pageInfo } = data?.['contacts'] as Contacts & { pageInfo: { endCursor: unknown } };
      expect([nodes.length, errors]).toEqual([rows, []]);
      after = pageInfo.endCursor;
    }
    expect(emulator.requests.map(({ status }) => status)).toEqual([303]);
  });

  test.each([
    ['/login'],
    ['https://elsewhere.example/?page=1&pageSize=100'],
    [`${BOOK}?page=one&pageSize=100`],
    [undefined],
  ])('and one to %s is followed nowhere and no empty list', async (location) => {
    const headers = location === undefined ? {} : { location };
    emulator.addFault({ kind: 'status', status: 303, headers });
    for (const list of ['contacts', 'contacts(orderBy: { field: EMAIL })']) {
      const { data, errors } = await gatewayOf('test-domain.com').ask(`{ ${list} { nodes { id } ${SOURCES} } }`);
      expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_PROTOCOL' } }]);
      expect(data).toMatchObject({ contacts: { nodes: [], sources: [{ ok: false }] } });
    }
    expect(emulator.requests.every(({ path }) => path === BOOK)).toBe(true);
  });
});

describe('a contact is known by its name in its domain', () => {
  const NAMES = ['a b', 'a/b', 'a//b', '..', '.', './x', '100%', 'who?#', '%41', 'gwiazda*', '🚨', 'Żółć', 'a\\b'];
  const rows = NAMES.map((name, index) => ({ name, email: `n${index}@example.com`, displayName: name }));

  test('any name is found again, alone and with others', async () => {
    emulator.reset({ domains: { 'test-domain.com': rows, 'example.net': rows } });
    const gateway = gatewayOf('test-domain.com', 'example.net');
    const { nodes } = await contacts(gateway, {}, 'id ... on HostwayContact { domain name }');
    expect(nodes).toHaveLength(2 * NAMES.length);
    for (const node of nodes) {
      const { data } = await gateway.ask(
        'query ($id: ID!) { contact(id: $id) { id ... on HostwayContact { domain name } } }',
        { id: node['id'] },
      );
      expect(data).toEqual({ contact: node });
    }
    const { data } = await gateway.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: nodes.map(({ id }) => id),
    });
    expect(data).toEqual({ nodes: nodes.map(({ id }) => ({ id })) });
  });

  test('several are one request for each domain, and a name in another case is another name', async () => {
    const gateway = gatewayOf('test-domain.com', 'example.net');
    const keys = ['test-domain.com/info', 'test-domain.com/anna.kowalska', 'example.net/info', 'test-domain.com/INFO'];
    const ids = keys.map((key) => encodeId('hostway', 'contact', key));
    const { data } = await gateway.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(data).toEqual({ nodes: [...ids.slice(0, 3).map((id) => ({ id })), null] });
    expect(asked().sort()).toEqual(['/accounts/account007/email/example.net/contacts/info', '?page=1&pageSize=400']);
  });

  test('a few of a long book are read one by one', async () => {
    emulator.reset(manyContacts(2000));
    const names = ['contact-00001', 'contact-01999', 'contact-02001'];
    const ids = names.map((name) => encodeId('hostway', 'contact', `test-domain.com/${name}`));
    const { data } = await gatewayOf('test-domain.com').ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids,
    });
    expect(data).toEqual({ nodes: [{ id: ids[0] }, { id: ids[1] }, null] });
    expect(asked().sort()).toEqual(['/contact-01999', '/contact-02001', '?page=1&pageSize=400']);
  });

  test('a key of a domain that is not configured is never sent', async () => {
    const id = encodeId('hostway', 'contact', 'example.net/info');
    const { data, errors } = await gatewayOf('test-domain.com').ask(`{ contact(id: "${id}") { id } }`);
    expect([data, errors, asked()]).toEqual([{ contact: null }, [], []]);
  });
});
