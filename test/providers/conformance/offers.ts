import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Provider } from '../../../src/graph/ports/provider.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';
import { BREAKAGES, broken } from './breakages.js';
import {
  disproveConstant,
  disproveFilter,
  disproveOffer,
  disproveOrder,
  disproveSorts,
  disproveWindow,
  filtersFor,
} from './proofs.js';
import { subjectsOf, type OwnFilters, type Subject } from './subjects.js';

/** A provider whose offers are held to what they promise, over rows that are hard to tell apart. */
export interface OfferFixture {
  readonly provider: Provider;
  readonly basePath?: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** An emulator with such rows; it is closed by the suite. */
  readonly start: () => Promise<{ readonly url: string; readonly close: () => Promise<void> }>;
  readonly filters?: OwnFilters;
  /** Runs of the property over filters, for each list. */
  readonly runs?: number;
  /**
   * Offers, as `noun path`, that are no more than exact over the emulator, and called inexact because nobody documents
   * how the provider compares.
   */
  readonly cautious?: readonly string[];
}

/** Registers the proofs that every list of a provider gives what it offers. An offer that nothing proves fails. */
export function testOffers({ provider, basePath = '', settings, start, ...fixture }: OfferFixture): void {
  describe(`${provider.title} keeps what its lists offer`, { timeout: 60_000 }, () => {
    let emulator: Awaited<ReturnType<typeof start>>;
    let gateway: TestGateway;
    let subjects: readonly Subject[];

    beforeAll(async () => {
      emulator = await start();
      gateway = startGateway([{ provider, baseUrl: emulator.url + basePath, settings, timeoutMs: 15_000 }]);
      const [upstream] = gateway.upstreams;
      if (!upstream) throw new TypeError('the gateway has no upstream');
      subjects = await subjectsOf(upstream, fixture.filters ?? (() => ({})));
    });
    afterAll(async () => {
      await gateway.close();
      await emulator.close();
    });

    /** Each offer of each list, with what is wrong about it. */
    const disproveAll = async (judged: readonly Subject[]): Promise<ReadonlyMap<string, string | undefined>> => {
      const found = new Map<string, string | undefined>();
      for (const subject of judged) {
        for (const path of Object.keys(subject.backend.pushdown.offers)) {
          found.set(`${subject.noun} ${path}`, await disproveOffer(subject, path));
        }
      }
      return found;
    };

    test('exact gives the rows that match and no others, inexact loses none, and each leaves out some', async () => {
      expect([...(await disproveAll(subjects))].filter(([, disproof]) => disproof !== undefined)).toEqual([]);
    });

    test('what is said of all rows without asking is true of each', () => {
      const disproofs = subjects.flatMap((subject) =>
        Object.keys(subject.backend.pushdown.constants ?? {}).map((path) => disproveConstant(subject, path)),
      );
      expect(disproofs.filter((disproof) => disproof !== undefined)).toEqual([]);
    });

    test.each(Object.entries(BREAKAGES))('an offer that is broken %s is seen', async (name, breakage) => {
      const cautious = name.includes('exact') ? (fixture.cautious ?? []) : [];
      const unseen = [...(await disproveAll(subjects.map((subject) => broken(subject, breakage))))].flatMap(
        ([offer, disproof]) => (disproof === undefined ? [offer] : []),
      );
      const exact = name.includes('exact') ? subjects.flatMap(exactOffers) : [];
      expect(unseen.filter((offer) => !exact.includes(offer)).sort()).toEqual([...cautious].sort());
    });

    test('what is planned of any filter finds what a full scan finds', async () => {
      for (const subject of subjects) {
        // Nothing can be asked of accounts.
        if (!Object.keys(subject.conditions).length) continue;
        const check = async (filter: Parameters<typeof disproveFilter>[1]): Promise<void> => {
          expect(await disproveFilter(subject, filter)).toBeUndefined();
        };
        await fc.assert(fc.asyncProperty(filtersFor(subject), check), { numRuns: fixture.runs ?? 100 });
      }
    });

    test('a window is that run of the whole list, and an order is the one that was asked for or promised', async () => {
      for (const subject of subjects) {
        expect(await disproveSorts(subject)).toBeUndefined();
        expect(await disproveOrder(subject)).toBeUndefined();
        const size = subject.rows.length;
        const check = async (offset: number, limit: number): Promise<void> => {
          expect(await disproveWindow(subject, { offset, limit })).toBeUndefined();
        };
        if (!subject.backend.pushdown.window) continue;
        await fc.assert(fc.asyncProperty(fc.nat(size + 3), fc.integer({ min: 1, max: size + 3 }), check));
      }
    });
  });
}

/** Offers that no value makes inexact: calling them exact changes nothing. */
function exactOffers({ noun, backend, conditions }: Subject): readonly string[] {
  return Object.entries(backend.pushdown.offers).flatMap(([path, offer]) => {
    const precisions = (conditions[path] ?? []).map(({ value }) => offer(value as never)?.precision);
    return precisions.includes('superset') ? [] : [`${noun} ${path}`];
  });
}
