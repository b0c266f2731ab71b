import fc from 'fast-check';

import type { Contact } from '../../../src/graph/contact/types.js';
import { localiseContactFilter, toContactFilter } from '../../../src/graph/contact/filter.js';
import { encodeId } from '../../../src/graph/values/id.js';
import type { ListBackend } from '../../../src/graph/ports/list-backend.js';
import { nationalDigits } from '../../../src/graph/values/phone.js';
import { textConditions } from '../../../src/graph/values/text-filter.js';
import { conditionsOf, condition, type Condition } from '../../../src/query/filter.js';
import type { IdentifiedRow } from '../../../src/query/order.js';
import type { QueryParams } from '../../../src/query/query-params.js';
import type { RowTests } from '../../../src/query/residual.js';
import type { FilterInput } from './filters.js';
import { MODELS, type Model } from './nouns.js';
import { near, TROUBLE } from './values.js';
import type { OpenUpstream } from '../../../src/graph/ports/open-upstream.js';

/** One list of an upstream, all its rows, and what can be asked of it. */
export interface Subject {
  readonly noun: string;
  readonly backend: ListBackend<IdentifiedRow>;
  /** In the order of the list, each once, with all columns that a test looks at. */
  readonly rows: readonly IdentifiedRow[];
  readonly tests: RowTests<IdentifiedRow>;
  readonly orders: NonNullable<Model<IdentifiedRow>['orders']>;
  /** By path, in this upstream's terms: each is worth a try. */
  readonly conditions: Readonly<Record<string, readonly Condition[]>>;
}

/** Filters of contacts by path, e.g. those that only one provider has. */
export type OwnFilters = (rows: readonly Contact[]) => Readonly<Record<string, readonly FilterInput[]>>;

type List = ListBackend<IdentifiedRow>['list'];

/** What was given already, by list and parameters: these rows do not change, and broken offers ask for much of the same. */
const given = new WeakMap<List, Map<string, Promise<readonly IdentifiedRow[]>>>();

/** The rows that a list gives for these parameters, each once. */
export function rowsFor(
  { list }: Pick<ListBackend<IdentifiedRow>, 'list'>,
  params: QueryParams,
): Promise<readonly IdentifiedRow[]> {
  const before = given.get(list) ?? new Map<string, Promise<readonly IdentifiedRow[]>>();
  given.set(list, before);
  const key = JSON.stringify(params);
  const rows = before.get(key) ?? read(list, params);
  before.set(key, rows);
  return rows;
}

async function read(list: List, params: QueryParams): Promise<readonly IdentifiedRow[]> {
  const rows = new Map<string, IdentifiedRow>();
  for await (const page of list({ params, offset: 0, limit: undefined }, {})) {
    for (const row of page.rows) if (!rows.has(row.id)) rows.set(row.id, row);
  }
  return [...rows.values()];
}

/** Every list that an upstream has; a noun that nobody says how to judge is a TypeError. */
export async function subjectsOf(upstream: OpenUpstream, own: OwnFilters): Promise<readonly Subject[]> {
  const subjects: Subject[] = [];
  for (const [noun, backend] of Object.entries(upstream.backends)) {
    if (!('pushdown' in backend)) continue;
    const model = MODELS[noun] as Model<IdentifiedRow> | undefined;
    if (!model) throw new TypeError(`nothing in conformance/nouns.ts says how rows of "${noun}" are tested`);
    const listBackend = backend as unknown as ListBackend<IdentifiedRow>;
    const extra = noun === 'contact' ? upstream.provider.contactFilter?.tests : undefined;
    const tests: RowTests<IdentifiedRow> = { ...model.tests, ...(extra as RowTests<IdentifiedRow> | undefined) };
    const lacking = [...new Set(Object.values(tests).map(({ column }) => column))].filter(
      (column) => !listBackend.pushdown.columns.includes(column),
    );
    const listed = await rowsFor(listBackend, {});
    const rows =
      lacking.length && listBackend.fetchColumns ? await listBackend.fetchColumns(listed, lacking, {}) : listed;
    const asked =
      noun === 'contact' ? contactConditions(rows as readonly Contact[], upstream, own) : conditionsFor(model, rows);
    const conditions: Record<string, Condition[]> = {};
    for (const each of asked) (conditions[each.path] ??= []).push(each);
    subjects.push({ noun, backend: listBackend, rows, tests, orders: model.orders ?? {}, conditions });
  }
  return subjects;
}

/** So many values by chance for each operator, beside those that the rows hold. */
const BY_CHANCE = 14;
const FROM_ROWS = 22;
const OF_OWN = 24;
const LISTS = 8;
/** Always the same: whether a broken offer is seen must not hang on chance. */
const SEED = 2026;

function spread<Value>(values: readonly Value[], count: number): readonly Value[] {
  const step = Math.max(1, values.length / count);
  return Array.from(
    { length: Math.min(count, values.length) },
    (_, index) => values[Math.floor(index * step)] as Value,
  );
}

/** Texts to ask for: the rows' own, and many that are near them. */
function wordsFrom(texts: readonly string[]): readonly string[] {
  const held = [...new Set(texts)];
  return held.length
    ? [...spread(held, FROM_ROWS), ...fc.sample(near(held), { numRuns: BY_CHANCE, seed: SEED })]
    : TROUBLE;
}

function textFilters(texts: readonly string[]): ReadonlyArray<Record<string, unknown>> {
  const words = wordsFrom(texts);
  const lists = fc.sample(fc.array(fc.constantFrom(...words), { minLength: 0, maxLength: 4 }), {
    numRuns: LISTS,
    seed: SEED,
  });
  return [
    ...words.flatMap((word) => ['eq', 'contains', 'startsWith'].map((operator) => ({ [operator]: word }))),
    ...[words.slice(0, 2), words.slice(2, 5), ...lists].map((list) => ({ in: list })),
  ];
}

function conditionsFor(model: Model<IdentifiedRow>, rows: readonly IdentifiedRow[]): Condition[] {
  const texts = Object.entries(model.texts ?? {}).flatMap(([field, read]) =>
    textFilters(rows.flatMap(read)).flatMap((filter) => textConditions(field, filter).flatMap(conditionsOf)),
  );
  const keys = Object.entries(model.keys ?? {}).flatMap(([path, read]) =>
    keysNear(rows.map(read)).map((key) => condition(path, key)),
  );
  const words = Object.entries(model.words ?? {}).flatMap(([path, all]) => all.map((word) => condition(path, word)));
  return [...texts, ...keys, ...words];
}

/** Keys that rows name, those that end or begin alike, and some that nothing has or could have. */
function keysNear(held: ReadonlyArray<string | null | undefined>): readonly string[] {
  const keys = held.filter((key) => typeof key === 'string');
  const alike = keys.flatMap((key) => [key.slice(1), key.slice(0, -1), `1${key}`]);
  // An id of ours can't hold an empty one.
  return [...new Set([...keys, ...alike, '999', '0', '007', '-2', "1' OR '1", '1 or 1'])].filter((key) => key !== '');
}

/** Texts of columns that only some contacts have. */
function heldIn(row: Contact, columns: readonly string[]): readonly string[] {
  return columns.map((column): unknown => Reflect.get(row, column)).filter((held) => typeof held === 'string');
}

/** The conditions of filters of contacts, as this upstream gets them. */
function contactConditions(rows: readonly Contact[], upstream: OpenUpstream, own: OwnFilters): Condition[] {
  const names = rows.flatMap((row) => [row.displayName, ...heldIn(row, ['name', 'firstName', 'lastName'])]);
  const emails = rows.flatMap((row) => [...row.emails, ...heldIn(row, ['email'])]);
  const phones = rows.flatMap((row) => row.phones.flatMap(spellingsOf));
  const groups = keysNear(rows.flatMap((row) => row.groupKeys ?? []));
  const inputs: FilterInput[] = [
    ...Object.entries({ name: names, email: emails, phone: phones }).flatMap(([field, texts]) =>
      textFilters(texts).map((filter) => ({ [field]: filter })),
    ),
    ...['EMAIL', 'SMS', 'IM', 'VOICE', 'FAX'].map((channel) => ({ channel })),
    ...[true, false].map((ungrouped) => ({ ungrouped })),
    ...groups.map((key) => ({ groupId: encodeId(upstream.name, 'group', key) })),
    ...Object.values(own(rows)).flatMap((filters) => spread(filters, OF_OWN)),
  ];
  const extension = upstream.provider.contactFilter;
  const extensions = extension ? [extension] : [];
  const side = { upstream: upstream.name, country: upstream.defaultCountry, extension: extension?.field };
  return inputs.flatMap((input) =>
    conditionsOf(localiseContactFilter(toContactFilter(input, extensions), side, extensions)),
  );
}

/** One number as people type it. */
export function spellingsOf(phone: string): string[] {
  const bare = phone.replace(/^\+/, '');
  const spaced = phone.replace(/(\d{3})(?=\d)/g, '$1 ');
  return [phone, bare, spaced, `00${bare}`, nationalDigits(phone) ?? bare];
}
