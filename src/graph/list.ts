import type { GraphQLResolveInfo } from 'graphql';

import { decodeCursor, encodeCursor, signatureOf, type Marks } from '../query/cursor.js';
import { conditionsOf, type Filter } from '../query/filter.js';
import { merge } from '../query/merge.js';
import type { Identified, Sorting } from '../query/order.js';
import type { Tests } from '../query/residual.js';
import type { Connection } from './connection.js';
import type { Context, OpenUpstream } from './context.js';
import type { Sizes } from './cost/sizes.js';
import { badInput } from './errors.js';
import { pathOf, type Failures } from './failures.js';
import type { Listing } from './listing.js';
import type { Backends } from './provider.js';
import { openSource, type Source } from './source.js';

export const MOST_ROWS = 1000;
const DEFAULT_ROWS = 50;
/** Each row may have to pass all of them, one after another and before anybody else is served. */
const MOST_CONDITIONS = 200;

/** Arguments that all lists share, as a client gave them. */
export interface ListArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly upstreams?: readonly string[] | null | undefined;
  readonly providers?: readonly string[] | null | undefined;
}

/** The nouns that lists are made of. */
export type ListedNoun = {
  [Key in keyof Backends]: Backends[Key] extends { readonly pushdown: unknown } ? Key : never;
}[keyof Backends];

/** One list of one noun. */
export interface Question<Row> {
  readonly noun: ListedNoun;
  readonly filter: Filter;
  /** The filter in one upstream's own terms. */
  readonly localise: (filter: Filter, upstream: OpenUpstream) => Filter;
  readonly tests: Tests<Row>;
  readonly sorting: Sorting<Row> | undefined;
}

/** Asks every upstream that has the noun, all at once, and lays one page; what fails costs its own rows only. */
export async function list<Row extends Identified>(
  question: Question<Row>,
  args: ListArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Connection<Row>> {
  const count = rowsOf(args.first);
  const asked = chooseUpstreams(args, context).filter(({ backends }) => backends[question.noun]);
  const names = asked.map(({ name }) => name);
  const { noun, filter, sorting } = question;
  refuseLong(filter);
  const signature = signatureOf([noun, filter, sorting?.column, sorting?.descending, sorting?.locale, names]);
  const marks = marksOf(args.after, signature, names);
  const sources = asked.map((upstream) =>
    openSource(question, upstream, listingOf<Row>(upstream, noun), { mark: marks[upstream.name], count }, context),
  );
  try {
    const { rows, origins, more } = await merge(sources, count, sorting);
    reportFailures(sources, context.failures, info);
    learn(sources, noun, context.sizes);
    const cursorAt = (index: number): string => {
      const consumed = new Map(sources.map(({ name, mark }) => [name, mark]));
      for (const [at, origin] of origins.slice(0, index + 1).entries()) {
        const name = names[origin] ?? '';
        const row = rows[at];
        const end = row && sources[origin]?.endOf(row);
        consumed.set(name, end ?? (consumed.get(name) ?? 0) + 1);
      }
      return encodeCursor(
        signature,
        Object.fromEntries(sources.map(({ name, failure }) => [name, failure ? null : (consumed.get(name) ?? 0)])),
      );
    };
    return {
      nodes: rows,
      cursorAt,
      pageInfo: {
        hasNextPage: more,
        hasPreviousPage: Object.values(marks).some((mark) => mark !== 0),
        startCursor: rows.length ? cursorAt(0) : null,
        endCursor: rows.length ? cursorAt(rows.length - 1) : null,
      },
      totalCount: sumOf(sources.map(({ total }) => total())),
      sources: sources.map(({ report }) => report()),
    };
  } finally {
    for (const source of sources) source.close();
  }
}

/** Reports what sources lost: all that is missing of one that failed, else the first row that it left out. */
export function reportFailures<Row>(
  sources: ReadonlyArray<Source<Row>>,
  failures: Pick<Failures, 'report'>,
  info: GraphQLResolveInfo,
): void {
  for (const { failure, leftOut } of sources) {
    const lost = failure ?? leftOut;
    if (lost) failures.report(lost, pathOf(info));
  }
}

/** Notes how many rows each source has, where it told or was read to its end. */
export function learn<Row>(sources: ReadonlyArray<Source<Row>>, noun: ListedNoun, sizes: Sizes): void {
  for (const { name, filter, given } of sources) {
    const rows = given();
    if (rows !== undefined) sizes.learn(name, noun, filter, rows);
  }
}

/** How an upstream that has the noun lists it. */
export function listingOf<Row extends Identified>({ backends, name }: OpenUpstream, noun: ListedNoun): Listing<Row> {
  const listing = backends[noun];
  if (!listing) throw new TypeError(`${name} has no ${noun}`);
  return listing as unknown as Listing<Row>;
}

/** Upstreams in the order of the config, as far as the arguments choose them; an unknown name is BAD_USER_INPUT. */
export function chooseUpstreams(
  { upstreams, providers }: ListArguments,
  context: Pick<Context, 'upstreams'>,
): readonly OpenUpstream[] {
  const known = context.upstreams.map(({ name }) => name);
  const unknown = upstreams?.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw badInput(`there is no upstream "${unknown}"; configured are ${known.join(', ')}`);
  }
  return context.upstreams.filter(
    ({ name, value }) => (upstreams?.includes(name) ?? true) && (providers?.includes(value.provider) ?? true),
  );
}

/** A filter of too many conditions is BAD_USER_INPUT. */
export function refuseLong(filter: Filter): void {
  const conditions = conditionsOf(filter).length;
  if (conditions <= MOST_CONDITIONS) return;
  throw badInput(
    `a filter has at most ${MOST_CONDITIONS} conditions, not ${conditions}; "in" takes many values as one`,
  );
}

/** Rows of a page; out of range is BAD_USER_INPUT. */
export function rowsOf(first: number | null | undefined): number {
  const rows = first ?? DEFAULT_ROWS;
  if (rows < 0 || rows > MOST_ROWS) throw badInput(`"first" must be 0 to ${MOST_ROWS}, not ${rows}`);
  return rows;
}

/** Where a cursor leaves each source, 0 without one; a cursor that is not of this list is BAD_USER_INPUT. */
export function marksOf(after: string | null | undefined, signature: string, names: readonly string[]): Marks {
  if (typeof after !== 'string') return Object.fromEntries(names.map((name) => [name, 0]));
  const marks = decodeCursor(after, signature, names);
  if (!marks) {
    throw badInput(
      '"after" is not a cursor of this list: take one of an answer with the same filter, order and upstreams',
    );
  }
  return marks;
}

function sumOf(totals: ReadonlyArray<number | undefined>): number | null {
  let sum = 0;
  for (const total of totals) {
    if (total === undefined) return null;
    sum += total;
  }
  return sum;
}
