import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Emulator } from '../../../src/emulators/kit/emulator.js';
import type { Fault } from '../../../src/emulators/kit/faults.js';
import type { Contact } from '../../../src/graph/contact/types.js';
import { encodeId } from '../../../src/graph/values/id.js';
import { toPhone } from '../../../src/graph/values/phone.js';
import type { Provider } from '../../../src/graph/ports/provider.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';
import { startHanging } from '../../support/hanging-server.js';
import { expectedIds, filtersOf, rowsOf, type FilterInput } from './filters.js';
import { testOffers, type OfferFixture } from './offers.js';
import { listed, sameSet, SOURCES, type Listed } from './lists.js';

/** What the suite needs of an emulator. */
type Started = Pick<Emulator, 'url' | 'addFault' | 'clearFaults' | 'close'>;

/** A provider and its emulator, to be held to what every provider must keep. */
export interface Fixture {
  readonly provider: Provider;
  /** An emulator with its rows; it is closed by the suite. */
  readonly start: () => Promise<Started>;
  /** Path of the base URL, e.g. `/api/2.0`. */
  readonly basePath?: string;
  /** What the upstream's config holds beyond the common keys. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Texts that no error, trace or report may hold. */
  readonly secrets: readonly string[];
  /** Keys in forms that the provider uses and that do not exist there; null is what they find. */
  readonly unknownKeys: readonly string[];
  /** Filters by path: for the provider's own, and for others besides those that are made from the rows. */
  readonly filters?: (rows: readonly Contact[]) => Readonly<Record<string, readonly FilterInput[]>>;
  /** Runs of the filter properties; default 60. Each is one list. */
  readonly runs?: number;
  /** What its offers are proven over: see `testOffers`. */
  readonly hostile: Pick<OfferFixture, 'start' | 'cautious'> & Partial<Pick<OfferFixture, 'settings'>>;
}

const FAULTS: ReadonlyArray<{ readonly fault: Fault; readonly code: string }> = [
  { fault: { kind: 'status', status: 500 }, code: 'UPSTREAM_UNAVAILABLE' },
  { fault: { kind: 'html' }, code: 'UPSTREAM_PROTOCOL' },
  { fault: { kind: 'garbage' }, code: 'UPSTREAM_PROTOCOL' },
  { fault: { kind: 'hang' }, code: 'UPSTREAM_TIMEOUT' },
  { fault: { kind: 'unauthorized' }, code: 'UPSTREAM_AUTH' },
];

/** Registers the tests that every provider passes over its emulator. */
export function testProvider(fixture: Fixture): void {
  const { provider, settings, secrets, hostile, ...shared } = fixture;
  testOffers({ ...shared, provider, settings, ...hostile });
  describe(`${provider.title} keeps what every provider keeps`, () => {
    let emulator: Started;
    let gateway: TestGateway;
    const open = (timeoutMs = 15_000): TestGateway =>
      startGateway([{ provider, baseUrl: emulator.url + (fixture.basePath ?? ''), settings, timeoutMs }]);
    const backend = () => {
      const contact = gateway.upstreams[0]?.backends.contact;
      if (!contact) throw new TypeError(`${provider.title} has no contacts`);
      return contact;
    };

    beforeAll(async () => {
      emulator = await fixture.start();
      gateway = open();
    });
    beforeEach(() => {
      emulator.clearFaults();
    });
    afterAll(async () => {
      await gateway.close();
      await emulator.close();
    });

    test.each(['contacts', 'groups'])('%s: pages laid end to end are the whole list, each row once', async (noun) => {
      const whole = await listed(gateway, noun, 1000);
      const laid: Listed[] = [];
      for (let after: string | null = null, more = true; more;) {
        const page = await listed(gateway, noun, 7, after);
        laid.push(...page.nodes);
        after = page.endCursor;
        more = page.more;
      }
      expect(laid).toEqual(whole.nodes);
      expect(new Set(laid.map(({ id }) => id)).size).toBe(laid.length);
      if (noun === 'contacts') expect(laid.length).toBeGreaterThan(7);
    });

    test('a filter of offered or constant conditions finds what the same filter over the full list finds', async () => {
      const { pushdown } = backend();
      const rows = await rowsOf(backend());
      const byPath = filtersOf(rows, await listed(gateway, 'groups', 1000), fixture.filters?.(rows) ?? {});
      const offered = Object.keys(pushdown.offers).filter((path) => path !== 'ids');
      expect(offered.filter((path) => !byPath[path]?.length)).toEqual([]);
      // What is the same for all of its rows is never asked, and must be true of them all the same.
      const constant = Object.keys(pushdown.constants ?? {}).filter((path) => byPath[path]?.length);
      const paths = [...offered, ...constant];
      const one = fc.constantFrom(...paths).chain((path) => fc.constantFrom(...(byPath[path] ?? [])));
      const some = fc.array(one, { minLength: 1, maxLength: 2 });
      const filter: fc.Arbitrary<FilterInput> = fc.oneof(
        { arbitrary: one, weight: 4 },
        { arbitrary: some.map((and) => ({ and })), weight: 2 },
        some.map((or) => ({ or })),
        fc.tuple(one, one).map(([and, not]) => ({ and: [and], not })),
      );
      const check = async (input: FilterInput): Promise<void> => {
        const { data, errors } = await gateway.ask(
          `query ($filter: ContactFilter) { contacts(first: 1000, filter: $filter) { nodes { id } ${SOURCES} } }`,
          { filter: input },
        );
        expect(errors).toEqual([]);
        const { nodes, sources } = data?.['contacts'] as { nodes: Listed[]; sources: Array<Record<string, unknown>> };
        sameSet(
          nodes.map(({ id }) => id),
          expectedIds(input, rows, gateway),
        );
        const [source] = sources;
        if (source?.['residual'] instanceof Array && source['residual'].every((name) => name === 'first')) {
          expect(source['matched']).toBe(source['fetched']);
        }
      };
      // Each offered path at least with its first values, then whatever chance brings.
      for (const path of paths) for (const input of byPath[path]?.slice(0, 3) ?? []) await check(input);
      await fc.assert(fc.asyncProperty(filter, check), { numRuns: fixture.runs ?? 60 });
    });

    test('nodes finds what the lists found, and null for what is not there', async () => {
      const gateways = (await gateway.ask('{ gateways { nodes { id } } }')).data?.['gateways'] as { nodes: Listed[] };
      const found = [
        ...(await listed(gateway, 'contacts', 1000)).nodes,
        ...(await listed(gateway, 'groups', 1000)).nodes,
        ...gateways.nodes,
      ].map(({ id }) => id);
      const unknown = ['contact', 'group', 'gateway'].flatMap((noun) =>
        fixture.unknownKeys.map((key) => encodeId(provider.name, noun, key)),
      );
      const ask = async (ids: readonly string[]) =>
        gateway.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
      const asked = [...found.slice(0, 1000 - unknown.length), ...unknown];
      const { data, errors } = await ask(asked);
      expect(errors).toEqual([]);
      expect(data?.['nodes']).toEqual(asked.map((id) => (unknown.includes(id) ? null : { id })));
      for (const id of [found[0] ?? '', ...unknown]) {
        expect((await ask([id])).data).toEqual({ nodes: [unknown.includes(id) ? null : { id }] });
      }
    });

    test('a contact read by its id is the contact of the list', async () => {
      const { nodes } = await listed(gateway, 'contacts', 1000);
      for (const node of nodes.slice(0, 3)) {
        const { data } = await gateway.ask(
          'query ($id: ID!) { contact(id: $id) { id upstreamId displayName emails phones channels } }',
          { id: node.id },
        );
        expect(data).toEqual({ contact: node });
      }
    });

    test('phones are E.164 or as the provider holds them, e-mails lower-case, and every contact has a name', async () => {
      for (const { phones, emails, displayName } of await rowsOf(backend())) {
        expect(phones).toEqual(phones.map((phone) => toPhone(phone, 'PL')));
        expect(emails).toEqual(emails.map((email) => email.toLowerCase()));
        expect(displayName).toBe(displayName.trim());
      }
    });

    describe.each(FAULTS)('$fault.kind', ({ fault, code }) => {
      test.each(['before the log-in', 'after it'])(`%s is ${code} in the source and one error`, async (when) => {
        const faulty = open(fault.kind === 'hang' ? 300 : 5_000);
        try {
          if (when === 'after it') expect((await faulty.ask('{ contacts { nodes { id } } }')).errors).toEqual([]);
          emulator.addFault(fault);
          const { data, errors, attempts } = await faulty.ask(`{ contacts { totalCount nodes { id } ${SOURCES} } }`);
          expect(data?.['contacts']).toMatchObject({
            totalCount: null,
            nodes: [],
            sources: [{ ok: false, error: { code } }],
          });
          expect(errors).toMatchObject([{ path: ['contacts'], extensions: { code, upstream: provider.name } }]);
          expect(leaks([data, errors, attempts])).toEqual([]);
        } finally {
          await faulty.close();
        }
      });
    });

    test('a probe succeeds, and fails where the provider is down', async () => {
      const faulty = open();
      await faulty.upstreams[0]?.probe({});
      emulator.addFault({ kind: 'unauthorized' });
      await expect(faulty.upstreams[0]?.probe({})).rejects.toMatchObject({ kind: 'auth' });
      await faulty.close();
    });

    test('no secret is told, even where the provider repeats it', async () => {
      const body = JSON.stringify({ error: secrets.join(' '), message: secrets.join(' ') });
      const headers = { 'content-type': 'application/json' };
      for (const status of [200, 400, 401, 422, 500]) {
        emulator.clearFaults();
        emulator.addFault({ kind: 'status', status, headers, body });
        const faulty = open();
        const { data, errors, attempts } = await faulty.ask(`{ contacts { nodes { id } ${SOURCES} } }`);
        expect(errors).toHaveLength(1);
        expect(leaks([data, errors, attempts])).toEqual([]);
        await faulty.close();
      }
    });

    test('a client that goes away takes its request with it', async () => {
      const hanging = await startHanging();
      const waiting = startGateway([
        { provider, baseUrl: hanging.url + (fixture.basePath ?? ''), settings, timeoutMs: 60_000 },
      ]);
      const client = new AbortController();
      const answer = waiting.ask('{ contacts { nodes { id } } }', {}, client.signal).catch(() => undefined);
      await hanging.arrived;
      client.abort();
      await hanging.hungUp;
      await answer;
      await waiting.close();
      await hanging.close();
    });

    const leaks = (answer: unknown): string[] => secrets.filter((secret) => JSON.stringify(answer).includes(secret));
  });
}
