import type { GraphQLResolveInfo } from 'graphql';

import { decodeCursor, encodeCursor, signatureOf, type SourcePositions } from '../../query/cursor.js';
import { conditionsOf, type Filter } from '../../query/filter.js';
import { mergeSources } from '../../query/merge.js';
import type { IdentifiedRow } from '../../query/order.js';
import type { Connection, PageInfo } from './connection.js';
import type { Context } from '../request/context.js';
import { badInput } from '../values/errors.js';
import { pathOf, type FailureCollector } from '../request/failures.js';
import type { ListBackend } from '../ports/list-backend.js';
import { openSource, type Source } from './source.js';
import { DEFAULT_PAGE_ROWS, MAX_PAGE_ROWS } from './page-size.js';
import type { ListedNoun } from '../ports/backends.js';
import type { OpenUpstream } from '../ports/open-upstream.js';
import type { ListQuery } from '../ports/list-query.js';
import type { ListSizes } from '../ports/list-sizes.js';
import { filterUpstreams, type UpstreamArguments } from '../request/select-upstream.js';

/** Each row may have to pass all of them, one after another and before anybody else is served. */
const MAX_CONDITIONS = 200;

const MAX_INT = 2 ** 31 - 1;

/** Arguments that all lists share, as a client gave them. */
export interface ListArguments extends UpstreamArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A page, and the sources that it was laid of. */
interface LaidPage<Row> {
  readonly connection: Connection<Row>;
  readonly sources: ReadonlyArray<Source<Row>>;
}

/** Asks every upstream that has the noun, all at once, and lays one page; what fails costs its own rows only. */
export async function fetchConnection<Row extends IdentifiedRow>(
  listQuery: ListQuery<Row>,
  args: ListArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Connection<Row>> {
  const { connection, sources } =
    info.path.prev === undefined
      ? await layPage(listQuery, args, context)
      : await context.loaders.knownReads.once(keyOf(listQuery, args), () => layPage(listQuery, args, context));
  reportSourceFailures(sources, context.failures, info);
  return connection;
}

/** What tells a page from all others. */
function keyOf<Row>({ noun, filter, sorting }: ListQuery<Row>, args: ListArguments): readonly unknown[] {
  return [noun, filter, sorting?.column, sorting?.descending, sorting?.locale, args];
}

async function layPage<Row extends IdentifiedRow>(
  listQuery: ListQuery<Row>,
  args: ListArguments,
  context: Context,
): Promise<LaidPage<Row>> {
  const count = pageSizeOf(args.first);
  const queried = filterUpstreams(args, context).filter(({ backends }) => backends[listQuery.noun]);
  const names = queried.map(({ name }) => name);
  const { noun, filter, sorting } = listQuery;
  rejectLongFilter(filter);
  // Most answers hold no cursor.
  let knownSignature: string | undefined;
  const signature = (): string =>
    (knownSignature ??= signatureOf([noun, filter, sorting?.column, sorting?.descending, sorting?.locale, names]));
  const marks = cursorMarksOf(args.after, signature, names);
  const sources = queried.map((upstream) =>
    openSource(listQuery, upstream, listBackendOf<Row>(upstream, noun), { mark: marks[upstream.name], count }, context),
  );
  try {
    const { rows, origins, hasMore } = await mergeSources(sources, count, sorting);
    recordListSizes(sources, noun, context.sizes);
    const cursorAt = (index: number): string => {
      const consumed = new Map(sources.map(({ name, position }) => [name, position]));
      for (let at = 0; at <= index; at += 1) {
        const origin = origins[at] ?? 0;
        const name = names[origin] ?? '';
        const row = rows[at];
        const end = row && sources[origin]?.endOf(row);
        consumed.set(name, end ?? (consumed.get(name) ?? 0) + 1);
      }
      return encodeCursor(
        signature(),
        Object.fromEntries(sources.map(({ name, failure }) => [name, failure ? null : (consumed.get(name) ?? 0)])),
      );
    };
    const connection = {
      nodes: rows,
      cursorAt,
      pageInfo: new PlaceOfPage(hasMore, Object.values(marks), rows.length, cursorAt),
      totalCount: sumOf(sources.map(({ total }) => total())),
      sources: sources.map(({ report }) => report()),
    };
    return { connection, sources };
  } finally {
    for (const source of sources) source.close();
  }
}

/** Where a page lies. Its cursors are made only where they are selected. */
class PlaceOfPage implements PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #count: number;
  readonly #cursorAt: (index: number) => string;

  constructor(
    hasNextPage: boolean,
    marks: ReadonlyArray<number | null>,
    count: number,
    cursorAt: (index: number) => string,
  ) {
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = marks.some((mark) => mark !== 0);
    this.#count = count;
    this.#cursorAt = cursorAt;
  }

  get startCursor(): string | null {
    return this.#count > 0 ? this.#cursorAt(0) : null;
  }

  get endCursor(): string | null {
    return this.#count > 0 ? this.#cursorAt(this.#count - 1) : null;
  }
}

/** Reports what sources lost: all that is missing of one that failed, else the first row that it left out. */
export function reportSourceFailures<Row>(
  sources: ReadonlyArray<Source<Row>>,
  failures: Pick<FailureCollector, 'report'>,
  info: GraphQLResolveInfo,
): void {
  for (const { failure, firstUnreadable } of sources) {
    const lost = failure ?? firstUnreadable;
    if (lost) failures.report(lost, pathOf(info));
  }
}

/** Notes how many rows each source has, where it told or was read to its end. */
export function recordListSizes<Row>(sources: ReadonlyArray<Source<Row>>, noun: ListedNoun, sizes: ListSizes): void {
  for (const { name, filter, rowCount } of sources) {
    const rows = rowCount();
    if (rows !== undefined) sizes.record(name, noun, filter, rows);
  }
}

/** How an upstream that has the noun lists it. */
export function listBackendOf<Row extends IdentifiedRow>(
  { backends, name }: OpenUpstream,
  noun: ListedNoun,
): ListBackend<Row> {
  const backend = backends[noun];
  if (!backend) throw new TypeError(`${name} has no ${noun}`);
  return backend as unknown as ListBackend<Row>;
}

/** A filter of too many conditions is BAD_USER_INPUT. */
export function rejectLongFilter(filter: Filter): void {
  const conditions = conditionsOf(filter).length;
  if (conditions <= MAX_CONDITIONS) return;
  throw badInput(`a filter has at most ${MAX_CONDITIONS} conditions, not ${conditions}; "in" takes many values as one`);
}

/** Rows of a page; out of range is BAD_USER_INPUT. */
export function pageSizeOf(first: number | null | undefined): number {
  const rows = first ?? DEFAULT_PAGE_ROWS;
  if (rows < 0 || rows > MAX_PAGE_ROWS) throw badInput(`"first" must be 0 to ${MAX_PAGE_ROWS}, not ${rows}`);
  return rows;
}

/** Where a cursor leaves each source, 0 without one; a cursor that is not of this list is BAD_USER_INPUT. */
export function cursorMarksOf(
  after: string | null | undefined,
  signature: () => string,
  names: readonly string[],
): SourcePositions {
  if (typeof after !== 'string') return Object.fromEntries(names.map((name) => [name, 0]));
  const marks = decodeCursor(after, signature(), names);
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
  // No Int of GraphQL holds more.
  return sum <= MAX_INT ? sum : null;
}
