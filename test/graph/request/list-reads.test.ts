import { setTimeout as sleep } from 'node:timers/promises';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { ListReads } from '../../../src/graph/request/list-reads.js';
import type { ListBackend } from '../../../src/graph/ports/list-backend.js';
import type { IdentifiedRow } from '../../../src/query/order.js';
import type { Page } from '../../../src/query/select.js';
import { CancelToken } from '../../../src/transport/cancel-token.js';
import type { Attempt, CallOptions } from '../../../src/transport/exchange.js';
import { ProviderFailure } from '../../../src/transport/failure.js';
import { startGateway } from '../../support/gateway.js';
import { memoryUpstream, UNABLE, type Abilities } from '../../support/memory-provider.js';
import { row } from '../person/people-model.js';

const PAGE = 'nodes { id } totalCount pageInfo { hasNextPage endCursor } sources { ok fetched matched truncated }';

const field = fc.oneof(
  fc.nat({ max: 6 }).map((first) => `contacts(first: ${first}) { ${PAGE} }`),
  fc.nat({ max: 6 }).map((first) => `contacts(first: ${first}, orderBy: { field: DISPLAY_NAME }) { ${PAGE} }`),
  fc
    .constantFrom('a', 'n', 'zz')
    .map((part) => `contacts(first: 3, filter: { name: { contains: "${part}" } }) { ${PAGE} }`),
  fc.nat({ max: 4 }).map((first) => `people(first: ${first}) { ${PAGE} }`),
);

const upstream = fc.record({
  names: fc.array(fc.constantFrom('Anna', 'Jan', 'Ola', 'Ewa'), { maxLength: 9 }),
  window: fc.boolean(),
  pageSize: fc.integer({ min: 1, max: 4 }),
  failsBehind: fc.option(fc.nat({ max: 3 })),
});

test('fields that read lists together get what each gets alone, errors included', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(field, { minLength: 2, maxLength: 6 }),
      fc.tuple(upstream, upstream),
      async (fields, kinds) => {
        const upstreams = kinds.map(({ names, window, pageSize, failsBehind }, at) => {
          const fails = failsBehind === null ? {} : { fails: { behind: failsBehind, kind: 'unavailable' } as const };
          const rows = names.map((name, index) => row(String(index), name));
          return memoryUpstream(['north', 'south'][at] ?? '', rows, { ...UNABLE, window, pageSize, ...fails });
        });
        const gateway = startGateway(upstreams);
        try {
          const together = await gateway.ask(`{ ${fields.map((each, at) => `f${at}: ${each}`).join(' ')} }`);
          for (const [at, each] of fields.entries()) {
            const alone = await gateway.ask(`{ f${at}: ${each} }`);
            expect(together.data?.[`f${at}`]).toEqual(alone.data?.[`f${at}`]);
            expect(together.errors.filter(({ path }) => path?.[0] === `f${at}`)).toEqual(alone.errors);
          }
        } finally {
          await gateway.close();
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('a list that several fields want is read once, however many rows each of them takes', async () => {
  let reads = 0;
  const onList = async (): Promise<void> => void (reads += 1);
  const rows = ['Ola', 'Anna', 'Jan'].map((name, at) => row(String(at), name));
  const gateway = startGateway([memoryUpstream('north', rows, { ...UNABLE, pageSize: 1, onList } satisfies Abilities)]);
  const sorted = (first: number): string =>
    `contacts(first: ${first}, orderBy: { field: DISPLAY_NAME }) { nodes { displayName } }`;
  const { data } = await gateway.ask(
    `{ a: ${sorted(1)} b: ${sorted(2)} people(first: 1) { nodes { displayName } } all: contacts { totalCount } }`,
  );
  expect(data).toEqual({
    a: { nodes: [{ displayName: 'Anna' }] },
    b: { nodes: [{ displayName: 'Anna' }, { displayName: 'Jan' }] },
    people: { nodes: [{ displayName: 'Anna' }] },
    all: { totalCount: 3 },
  });
  expect(reads).toBe(1);
  await gateway.close();
});

/** A list of pages that come when they are let, and the options of each read of it. */
function slowList() {
  const reads: CallOptions[] = [];
  let letCome = (): void => undefined;
  async function* list(_: unknown, callOptions: CallOptions): AsyncGenerator<Page<IdentifiedRow>> {
    reads.push(callOptions);
    for (let at = 0; ; at += 1) {
      await new Promise<void>((resolve) => (letCome = resolve));
      callOptions.onAttempt?.({ path: `/${at}` } as Attempt);
      yield { rows: [{ id: String(at) }] as unknown as IdentifiedRow[] };
    }
  }
  return {
    reads,
    backend: { list } as unknown as ListBackend<IdentifiedRow>,
    come: () => {
      letCome();
    },
  };
}

const REQUEST = { params: { a: ['b'] }, offset: 0, limit: undefined };

test('a read goes on while anybody reads, its requests are those of who still does, and ends with the last', async () => {
  const { reads, backend, come } = slowList();
  const listReads = new ListReads();
  const asked: string[] = [];
  const enter = (name: string) => {
    const signal = new CancelToken();
    const onAttempt = ({ path }: Attempt): void => void asked.push(name + path);
    return { signal, pages: listReads.join(backend, REQUEST, { signal, onAttempt }) };
  };
  const [one, other] = [enter('one'), enter('other')];
  const first = Promise.all([one.pages.next(), other.pages.next()]);
  await Promise.resolve();
  come();
  expect((await first).map(({ value }) => (value as Page<IdentifiedRow>).rows)).toEqual([[{ id: '0' }], [{ id: '0' }]]);

  // Who comes now would lack the first page.
  const newcomer = enter('newcomer');
  const left = newcomer.pages.next();
  expect(reads).toHaveLength(2);
  newcomer.signal.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  expect(reads.map(({ signal }) => signal?.aborted)).toEqual([false, true]);

  one.signal.abort(new Error('gone'));
  await expect(one.pages.next()).rejects.toThrow('gone');
  const second = other.pages.next();
  await Promise.resolve();
  come();
  expect(await second).toMatchObject({ value: { rows: [{ id: '1' }] } });
  expect(asked).toEqual(['one/0', 'other/1']);
  expect(reads[0]?.signal?.aborted).toBe(false);
  await other.pages.return();
  expect(reads[0]?.signal?.aborted).toBe(true);
});

test('who stops waiting fails for a reason of its own, at once, and who comes a moment later reads anew', async () => {
  const { reads, backend } = slowList();
  const listReads = new ListReads();
  const [one, other] = [new CancelToken(), new CancelToken()];
  const [first, second] = [one, other].map((signal) => listReads.join(backend, REQUEST, { signal }).next());
  one.abort(new Error('its budget is spent'));
  other.abort(new Error('its page is laid'));
  await expect(first).rejects.toThrow('its budget is spent');
  await expect(second).rejects.toThrow('its page is laid');

  const stays = listReads.join(backend, REQUEST, { signal: new CancelToken() });
  void stays.next();
  await sleep(150);
  void listReads.join(backend, REQUEST, { signal: new CancelToken() }).next();
  expect(reads).toHaveLength(3);
});

test('rows that could not be read are told to each reader, of a page that fails as well', async () => {
  async function* list(_: unknown, callOptions: CallOptions): AsyncGenerator<Page<IdentifiedRow>> {
    callOptions.onUnreadableRow?.(new ProviderFailure('north', 'protocol', 'the first row is no row'));
    await Promise.resolve();
    callOptions.onUnreadableRow?.(new ProviderFailure('north', 'protocol', 'the second row is no row'));
    throw new ProviderFailure('north', 'unavailable', 'the rest did not come');
  }
  const listReads = new ListReads();
  const lost: string[][] = [[], []];
  const backend = { list } as unknown as ListBackend<IdentifiedRow>;
  const reads = lost.map((texts) =>
    listReads.join(backend, REQUEST, { onUnreadableRow: ({ message }) => void texts.push(message) }).next(),
  );
  expect((await Promise.allSettled(reads)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  for (const texts of lost) expect(texts).toEqual(['the first row is no row', 'the second row is no row']);
});
