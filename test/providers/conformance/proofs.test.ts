import { afterAll, beforeAll, expect, test } from 'vitest';

import type { ListBackend } from '../../../src/graph/ports/list-backend.js';
import type { IdentifiedRow } from '../../../src/query/order.js';
import type { Pushdown } from '../../../src/query/plan.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';
import { memoryUpstream, type Abilities, type MemoryRow } from '../../support/memory-provider.js';
import { disproveConstant, disproveOffer, disproveOrder, disproveSorts, disproveWindow } from './proofs.js';
import { subjectsOf, type Subject } from './subjects.js';

const ROWS: readonly MemoryRow[] = ['Anna', 'ANNA', 'Jan', '', 'Żółć'].map((displayName, index) => ({
  key: String(index + 1),
  displayName,
  emails: index === 2 ? [] : [`n${index % 2}@example.com`],
  phones: [`+4850011122${index}`],
  channels: ['EMAIL'],
  groupKeys: [],
}));
const ABILITIES: Abilities = {
  offers: { 'name.eq': { precision: 'exact', param: 'name' }, 'email.eq': { precision: 'superset', param: 'email' } },
  window: true,
  pageSize: 2,
  partialRows: false,
  sorts: true,
};

let gateway: TestGateway;
let honest: Subject;

beforeAll(async () => {
  gateway = startGateway([memoryUpstream('memory', ROWS, ABILITIES)]);
  const [upstream] = gateway.upstreams;
  const [subject] = upstream ? await subjectsOf(upstream, () => ({})) : [];
  if (!subject) throw new TypeError('the provider has no list');
  honest = subject;
});
afterAll(() => gateway.close());

const promising = (more: Partial<Pushdown>): Subject => ({
  ...honest,
  backend: { ...honest.backend, pushdown: { ...honest.backend.pushdown, ...more } },
});
const backend = (list: ListBackend<IdentifiedRow>['list']): Subject => ({
  ...honest,
  backend: { ...honest.backend, list },
});
const SOME = { offset: 1, limit: 3 };

test('a list that keeps what it offers is left in peace', async () => {
  expect(await disproveOffer(honest, 'name.eq')).toBeUndefined();
  expect(await disproveOffer(honest, 'email.eq')).toBeUndefined();
  expect(await disproveWindow(honest, SOME)).toBeUndefined();
  expect(await disproveSorts(honest)).toBeUndefined();
  expect(await disproveOrder(promising({ hasStableOrder: true }))).toBeUndefined();
});

test('an offer without a value to prove it fails, and so does one that is never taken', async () => {
  const exact = () => ({ precision: 'exact', params: {} }) as const;
  expect(await disproveOffer(promising({ offers: { 'nickname.eq': exact } }), 'nickname.eq')).toContain('no value');
  expect(await disproveOffer(promising({ offers: { 'name.eq': () => undefined } }), 'name.eq')).toContain('ever taken');
});

test('a window that is one row off, too long, or tells another number of rows fails', async () => {
  const { list } = honest.backend;
  const shifted = backend((request, callOptions) => list({ ...request, offset: request.offset + 1 }, callOptions));
  expect(await disproveWindow(shifted, SOME)).toContain('the window of 3 rows from 1 on gives');
  const endless = backend((request, callOptions) => list({ ...request, limit: undefined }, callOptions));
  expect(await disproveWindow(endless, SOME)).toContain('the window of 3 rows');
  const miscounting = backend(async function* (request, callOptions) {
    for await (const page of list(request, callOptions)) yield { ...page, total: page.rows.length };
  });
  expect(await disproveWindow(miscounting, SOME)).toContain('rows in all');
});

test('a sort by letter case, in one direction only, or of no order that there is fails', async () => {
  const { list } = honest.backend;
  const byCase = backend(async function* (request, callOptions) {
    const rows: IdentifiedRow[] = [];
    for await (const page of list({ ...request, params: {} }, callOptions)) rows.push(...page.rows);
    const nameOf = (row: IdentifiedRow): string => ('displayName' in row ? String(row.displayName) : '');
    yield { rows: rows.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)) };
  });
  expect(await disproveSorts(byCase)).toContain('sorted by name');
  const { sort } = honest.backend.pushdown;
  const ascending = promising({ sort: ({ column }) => sort?.({ column, descending: false }) });
  expect(await disproveSorts(ascending)).toContain('descending: true');
  expect(await disproveSorts(promising({ sort: () => undefined }))).toContain('takes no order');
});

test('an order that is promised and not kept fails', async () => {
  const { list } = honest.backend;
  const turning = backend(async function* (request, callOptions) {
    const rows: IdentifiedRow[] = [];
    for await (const page of list(request, callOptions)) rows.push(...page.rows);
    yield { rows: rows.reverse() };
  });
  const promised = { ...turning.backend, pushdown: { ...turning.backend.pushdown, hasStableOrder: true } };
  expect(await disproveOrder({ ...turning, backend: promised })).toContain('not in the order of the whole list');
});

test('what is said of all rows and is not true of each fails', () => {
  const saying = (channel: () => boolean | undefined): Subject => promising({ constants: { channel } });
  expect(
    disproveConstant(
      saying(() => false),
      'channel',
    ),
  ).toContain('is not false');
  expect(
    disproveConstant(
      saying(() => undefined),
      'channel',
    ),
  ).toContain('no value tried is');
});
