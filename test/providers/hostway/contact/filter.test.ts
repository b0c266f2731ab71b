import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { CREDENTIALS, startHostway } from '../../../../src/emulators/hostway/index.js';
import { hostway } from '../../../../src/providers/hostway/index.js';
import { startGateway, type Answer } from '../../../support/gateway.js';

const ROWS = [
  { name: 'anna', email: 'Anna@example.com', displayName: 'Anna*', city: 'Łódź' },
  { name: 'annabel', email: 'annabel@example.com', displayName: 'Annabel', city: 'łódź', mobilePhone: '500 111 222' },
  {
    name: 'fax',
    email: 'fax@example.com',
    displayName: '',
    firstName: 'Fax',
    businessFax: '22 123 45 68',
    pager: '555',
  },
  { name: 'none', email: '', displayName: '', city: '' },
];

let emulator: Awaited<ReturnType<typeof startHostway>>;
let gateway: ReturnType<typeof startGateway>;

beforeAll(async () => {
  emulator = await startHostway();
});
beforeEach(() => {
  emulator.reset({ domains: { 'test-domain.com': ROWS } });
  const settings = { account: 'account007', domains: ['test-domain.com'], auth: CREDENTIALS };
  gateway = startGateway([{ provider: hostway, baseUrl: emulator.url, settings }]);
});
afterEach(async () => {
  await gateway.close();
});
afterAll(async () => {
  await emulator.close();
});

function ask(filter: string): Promise<Answer> {
  return gateway.ask(`{ contacts(filter: ${filter}) { nodes { upstreamId } sources { pushedDown residual } } }`);
}

function queries(): string[] {
  return emulator.requests.map(({ query }) => decodeURIComponent(query));
}

describe('filterX and searchX', () => {
  test.each([
    // A star is a plain character to our clients, whatever Hostway makes of it.
    ['{ hostway: { field: DISPLAY_NAME, eq: "anna*" } }', '?filterDisplayName=anna*', ['anna']],
    ['{ hostway: { field: DISPLAY_NAME, contains: "*" } }', '?searchDisplayName=*', ['anna']],
    ['{ hostway: { field: CITY, eq: "ŁÓDŹ" } }', '', ['anna', 'annabel']],
    ['{ hostway: { field: MOBILE_PHONE, contains: "111" } }', '?searchMobilePhone=111', ['annabel']],
    ['{ email: { eq: "anna@example.com" } }', '?searchEmail=anna@example.com', ['anna']],
    ['{ email: { contains: "anna" } }', '?searchEmail=anna', ['anna', 'annabel']],
    ['{ email: { startsWith: "anna" } }', '?searchEmail=anna', ['anna', 'annabel']],
    // Several of one kind go together, the two kinds do not.
    [
      '{ and: [{ hostway: { field: NAME, contains: "ann" } }, { email: { eq: "anna@example.com" } }] }',
      '?searchName=ann&searchEmail=anna@example.com',
      ['anna'],
    ],
    ['{ hostway: { field: NAME, eq: "anna", contains: "nn" } }', '?filterName=anna', ['anna']],
    [
      '{ hostway: { field: NAME, eq: "anna" }, email: { eq: "anna@example.com" } }',
      '?searchEmail=anna@example.com',
      ['anna'],
    ],
    // One parameter holds one value.
    ['{ email: { contains: "anna" }, hostway: { field: EMAIL, contains: "bel" } }', '?searchEmail=anna', ['annabel']],
    // Not sent: nothing to look for, one of two.
    ['{ hostway: { field: CITY, eq: "" } }', '', ['fax', 'none']],
    ['{ hostway: { field: DISPLAY_NAME, contains: " " } }', '', ['anna', 'annabel', 'fax', 'none']],
    ['{ or: [{ hostway: { field: NAME, eq: "fax" } }, { email: { contains: "annabel" } }] }', '', ['annabel', 'fax']],
    ['{ name: { eq: "fax" } }', '', ['fax']],
    ['{ phone: { eq: "+48500111222" } }', '', ['annabel']],
    ['{ channel: FAX }', '', ['fax']],
    ['{ channel: VOICE }', '', ['annabel']],
  ])('%s is asked as "%s"', async (filter, query, names) => {
    const { data, errors } = await ask(filter);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ contacts: { nodes: names.map((upstreamId) => ({ upstreamId })) } });
    expect(queries()).toEqual([query]);
  });

  test('an e-mail address is found with the blanks that it was typed with', async () => {
    emulator.reset({
      domains: { 'test-domain.com': [{ name: 'eva', email: ' Eva@example.com ', displayName: 'Eva' }] },
    });
    for (const test of ['eq: "eva@example.com"', 'startsWith: "eva@"', 'contains: "eva@"']) {
      const { data } = await ask(`{ email: { ${test} } }`);
      expect(data, test).toMatchObject({ contacts: { nodes: [{ upstreamId: 'eva' }] } });
    }
  });

  test.each(['{ channel: SMS }', '{ channel: IM }', '{ ungrouped: false }'])('%s needs no request', async (filter) => {
    expect((await ask(filter)).data).toMatchObject({ contacts: { nodes: [] } });
    expect(queries()).toEqual([]);
  });

  test('a field alone is every contact of Hostway, and a filter is told by its path', async () => {
    const { data } = await ask('{ hostway: { field: CITY } }');
    expect(data).toMatchObject({ contacts: { nodes: ROWS.map(({ name }) => ({ upstreamId: name })) } });
    const message = await ask('{ hostway: { field: CITY, eq: "Lublin" } }');
    expect(message.data).toMatchObject({
      contacts: { sources: [{ pushedDown: ['hostway.CITY.eq'], residual: ['hostway.CITY.eq', 'first'] }] },
    });
  });
});

test('what is not set is null, and the name says who it is', async () => {
  const { data } = await gateway.ask(
    `{ contacts(orderBy: { field: DISPLAY_NAME }) { nodes {
      displayName emails phones channels groups { id } ... on HostwayContact { email city pager businessFax }
    } } }`,
  );
  const common = { phones: [], groups: [], city: null, pager: null, businessFax: null };
  expect(data).toEqual({
    contacts: {
      nodes: [
        {
          ...common,
          displayName: 'Anna*',
          emails: ['anna@example.com'],
          channels: ['EMAIL'],
          email: 'Anna@example.com',
          city: 'Łódź',
        },
        {
          ...common,
          displayName: 'Annabel',
          emails: ['annabel@example.com'],
          phones: ['+48500111222'],
          channels: ['EMAIL', 'VOICE'],
          email: 'annabel@example.com',
          city: 'łódź',
        },
        {
          ...common,
          displayName: 'Fax',
          emails: ['fax@example.com'],
          channels: ['EMAIL', 'FAX'],
          email: 'fax@example.com',
          pager: '555',
          businessFax: '22 123 45 68',
        },
        { ...common, displayName: 'none', emails: [], channels: [], email: null },
      ],
    },
  });
});

describe('an error', () => {
  test.each([
    [
      'is told from its envelope',
      '{"conflict":{"guid":"","message":"Try later","code":409,"details":"x"}}',
      409,
      'application/json; charset=UTF-8',
      ': Try later',
    ],
    [
      'is told field by field',
      '{"type":"Required","page":"Too large"}',
      400,
      'application/json',
      ': type: Required; page: Too large',
    ],
    ['in plain text is its status', '400 Bad Request: nobody documents this', 400, 'text/plain', ''],
    ['that is neither is its status', '["what"]', 400, 'application/json', ''],
    ['of a field is none of another status', '{"type":"at /srv/app.py, line 7"}', 409, 'application/json', ''],
  ])('%s', async (_, body, status, type, message) => {
    emulator.addFault({ kind: 'status', status, headers: { 'content-type': type }, body });
    const { errors } = await ask('{}');
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_REJECTED' } }]);
    expect(errors[0]?.message).toBe(
      `GET /accounts/{account}/email/{domain}/contacts was refused (status ${status})${message}`,
    );
  });

  test('names the domain that is not there', async () => {
    const settings = { account: 'account007', domains: ['test-domain.com', 'nobody.example'], auth: CREDENTIALS };
    const wider = startGateway([{ provider: hostway, baseUrl: emulator.url, settings }]);
    const { errors } = await wider.ask('{ contacts { nodes { id } } }');
    await wider.close();
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect(errors[0]?.message).toContain('nobody.example');
  });
});

test.each([
  [{ domains: [] }, 'domains'],
  [{ domains: ['a.com', 'A.com'] }, 'domains'],
  [{ domains: ['example.com/../..'] }, 'domains'],
  [{ account: '../x' }, 'account'],
  [{ auth: { username: 'a:b', password: 'c' } }, 'auth'],
  [{ format: 'xml' }, ''],
])('a config with %j is refused', (wrong, key) => {
  const settings = { account: 'account007', domains: ['test-domain.com'], auth: CREDENTIALS };
  expect(hostway.settings.safeParse(settings).success).toBe(true);
  const { error } = hostway.settings.safeParse({ ...settings, ...wrong });
  expect(String(error?.issues[0]?.path[0] ?? '')).toBe(key);
});
