import { z } from 'zod';

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

@ObjectType({ implements: Contact, simpleResolvers: true, description: 'A contact of the toy provider.' })
export class ToyContact extends Contact {
  declare readonly __typename: 'ToyContact';

  @Field(() => String, { nullable: true, description: 'A field that no other provider has.' })
  readonly nickname!: string | null;
}

@ObjectType({ implements: Group, simpleResolvers: true, description: 'A group of the toy provider.' })
export class ToyGroup extends Group {
  declare readonly __typename: 'ToyGroup';
}

/** A contact as a test gives it. */
export interface ToyRow {
  readonly key: string;
  readonly displayName: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly channels: Contact['channels'];
  readonly groupKeys: readonly string[];
}

/** What a toy upstream can do by itself. */
export interface Abilities {
  /** By path of the condition. Paths that share a parameter can't both be taken. */
  readonly offers: Readonly<Record<string, { readonly grip: PushdownOffer['precision']; readonly param: string }>>;
  readonly window: boolean;
  readonly pageSize: number;
  /** List rows do not tell their groups. */
  readonly thin: boolean;
  /** It sorts by itself. */
  readonly sorts?: boolean;
  /** Its list fails behind so many pages; `hangs` never answers again. */
  readonly fails?: { readonly behind: number; readonly kind: FailureKind | 'hangs' };
}

/** Can nothing by itself: the slow and right default. */
export const UNABLE: Abilities = { offers: {}, window: false, pageSize: 5, thin: false };

interface ToySettings {
  readonly rows: readonly ToyRow[];
  readonly abilities: Abilities;
}

/** A provider in memory: enough of one to fit the socket, in one place. */
export const toy = defineProvider<ToySettings>({
  name: 'toy',
  title: 'Toy',
  description: 'A provider of the tests.',
  settings: z.custom<ToySettings>(),
  types: [ToyContact, ToyGroup],
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
              Object.entries(abilities.offers).map(([path, { grip, param }]) => [
                path,
                (value: unknown) => ({ precision: grip, params: { [param]: JSON.stringify({ path, value, grip }) } }),
              ]),
            ),
            ...(abilities.sorts ? { sort: (order) => ({ sort: JSON.stringify(order) }) } : {}),
            window: abilities.window,
            columns: ['id', 'name', 'email', 'phone', 'channel', ...(abilities.thin ? [] : ['groups'])],
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

/** An upstream of the toy provider for `startGateway`. */
export function toyUpstream(name: string, rows: readonly ToyRow[], abilities: Abilities): TestUpstream {
  return { provider: toy, name, baseUrl: 'http://127.0.0.1:9', settings: { rows, abilities } };
}

function toContact({ key, ...row }: ToyRow, upstream: OpenOptions<unknown>['upstream']): ToyContact {
  const id = encodeId(upstream.name, 'contact', key);
  return { __typename: 'ToyContact', id, upstream, upstreamId: key, nickname: null, ...row };
}

/** Answers as the abilities promise: exact gives no others, inexact some more, a window skips and stops. */
async function* pages(
  rows: readonly ToyContact[],
  { params, offset, limit }: ListRequest,
  abilities: Abilities,
): AsyncGenerator<Page<ToyContact>> {
  const { sort, ...conditions } = params;
  const asked = Object.values(conditions).map(
    (text) => JSON.parse(String(text)) as { path: string; value: never; grip: string },
  );
  const matching = rows.filter((row, index) =>
    asked.every(
      ({ path, value, grip }) =>
        contactTests[path]?.compile(value)(row) === true || (grip === 'superset' && index % 3 === 0),
    ),
  );
  if (sort !== undefined) sortBy(matching, JSON.parse(String(sort)) as Order);
  const end = limit === undefined ? matching.length : offset + limit;
  const wanted = matching.slice(offset, end).map((row) => (abilities.thin ? withoutGroups(row) : row));
  for (let at = 0; at < wanted.length; at += abilities.pageSize) {
    yield { rows: wanted.slice(at, at + abilities.pageSize), total: matching.length };
  }
}

async function* failing(
  name: string,
  source: AsyncIterable<Page<ToyContact>>,
  { fails }: Abilities,
): AsyncGenerator<Page<ToyContact>> {
  let left = fails?.behind ?? Infinity;
  for await (const page of source) {
    if (left <= 0) break;
    left -= 1;
    yield page;
  }
  if (left > 0 || !fails) return;
  if (fails.kind === 'hangs') await new Promise(() => undefined);
  else throw new ProviderFailure(name, fails.kind, `GET /contacts: the toy is ${fails.kind}`);
}

/** As a list that does not tell groups would give it: what is there instead must never be believed. */
function withoutGroups(row: ToyContact): ToyContact {
  return Object.assign({}, row, { groupKeys: [] });
}

const SORT_KEYS: Readonly<Record<string, (row: ToyContact) => string | undefined>> = {
  name: ({ displayName }) => displayName || undefined,
  email: ({ emails }) => emails[0],
  phone: ({ phones }) => phones[0],
};

const COLLATOR = new Intl.Collator('en', { sensitivity: 'accent' });

/** Rows without a value last, equal ones by key, as the gateway itself would. */
function sortBy(rows: ToyContact[], { column, descending }: Order): void {
  const keyOf = (row: ToyContact): string | undefined => SORT_KEYS[column]?.(row);
  rows.sort((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a !== b && (a === undefined || b === undefined)) return a === undefined ? 1 : -1;
    const order = COLLATOR.compare(a ?? '', b ?? '');
    return (descending ? -order : order) || Number(one.upstreamId) - Number(other.upstreamId);
  });
}
