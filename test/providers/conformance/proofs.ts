import fc from 'fast-check';

import { createCollation, DEFAULT_LOCALE } from '../../../src/graph/values/collation.js';
import type { ListBackend } from '../../../src/graph/ports/list-backend.js';
import type { Condition, Filter } from '../../../src/query/filter.js';
import { sortRows, type IdentifiedRow } from '../../../src/query/order.js';
import { createListPlan, type PushdownOffer } from '../../../src/query/plan.js';
import { compileFilter } from '../../../src/query/residual.js';
import { rowsFor, type Subject } from './subjects.js';

// Each proof tells what is wrong, in words; nothing wrong is undefined.

type Disproof = string | undefined;

/**
 * Holds one offer to its precision, with every value that there is to try: exact gives the matching rows and no others,
 * inexact loses none. Values that are never taken, never match, or never leave out a row prove nothing.
 */
export async function disproveOffer(subject: Subject, path: string): Promise<Disproof> {
  const { backend, rows, tests } = subject;
  const offer = backend.pushdown.offers[path] as ((value: unknown) => PushdownOffer | undefined) | undefined;
  const seen = { taken: 0, matched: 0, narrowed: 0 };
  for (const [value, of] of distinctOffers(asked(subject, path), offer)) {
    const description = `${path} of ${JSON.stringify(value).slice(0, 200)}, ${of.precision} by ${JSON.stringify(of.params).slice(0, 200)}`;
    const holds = compileFilter({ is: 'condition', path, name: path, value }, tests);
    const given = await idsFor(backend, of);
    if (typeof given === 'string') return `${description}: ${given}`;
    const matching = rows.filter(holds).map(({ id }) => id);
    const lost = matching.filter((id) => !given.has(id));
    if (lost.length) return `${description} loses ${lost.map((id) => describe(rows, id)).join(', ')}`;
    const extra = [...given].filter((id) => !matching.includes(id));
    if (of.precision === 'exact' && extra.length) {
      return `${description} gives ${extra.map((id) => describe(rows, id)).join(', ')} as well`;
    }
    seen.taken += 1;
    if (matching.length) seen.matched += 1;
    if (matching.length && given.size < rows.length) seen.narrowed += 1;
  }
  if (!seen.taken) return `${path} is offered, and no value tried is ever taken`;
  if (!seen.matched) return `${path} is offered, and no row ever matches`;
  if (!seen.narrowed) return `${path} is offered, and leaves out no row where one matches, as if it were not asked`;
  return undefined;
}

/** Values that are asked for: those that are the same for all rows never are. */
function asked({ backend, conditions }: Subject, path: string): readonly Condition[] {
  const constant = backend.pushdown.constants?.[path] as Constant;
  return (conditions[path] ?? []).filter(({ value }) => constant?.(value) === undefined);
}

type Constant = ((value: unknown) => boolean | undefined) | undefined;

/** Whether what is said to be the same for each row is so. */
export function disproveConstant({ backend, rows, tests, conditions }: Subject, path: string): Disproof {
  const constant = backend.pushdown.constants?.[path] as Constant;
  let settled = 0;
  for (const { value } of conditions[path] ?? []) {
    const said = constant?.(value);
    if (said === undefined) continue;
    settled += 1;
    const holds = compileFilter({ is: 'condition', path, name: path, value }, tests);
    const other = rows.find((row) => holds(row) !== said);
    if (other) return `${path} of ${JSON.stringify(value)} is not ${said} of ${describe(rows, other.id)}`;
  }
  return settled ? undefined : `${path} may be the same for all rows, and no value tried is`;
}

/** What each value is offered, each offer once, as several values may ask for the same. */
function distinctOffers(
  conditions: readonly Condition[],
  offer: ((value: unknown) => PushdownOffer | undefined) | undefined,
): ReadonlyArray<readonly [unknown, PushdownOffer]> {
  const found = new Map<string, readonly [unknown, PushdownOffer]>();
  for (const { value } of conditions) {
    const made = offer?.(value);
    if (made) found.set(JSON.stringify([value, made]), [value, made]);
  }
  return [...found.values()];
}

async function idsFor(
  backend: ListBackend<IdentifiedRow>,
  { params }: PushdownOffer,
): Promise<ReadonlySet<string> | string> {
  try {
    return new Set((await rowsFor(backend, params)).map(({ id }) => id));
  } catch (error) {
    return `fails: ${String(error)}`;
  }
}

function describe(rows: readonly IdentifiedRow[], id: string): string {
  const row = rows.find((each) => each.id === id);
  if (!row) return id;
  return JSON.stringify(row, (name, value: unknown) => (name === 'upstream' ? undefined : value)).slice(0, 300);
}

/** Filters of up to four conditions, each of them as likely to be turned around or joined by "or". */
export function filtersFor({ backend, conditions }: Subject): fc.Arbitrary<Filter> {
  const { offers, constants } = backend.pushdown;
  // What is the same for all rows is never asked, and must be true of them all the same.
  const able = [...new Set([...Object.keys(offers), ...Object.keys(constants ?? {})])];
  const paths = (able.length ? able : Object.keys(conditions)).filter((path) => conditions[path]?.length);
  const one = fc.constantFrom(...paths).chain((path) => fc.constantFrom<Filter>(...(conditions[path] ?? [])));
  const part = fc.oneof(
    { arbitrary: one, weight: 5 },
    one.map((of): Filter => ({ is: 'not', of: of })),
    fc.array(one, { maxLength: 3 }).map((of): Filter => ({ is: 'any', of: of })),
  );
  return fc.array(part, { minLength: 1, maxLength: 4 }).map((of): Filter => ({ is: 'all', of: of }));
}

/** Whether what is planned and asked, and checked afterwards as the plan says, is what a full scan finds. */
export async function disproveFilter({ backend, rows, tests }: Subject, filter: Filter): Promise<Disproof> {
  const { isImpossible, params, residual, missingColumns } = createListPlan(
    { filter, order: undefined, tests },
    backend.pushdown,
  );
  const listed = isImpossible ? [] : await rowsFor(backend, params);
  const whole =
    missingColumns.length && backend.fetchColumns ? await backend.fetchColumns(listed, missingColumns, {}) : listed;
  const found = whole.filter(compileFilter(residual, tests)).map(({ id }) => id);
  const expected = rows.filter(compileFilter(filter, tests)).map(({ id }) => id);
  const wrong = [...found.filter((id) => !expected.includes(id)), ...expected.filter((id) => !found.includes(id))];
  return wrong.length
    ? `${JSON.stringify(params)} is wrong about ${wrong.map((id) => describe(rows, id)).join(', ')}`
    : undefined;
}

/** Whether a run of rows is that run of the whole list, in its order and with its number of rows. */
export async function disproveWindow(
  { backend, rows }: Subject,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<Disproof> {
  if (!backend.pushdown.window) return undefined;
  const ids: string[] = [];
  for await (const page of backend.list({ params: {}, offset, limit }, {})) {
    ids.push(...page.rows.map(({ id }) => id));
    if (page.total !== undefined && page.total !== rows.length) {
      return `the window tells of ${page.total} rows in all, not of ${rows.length}`;
    }
  }
  const expected = rows.slice(offset, offset + limit).map(({ id }) => id);
  if (JSON.stringify(ids) === JSON.stringify(expected)) return undefined;
  return `the window of ${limit} rows from ${offset} on gives ${ids.join()} and not ${expected.join()}`;
}

/** Whether every order that is taken gives exactly the order of the gateway, ties and rows without a value included. */
export async function disproveSorts({ backend, rows, orders }: Subject): Promise<Disproof> {
  const { sort } = backend.pushdown;
  if (!sort) return undefined;
  let taken = 0;
  for (const [column, key] of Object.entries(orders)) {
    for (const descending of [false, true]) {
      const params = sort({ column, descending });
      if (!params) continue;
      taken += 1;
      const given = (await rowsFor(backend, params)).map(({ id }) => id);
      const expected = sortRows(rows, { column, descending, key, ...createCollation(DEFAULT_LOCALE) }).map(
        ({ id }) => id,
      );
      if (JSON.stringify(given) !== JSON.stringify(expected)) {
        return `sorted by ${column}, descending: ${descending}, it gives ${given.join()} and not ${expected.join()}`;
      }
    }
  }
  return taken ? undefined : 'it offers to sort, and takes no order that the gateway knows';
}

/** Whether a list that promises an order of its own keeps it, whatever is asked. */
export async function disproveOrder(subject: Subject): Promise<Disproof> {
  const { backend, rows } = subject;
  const { hasStableOrder, offers } = backend.pushdown;
  if (!hasStableOrder) return undefined;
  const ids = rows.map(({ id }) => id);
  for (const path of Object.keys(offers)) {
    for (const [, offer] of distinctOffers(asked(subject, path), offers[path] as (value: unknown) => PushdownOffer)) {
      const places = (await rowsFor(backend, offer.params)).map(({ id }) => ids.indexOf(id));
      if (places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0))) {
        return `${path} by ${JSON.stringify(offer.params)} is not in the order of the whole list: ${places.join()}`;
      }
    }
  }
  return undefined;
}
