import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { startHostway, CREDENTIALS as HOSTWAY } from '../../../src/emulators/hostway/index.js';
import { startHostTracker, CREDENTIALS as HOSTTRACKER, PREFIX } from '../../../src/emulators/hosttracker/index.js';
import { startSerwerSms, CREDENTIALS as SERWERSMS } from '../../../src/emulators/serwersms/index.js';
import type { TextComparison } from '../../../src/emulators/kit/comparison.js';
import { createMemoryStore } from '../../../src/operations/memory-store.js';
import type { OperationStore } from '../../../src/operations/store.js';
import { hostTracker } from '../../../src/providers/hosttracker/index.js';
import { hostway } from '../../../src/providers/hostway/index.js';
import { serwerSms } from '../../../src/providers/serwersms/index.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';

const ROWS = 150;
const EMAILS = Array.from({ length: ROWS }, (_, index) => `${index % 2 ? 'Anna' : 'anna'}.${index >> 1}@Example.com`);
const COMPARISONS: readonly TextComparison[] = ['case-insensitive', 'exact', 'accent-insensitive'];
const DAY_MS = 24 * 3_600_000;

let book: Awaited<ReturnType<typeof startHostway>>;
let phones: Awaited<ReturnType<typeof startSerwerSms>>;
let monitors: Awaited<ReturnType<typeof startHostTracker>>;

beforeAll(async () => {
  [book, phones, monitors] = await Promise.all([startHostway(), startSerwerSms(), startHostTracker()]);
});
beforeEach(() => {
  fill('case-insensitive');
});
afterAll(() => Promise.all([book.close(), phones.close(), monitors.close()]));

function fill(compares: TextComparison, emails: readonly string[] = EMAILS): void {
  const contacts = emails.map((email, index) => ({ name: `c${index}`, email, displayName: email }));
  book.reset({ domains: { 'test-domain.com': contacts }, compares });
  phones.reset({
    contacts: emails.map((email, index) => ({ id: index + 1, phone: `+48500${String(100_000 + index)}`, email })),
    compares,
  });
  monitors.reset({ contacts: emails.map((address) => ({ contactType: 'Email' as const, address })), compares });
}

interface Options {
  readonly timeoutMs?: number;
  readonly store?: OperationStore;
  readonly now?: () => number;
}

function start({ timeoutMs = 10_000, ...options }: Options = {}): TestGateway {
  const settings = { account: 'account007', domains: ['test-domain.com'], auth: HOSTWAY };
  return startGateway(
    [
      { provider: hostway, name: 'book', baseUrl: book.url, settings, timeoutMs },
      { provider: serwerSms, name: 'phones', baseUrl: phones.url, settings: { auth: { token: SERWERSMS.token } } },
      {
        provider: hostTracker,
        name: 'monitors',
        baseUrl: monitors.url + PREFIX,
        settings: { auth: { login: HOSTTRACKER.login, password: HOSTTRACKER.password }, format: 'json' },
      },
    ],
    undefined,
    { proving: true, ...options },
  );
}

interface Found {
  readonly nodes: ReadonlyArray<{ readonly emails: readonly string[]; readonly upstream: { readonly name: string } }>;
  readonly sources: ReadonlyArray<{
    readonly upstream: { readonly name: string };
    readonly requests: number;
    readonly pushedDown: readonly string[];
    readonly assumed: readonly string[];
  }>;
}

const FIND = `query ($filter: ContactFilter) { contacts(first: 100, filter: $filter) {
  nodes { emails upstream { name } }
  sources { upstream { name } requests pushedDown assumed }
} }`;

async function find(gateway: TestGateway, filter: object): Promise<Found> {
  const { data, errors } = await gateway.ask(FIND, { filter });
  expect(errors).toEqual([]);
  return data?.['contacts'] as Found;
}

const ANNA = { email: { eq: 'ANNA.7@example.COM' } };
/** Contacts of every upstream that are this Anna. */
const THOSE = ['book', 'phones', 'monitors'].flatMap((name) => [
  `${name} anna.7@example.com`,
  `${name} anna.7@example.com`,
]);

const describeSources = ({ nodes }: Found): readonly string[] =>
  nodes.map(({ emails, upstream }) => `${upstream.name} ${emails.join()}`).sort();
const sourceOf = ({ sources }: Found, name: string): Found['sources'][number] | undefined =>
  sources.find(({ upstream }) => upstream.name === name);

test.each(COMPARISONS)('no row is lost by a server whose comparison is %s', async (compares) => {
  fill(compares);
  const gateway = start();
  for (const filter of [
    ANNA,
    { email: { contains: 'NNA.7@' } },
    { hostway: { field: 'EMAIL', eq: 'ANNA.7@EXAMPLE.COM' } },
  ]) {
    const found = await find(gateway, filter);
    const expected = 'hostway' in filter ? THOSE.filter((each) => each.startsWith('book')) : THOSE;
    expect(describeSources(found)).toEqual([...expected].sort());
  }
  const again = await find(gateway, ANNA);
  expect(sourceOf(again, 'book')?.pushedDown).toEqual(compares === 'exact' ? [] : ['email.eq']);
  expect(sourceOf(again, 'phones')?.pushedDown).toEqual(compares === 'exact' ? [] : ['email.eq']);
  // Its list is one request anyway: it is only asked for all e-mails, by their type.
  expect(sourceOf(again, 'monitors')).toMatchObject({ pushedDown: ['email.eq'], requests: 1 });
  await gateway.close();
});

test('a proof is two reads at its first use, told as such, and none afterwards', async () => {
  const gateway = start();
  const proofs = async (): Promise<Array<string | undefined>> =>
    (await gateway.ask(FIND, { filter: ANNA })).attempts.filter(({ proof }) => proof).map(({ upstream }) => upstream);
  expect((await proofs()).sort()).toEqual(['book', 'book', 'phones', 'phones']);
  expect(await proofs()).toEqual([]);
  expect([book, phones, monitors].flatMap(({ requests }) => requests.flatMap(({ effects }) => effects))).toEqual([]);
  await gateway.close();
});

test('many who ask at once share one proof', async () => {
  const gateway = start();
  await Promise.all(
    Array.from({ length: 10 }, (_, index) => find(gateway, { email: { eq: `ANNA.${index}@example.com` } })),
  );
  expect(book.requests.filter(({ query }) => query === '?page=1&pageSize=100')).toHaveLength(1);
  await gateway.close();
});

test('a verdict outlives a restart, and is proved anew after a week', async () => {
  const store = createMemoryStore();
  let now = Date.now();
  const asked = async (): Promise<number> => {
    const gateway = start({ store, now: () => now });
    await Promise.all(gateway.upstreams.map(({ proofs }) => proofs.loadStored()));
    const { attempts } = await gateway.ask(FIND, { filter: ANNA });
    await gateway.close();
    return attempts.filter(({ proof }) => proof).length;
  };
  expect(await asked()).toBe(4);
  now += 6 * DAY_MS;
  expect(await asked()).toBe(0);
  now += 2 * DAY_MS;
  expect(await asked()).toBe(4);
});

test('what no row could prove is pushed down and told as assumed', async () => {
  fill('exact', ['1@2.3', ...Array.from({ length: 200 }, () => '')]);
  const gateway = start();
  expect(sourceOf(await find(gateway, ANNA), 'book')).toMatchObject({
    pushedDown: ['email.eq'],
    assumed: ['email.eq'],
  });
  await gateway.close();
});

test('a proof that fails is no verdict: the list is read, and the proof is not repeated at once', async () => {
  fill('exact');
  const gateway = start();
  book.addFault({ kind: 'status', status: 400, times: 1 });
  const found = await find(gateway, ANNA);
  expect(describeSources(found)).toEqual([...THOSE].sort());
  expect(sourceOf(found, 'book')?.pushedDown).toEqual([]);
  const { attempts } = await gateway.ask(FIND, { filter: ANNA });
  expect(attempts.filter(({ proof }) => proof)).toEqual([]);
  await gateway.close();
});

test('a value without letters needs no proof', async () => {
  const gateway = start();
  const { attempts } = await gateway.ask(FIND, { filter: { phone: { eq: '+48500100007' } } });
  expect(attempts.filter(({ proof }) => proof)).toEqual([]);
  await gateway.close();
});

test('a proof that hangs ends by its own deadline, and the lists of all who wait are read', async () => {
  const gateway = start({ timeoutMs: 3_000 });
  // It and its repeat.
  book.addFault({ kind: 'hang', path: '/contacts', times: 2 });
  const found = await Promise.all([find(gateway, ANNA), find(gateway, ANNA)]);
  for (const each of found) {
    expect(describeSources(each)).toEqual([...THOSE].sort());
    expect(sourceOf(each, 'book')?.pushedDown).toEqual([]);
  }
  await gateway.close();
});

test('a plan tells what a proof costs until there is a verdict, and nothing takes more than its worst case', async () => {
  for (const compares of COMPARISONS) {
    fill(compares);
    const gateway = start();
    const document = parse(FIND);
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('no operation');
    const planned = () => gateway.planner.plan(document, operation, { filter: ANNA }, 'find');
    const proves = (): unknown[] =>
      planned().calls.flatMap(({ proves = [], requests }) => proves.map((name) => [name, requests[0]?.worst]));
    expect(proves()).toEqual([
      ['email.eq', 2],
      ['email.eq', 2],
    ]);
    const { upstreams } = planned();
    const { attempts } = await gateway.ask(FIND, { filter: ANNA });
    for (const { upstream, worst } of upstreams) {
      expect(attempts.filter((attempt) => attempt.upstream === upstream).length).toBeLessThanOrEqual(worst);
    }
    expect(proves()).toEqual([]);
    await gateway.close();
  }
});
