import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, test } from 'vitest';

import type { EmulatorName } from '../../../src/emulators/index.js';
import { encodeId } from '../../../src/graph/values/id.js';
import type { Provider } from '../../../src/graph/ports/provider.js';
import { cloudSigma } from '../../../src/providers/cloudsigma/index.js';
import { hostTracker } from '../../../src/providers/hosttracker/index.js';
import { hostway } from '../../../src/providers/hostway/index.js';
import { ictCore } from '../../../src/providers/ictcore/index.js';
import { serwerSms } from '../../../src/providers/serwersms/index.js';
import { startGateway } from '../../support/gateway.js';

/** What must be in no message: a value of an answer. */
const SECRET = 'hunter2';

type Serve = (url: URL, request: IncomingMessage) => unknown;

interface Case {
  readonly provider: Provider;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Row number so much, in the provider's words. */
  readonly row: (at: number) => unknown;
  /** The same row, as it can't be read. */
  readonly bad: (at: number) => unknown;
  /** The answer that holds these rows; the log-in needs none. */
  readonly answer: (rows: readonly unknown[], url: URL) => unknown;
}

const guid = (at: number): string => `00000000-0000-0000-0000-${String(at).padStart(12, '0')}`;
const xmlOf = (row: Readonly<Record<string, unknown>>): string =>
  `<Contact>${Object.entries(row)
    .map(([name, value]) => `<${name}>${String(value)}</${name}>`)
    .join('')}</Contact>`;
const tracked = (at: number) => ({
  id: guid(at),
  contactType: 'Email',
  address: `p${at}@example.com`,
  name: `P ${at}`,
});

const ictCoreCase: Case = {
  provider: ictCore,
  settings: { auth: { token: 'T' } },
  row: (at) => ({ contact_id: String(at + 1), first_name: 'P', last_name: String(at), phone: '', email: '' }),
  bad: (at) => ({ contact_id: { SECRET }, first_name: 'P', last_name: String(at) }),
  answer: (rows) => rows,
};

const BY_PROVIDER: Readonly<Record<EmulatorName, Readonly<Record<string, Case>>>> = {
  hosttracker: {
    'HostTracker in JSON': {
      provider: hostTracker,
      settings: { auth: { token: 'T' } },
      row: tracked,
      bad: (at) => ({ ...tracked(at), contactType: SECRET }),
      answer: (rows) => rows,
    },
    'HostTracker in XML': {
      provider: hostTracker,
      settings: { auth: { token: 'T' }, format: 'xml' },
      row: (at) => xmlOf(tracked(at)),
      bad: (at) => xmlOf({ ...tracked(at), contactType: SECRET }),
      answer: (rows) => `<ArrayOfContact>${rows.join('')}</ArrayOfContact>`,
    },
  },
  cloudsigma: {
    CloudSigma: {
      provider: cloudSigma,
      settings: { auth: { username: 'U', password: 'P' } },
      row: (at) => ({ uuid: guid(at), email: `p${at}@example.com`, name: `P ${at}`, main: false, phone: '' }),
      bad: (at) => ({ uuid: guid(at), email: `p${at}@example.com`, name: { first: SECRET }, main: SECRET }),
      answer: (rows, url) => {
        const offset = Number(url.searchParams.get('offset') ?? 0);
        const limit = Number(url.searchParams.get('limit') ?? 20) || rows.length;
        return { meta: { total_count: rows.length, offset, limit }, objects: rows.slice(offset, offset + limit) };
      },
    },
  },
  hostway: {
    Hostway: {
      provider: hostway,
      settings: { auth: { username: 'U', password: 'P' }, account: 'a', domains: ['example.com'] },
      row: (at) => ({ name: `p${at}`, email: `p${at}@example.com`, displayName: `P ${at}` }),
      bad: (at) => ({ name: `p${at}`, email: [SECRET], displayName: `P ${at}` }),
      answer: (rows, url) => {
        const size = Number(url.searchParams.get('pageSize') ?? rows.length);
        const from = (Number(url.searchParams.get('page') ?? 1) - 1) * size;
        return { count: rows.length, list: rows.slice(from, from + size) };
      },
    },
  },
  ictcore: { ICTCore: ictCoreCase },
  serwersms: {
    SerwerSMS: {
      provider: serwerSms,
      settings: { auth: { username: 'U', password: 'P' } },
      row: (at) => ({ id: at + 1, phone: `+4850011${1000 + (at % 9000)}`, first_name: 'P', last_name: String(at) }),
      bad: (at) => ({ id: at + 1, phone: '+48500111222', first_name: 'P', blacklist: SECRET }),
      // PHP's way to say that there is none.
      answer: (rows) => ({ items: rows, paging: [] }),
    },
  },
};
const CASES = Object.values(BY_PROVIDER).flatMap((cases) => Object.entries(cases));

async function serve({ provider, settings }: Pick<Case, 'provider' | 'settings'>, answer: Serve) {
  const server = createServer((request, response) => {
    request.resume();
    const given = answer(new URL(request.url ?? '/', 'http://stub'), request);
    const isXml = typeof given === 'string' && given.startsWith('<');
    response.writeHead(given === undefined ? 404 : 200, { 'content-type': isXml ? 'text/xml' : 'application/json' });
    response.end(isXml ? given : JSON.stringify(given ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const gateway = startGateway([{ provider, settings, baseUrl: `http://127.0.0.1:${port}`, timeoutMs: 15_000 }]);
  return {
    ...gateway,
    [Symbol.asyncDispose]: async () => {
      await gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Listed {
  readonly nodes: ReadonlyArray<{ readonly displayName: string }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly sources: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

const PAGE = `query ($first: Int, $after: String) { contacts(first: $first, after: $after) {
  nodes { displayName } pageInfo { hasNextPage endCursor } sources { ok unreadable }
} }`;

const UNREADABLE = { path: ['contacts'], extensions: { code: 'UPSTREAM_PROTOCOL', retryable: false } };

/** Rows of which those at these places can't be read. */
function rowsOf({ row, bad }: Case, count: number, places: readonly number[]): readonly unknown[] {
  return Array.from({ length: count }, (_, at) => (places.includes(at) ? bad(at) : row(at)));
}

test.each(CASES)('one bad row costs one row: %s, short and long', async (_, each) => {
  for (const [count, bad] of [
    [6, [2]],
    // Long enough to be read some at a time; XML is so sooner, and slower.
    ...(each.settings['format'] === 'xml' ? [[1000, [2, 3, 700]] as const] : [[4000, [2, 3, 3700]] as const]),
  ] as const) {
    const rows = rowsOf(each, count, bad);
    await using gateway = await serve(each, (url) => each.answer(rows, url));
    const { data, errors } = await gateway.ask(
      '{ people(first: 0) { sources { ok fetched unreadable } } contacts(first: 0) { sources { ok } } }',
    );
    expect(data).toMatchObject({
      people: { sources: [{ ok: true, fetched: count - bad.length, unreadable: bad.length }] },
    });
    const [reported, ...others] = errors.filter(({ path }) => path?.[0] === 'people');
    expect([reported, others]).toMatchObject([{ ...UNREADABLE, path: ['people'] }, []]);
    expect(reported?.message).toContain('[2]');
    expect(JSON.stringify(errors)).not.toContain(SECRET);
    expect(gateway.upstreams[0]?.value.health.state()).toBe('DEGRADED');
  }
});

test.each(CASES)('pages laid end to end are all rows but the bad ones: %s', async (_, each) => {
  const bad = [0, 3, 4, 9, 10];
  const rows = rowsOf(each, 11, bad);
  await using gateway = await serve(each, (url) => each.answer(rows, url));
  for (const first of [1, 2, 3, 5, 20]) {
    const names: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 12; page += 1) {
      const { data }: Awaited<ReturnType<typeof gateway.ask>> = await gateway.ask(PAGE, { first, after });
      const { nodes, pageInfo, sources } = data?.['contacts'] as Listed;
      expect(sources).toMatchObject([{ ok: true }]);
      names.push(...nodes.map(({ displayName }) => displayName));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect([first, ...[...names].sort()]).toEqual([first, ...[1, 2, 5, 6, 7, 8].map((at) => `P ${at}`)]);
  }
});

test.each(CASES)('a list whose envelope is wrong fails whole, and tells no value: %s', async (_, each) => {
  await using gateway = await serve(each, () => SECRET);
  const { data, errors } = await gateway.ask(PAGE, { first: 5 });
  expect(data).toMatchObject({ contacts: { nodes: [], sources: [{ ok: false, unreadable: 0 }] } });
  expect(errors).toMatchObject([UNREADABLE]);
  expect(errors[0]?.message).not.toContain(SECRET);
});

test('a bad row among the groups of contacts costs itself, and by its key it is an error', async () => {
  const each = ictCoreCase;
  const groups = [{ group_id: '1', name: 'One' }, { group_id: [SECRET] }, { group_id: '3', name: 'Three' }];
  await using gateway = await serve(each, ({ pathname }) => {
    if (pathname === '/groups') return groups;
    if (pathname === '/groups/3') return { group_id: '3', name: { SECRET } };
    return pathname.startsWith('/groups/2') ? [] : [each.row(0), each.bad(1)];
  });
  const { data, errors } = await gateway.ask('{ contacts { nodes { displayName groups { name } } } }');
  expect(data).toEqual({
    contacts: { nodes: [{ displayName: 'P 0', groups: [{ name: 'One' }, { name: 'Three' }] }] },
  });
  expect(errors.map(({ path }) => path)).toEqual([['contacts'], undefined]);
  const one = await gateway.ask(`{ node(id: "${encodeId('ictcore', 'group', '3')}") { id } }`);
  expect(one).toMatchObject({ data: { node: null }, errors: [{ path: ['node'] }] });
  expect(JSON.stringify(one.errors)).not.toContain(SECRET);
  expect(JSON.stringify(errors)).not.toContain(SECRET);
});
