import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { EMULATORS } from '../../src/emulators/index.js';
import { startFive, type Five } from '../support/all-providers.js';
import { startGateway, type TestGateway } from '../support/gateway.js';

let five: Five;
let gateway: TestGateway;

beforeAll(async () => {
  five = await startFive({ timeoutMs: 1000 });
  gateway = startGateway(five.upstreams);
});
afterEach(() => {
  for (const emulator of Object.values(five.emulators)) emulator.reset();
});
afterAll(async () => {
  await gateway.close();
  await five.stop();
});

interface Source {
  upstream: { name: string };
  ok: boolean;
  error: { code: string } | null;
}
interface Row {
  upstream: { name: string };
}
interface Contacts {
  nodes: Row[];
  totalCount: number | null;
  sources: Source[];
}

const ledger = (): Record<string, number> =>
  Object.fromEntries(EMULATORS.map((name) => [name, five.emulators[name].requests.length]));
const upstreamsOf = (rows: readonly Row[]): string[] => [...new Set(rows.map(({ upstream }) => upstream.name))];

const PAGE = `query ($first: Int) {
  contacts(first: $first) {
    nodes { displayName groups { name } upstream { name } }
    totalCount
    sources { upstream { name } ok error { code } requests }
  }
}`;

test('one page holds contacts of all five providers', async () => {
  const { data, errors } = await gateway.ask(PAGE, { first: 20 });
  expect(errors).toEqual([]);
  expect(upstreamsOf((data?.['contacts'] as Contacts).nodes)).toEqual([...EMULATORS]);
});

test('one query selects the fields of all kinds of contacts, each under its own name', async () => {
  const { data, errors } = await gateway.ask(`{
    contacts(first: 200) { nodes {
      __typename
      ... on HostTrackerContact { address name }
      ... on CloudSigmaContact { name email phone }
      ... on HostwayContact { name email state }
      ... on IctCoreContact { firstName lastName email phone address }
      ... on SerwerSmsContact { firstName lastName email phone address }
    } }
  }`);
  expect(errors).toEqual([]);
  const { nodes } = data?.['contacts'] as { nodes: Array<Record<string, unknown>> };
  expect(new Set(nodes.map(({ __typename }) => __typename)).size).toBe(8);
  // What is not set is null in all of them, never ''.
  expect(nodes.filter((row) => Object.values(row).includes(''))).toEqual([]);
});

test('the groups of a page of contacts cost the same, however long the page is', async () => {
  // Logs in, so that the ledgers hold what the page costs.
  await gateway.ask(PAGE, { first: 1 });
  const costOf = async (first: number): Promise<Record<string, number>> => {
    for (const emulator of Object.values(five.emulators)) emulator.reset();
    const { errors } = await gateway.ask(PAGE, { first });
    expect(errors).toEqual([]);
    return ledger();
  };
  const long = await costOf(1000);
  expect(await costOf(20)).toEqual(long);
  // Lists: one each. ICTCore: its groups, and the contacts of the four that have any. SerwerSMS: groups are on the rows.
  expect(long).toEqual({ hosttracker: 1, cloudsigma: 1, hostway: 1, ictcore: 1 + 1 + 4, serwersms: 1 });
});

describe('an upstream that fails costs its own rows only', () => {
  test.each(
    EMULATORS.flatMap((name) =>
      (
        [
          ['hang', 'UPSTREAM_TIMEOUT'],
          ['html', 'UPSTREAM_PROTOCOL'],
          ['garbage', 'UPSTREAM_PROTOCOL'],
          ['resetAfterRead', 'UPSTREAM_UNAVAILABLE'],
          ['truncate', 'UPSTREAM_UNAVAILABLE'],
        ] as const
      ).map(([kind, code]) => [name, kind, code] as const),
    ),
  )('%s: %s', async (name, kind, code) => {
    // SerwerSMS and ICTCore: what hangs, breaks or lies may be a log-in too.
    five.emulators[name].addFault({ kind });
    const { data, errors } = await gateway.ask(PAGE, { first: 1000 });
    const { nodes, totalCount, sources } = data?.['contacts'] as Contacts;
    expect(upstreamsOf(nodes)).toEqual(EMULATORS.filter((other) => other !== name));
    expect(totalCount).toBeNull();
    expect(sources.filter(({ ok }) => !ok)).toMatchObject([{ upstream: { name }, error: { code } }]);
    expect(errors).toMatchObject([{ path: ['contacts'], extensions: { code, upstream: name } }]);
  });
});

test('groups that cannot be read cost the groups, not the contacts', async () => {
  five.emulators.ictcore.addFault({ kind: 'status', status: 500, path: '/groups' });
  const { data, errors } = await gateway.ask(PAGE, { first: 1000 });
  const { nodes, sources } = data?.['contacts'] as Contacts;
  expect(sources.every(({ ok }) => ok)).toBe(true);
  expect(nodes.filter(({ upstream }) => upstream.name === 'ictcore')).not.toEqual([]);
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', upstream: 'ictcore' } }]);
});

test('the same person is found at every provider by e-mail, however it is spelled there', async () => {
  const { data, errors } = await gateway.ask(
    '{ contacts(filter: { email: { eq: "ANNA.Kowalska@example.com" } }) { nodes { upstream { name } emails } } }',
  );
  expect(errors).toEqual([]);
  const { nodes } = data?.['contacts'] as Contacts;
  expect(upstreamsOf(nodes)).toEqual([...EMULATORS]);
});

test('two upstreams of one provider are asked each for itself', async () => {
  const [hostTracker] = five.upstreams;
  if (!hostTracker) throw new Error('no upstream');
  const twice = startGateway([hostTracker, { ...hostTracker, name: 'second' }]);
  const { data } = await twice.ask(PAGE, { first: 1000 });
  const { nodes, sources } = data?.['contacts'] as Contacts;
  expect(sources.map(({ upstream }) => upstream.name)).toEqual(['hosttracker', 'second']);
  expect(nodes.filter((row) => row.upstream.name === 'second')).toHaveLength(nodes.length / 2);
  // The same read, to the same address, and yet two requests: answers are never shared across upstreams.
  expect(five.emulators.hosttracker.requests).toHaveLength(2);
  expect((await twice.ask('{ hostTrackerOptions { contactTypes } }')).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  await twice.close();
});

test('capabilities name a mutation for exactly the upstreams that can do it', async () => {
  const { data } = await gateway.ask('{ upstreams { name capabilities { writes } } }');
  const { upstreams } = data as { upstreams: Array<{ name: string; capabilities: { writes: string[] } }> };
  const able = (mutation: string): string[] =>
    upstreams.flatMap(({ name, capabilities }) => (capabilities.writes.includes(mutation) ? [name] : []));
  expect(able('createContact')).toEqual(upstreams.map(({ name }) => name));
  expect(able('deleteContact')).not.toContain('hostway');
  expect(able('createGroup')).toEqual(['ictcore', 'serwersms']);
  expect(able('confirmContact')).toEqual(['hosttracker']);
  expect(able('setNotificationPreferences')).toEqual(['cloudsigma']);
  expect(able('sendTransmission')).toEqual(['ictcore']);
  const known = Object.keys(gateway.schema.getMutationType()?.getFields() ?? {});
  const named = new Set(upstreams.flatMap(({ capabilities }) => capabilities.writes));
  // Every mutation is somebody's, but the one that asks no upstream.
  expect(known.filter((mutation) => !named.has(mutation))).toEqual(['resolveOperation']);
});
