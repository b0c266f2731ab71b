import * as z from 'zod';

import { Contact } from '../../src/graph/contact/types.js';
import { contactTests } from '../../src/graph/contact/filter.js';
import { Field, ObjectType } from '../../src/graph/values/decorators.js';
import { Group } from '../../src/graph/group/types.js';
import { encodeId } from '../../src/graph/values/id.js';
import type { ListRequest } from '../../src/graph/ports/list-backend.js';
import { defineProvider, type OpenOptions } from '../../src/graph/ports/provider.js';
import type { Order } from '../../src/query/order.js';
import type { PushdownOffer } from '../../src/query/plan.js';
import type { Page } from '../../src/query/select.js';
import { ProviderFailure, type FailureKind } from '../../src/transport/failure.js';
import type { TestUpstream } from './gateway.js';

@ObjectType({ implements: Contact, simpleResolvers: true, description: 'A contact of the provider in memory.' })
export class MemoryContact extends Contact {
  declare readonly __typename: 'MemoryContact';

  @Field(() => String, { nullable: true, description: 'A field that no other provider has.' })
  readonly nickname!: string | null;
}

@ObjectType({ implements: Group, simpleResolvers: true, description: 'A group of the provider in memory.' })
export class MemoryGroup extends Group {
  declare readonly __typename: 'MemoryGroup';
}

/** A contact as a test gives it. */
export interface MemoryRow {
  readonly key: string;
  readonly displayName: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly channels: Contact['channels'];
  readonly groupKeys: readonly string[];
}

/** What such an upstream can do by itself. */
export interface Abilities {
  /** By path of the condition. Paths that share a parameter can't both be taken. */
  readonly offers: Readonly<Record<string, { readonly precision: PushdownOffer['precision']; readonly param: string }>>;
  readonly window: boolean;
  readonly pageSize: number;
  /** List rows do not tell their groups. */
  readonly partialRows: boolean;
  /** It sorts by itself. */
  readonly sorts?: boolean;
  /** Called when a list begins to be read, and waited for. */
  readonly onList?: () => Promise<void>;
  /** Its list fails behind so many pages; `hangs` never answers again. */
  readonly fails?: { readonly behind: number; readonly kind: FailureKind | 'hangs' };
}

/** Can nothing by itself: the slow and right default. */
export const UNABLE: Abilities = { offers: {}, window: false, pageSize: 5, partialRows: false };

interface MemorySettings {
  readonly rows: readonly MemoryRow[];
  readonly abilities: Abilities;
}

/** A provider in memory, whose rows and abilities a property test chooses. `example-provider` shows a whole one. */
export const memoryProvider = defineProvider<MemorySettings>({
  name: 'memory',
  title: 'Memory',
  description: 'A provider of the tests.',
  settings: z.custom<MemorySettings>(),
  types: [MemoryContact, MemoryGroup],
  open: ({ settings, upstream, connect }) => {
    const { rows, abilities } = settings;
    const whole = rows.map((row) => toContact(row, upstream));
    return {
      connection: connect((next) => next),
      probe: async () => undefined,
      costs: { nouns: {}, writes: {} },
      backends: {
        contact: {
          pushdown: {
            offers: Object.fromEntries(
              Object.entries(abilities.offers).map(([path, { precision, param }]) => [
                path,
                (value: unknown) => ({ precision, params: { [param]: JSON.stringify({ path, value, precision }) } }),
              ]),
            ),
            ...(abilities.sorts ? { sort: (order) => ({ sort: JSON.stringify(order) }) } : {}),
            window: abilities.window,
            columns: ['id', 'name', 'email', 'phone', 'channel', ...(abilities.partialRows ? [] : ['groups'])],
          },
          list: (request) => failing(upstream.name, pages(whole, request, abilities), abilities),
          byKeys: async (keys) =>
            new Map(whole.flatMap((row) => (keys.includes(row.upstreamId) ? [[row.upstreamId, row]] : []))),
          fetchColumns: async (listed) => listed.flatMap(({ id }) => whole.find((row) => row.id === id) ?? []),
        },
      },
    };
  },
});

/** An upstream of the provider in memory for `startGateway`. */
export function memoryUpstream(name: string, rows: readonly MemoryRow[], abilities: Abilities): TestUpstream {
  return { provider: memoryProvider, name, baseUrl: 'http://127.0.0.1:9', settings: { rows, abilities } };
}

function toContact({ key, ...row }: MemoryRow, upstream: OpenOptions<unknown>['upstream']): MemoryContact {
  const id = encodeId(upstream.name, 'contact', key);
  return { __typename: 'MemoryContact', id, upstream, upstreamId: key, nickname: null, ...row };
}

/** Answers as the abilities promise: exact gives no others, inexact some more, a window skips and stops. */
async function* pages(
  rows: readonly MemoryContact[],
  { params, offset, limit }: ListRequest,
  abilities: Abilities,
): AsyncGenerator<Page<MemoryContact>> {
  await abilities.onList?.();
  const { sort, ...conditions } = params;
  const asked = Object.values(conditions).map(
    (text) => JSON.parse(String(text)) as { path: string; value: never; precision: string },
  );
  const matching = rows.filter((row, index) =>
    asked.every(
      ({ path, value, precision }) =>
        contactTests[path]?.compile(value)(row) === true || (precision === 'superset' && index % 3 === 0),
    ),
  );
  if (sort !== undefined) sortBy(matching, JSON.parse(String(sort)) as Order);
  const end = limit === undefined ? matching.length : offset + limit;
  const page = matching.slice(offset, end).map((row) => (abilities.partialRows ? withoutGroups(row) : row));
  for (let at = 0; at < page.length; at += abilities.pageSize) {
    yield { rows: page.slice(at, at + abilities.pageSize), total: matching.length };
  }
}

async function* failing(
  name: string,
  source: AsyncIterable<Page<MemoryContact>>,
  { fails }: Abilities,
): AsyncGenerator<Page<MemoryContact>> {
  let remaining = fails?.behind ?? Infinity;
  for await (const page of source) {
    if (remaining <= 0) break;
    remaining -= 1;
    yield page;
  }
  if (remaining > 0 || !fails) return;
  if (fails.kind === 'hangs') await new Promise(() => undefined);
  else throw new ProviderFailure(name, fails.kind, `GET /contacts: the provider is ${fails.kind}`);
}

/** As a list that does not tell groups would give it: what is there instead must never be believed. */
function withoutGroups(row: MemoryContact): MemoryContact {
  return Object.assign({}, row, { groupKeys: [] });
}

const SORT_KEYS: Readonly<Record<string, (row: MemoryContact) => string | undefined>> = {
  name: ({ displayName }) => displayName || undefined,
  email: ({ emails }) => emails[0],
  phone: ({ phones }) => phones[0],
};

const COLLATOR = new Intl.Collator('en', { sensitivity: 'accent' });

/** Rows without a value last, equal ones by key, as the gateway itself would. */
function sortBy(rows: MemoryContact[], { column, descending }: Order): void {
  const keyOf = (row: MemoryContact): string | undefined => SORT_KEYS[column]?.(row);
  rows.sort((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a !== b && (a === undefined || b === undefined)) return a === undefined ? 1 : -1;
    const order = COLLATOR.compare(a ?? '', b ?? '');
    return (descending ? -order : order) || Number(one.upstreamId) - Number(other.upstreamId);
  });
}
