import { performance } from 'node:perf_hooks';

import type { Filter } from '../../query/filter.js';
import type { SourceStream } from '../../query/merge.js';
import type { IdentifiedRow } from '../../query/order.js';
import { selectRows, type Page, type ReadProgress } from '../../query/select.js';
import { CancelToken } from '../../transport/cancel-token.js';
import { Timer } from '../../transport/clock.js';
import type { CallOptions } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import type { Context } from '../request/context.js';
import type { ListBackend, ListRequest } from '../ports/list-backend.js';
import { mayBeLong, readInPlace } from './long-lists.js';
import { proveSourcePlan } from './prove-source-plan.js';
import { describePushdown, findSourcePlan, type SourcePlan } from './source-plan.js';
import { readWindows } from './windows.js';
import { type SourceReport, toUpstreamError } from '../upstream/types.js';
import type { OpenUpstream } from '../ports/open-upstream.js';
import type { ListQuery } from '../ports/list-query.js';

/** What one upstream gives to one list. */
export interface Source<Row> extends SourceStream<Row> {
  readonly name: string;
  /** What is asked of it, in its own terms. */
  readonly filter: Filter;
  readonly failure: ProviderFailure | undefined;
  /** The first row that could not be read. */
  readonly firstUnreadable: ProviderFailure | undefined;
  /** How many of its rows are consumed with this one, where that is not one more than with the row before. */
  readonly endOf: (row: Row) => number | undefined;
  /** All rows it has for this list; undefined when unknown. */
  readonly total: () => number | undefined;
  /** The rows that it gave, where it was read to its end: there may be others that nobody can list. */
  readonly rowCount: () => number | undefined;
  readonly report: () => SourceReport;
  readonly close: () => void;
}

/** A source while it is read. */
interface OpenSource<Row> extends Source<Row> {
  failure: ProviderFailure | undefined;
  firstUnreadable: ProviderFailure | undefined;
}

interface SourcePosition {
  /** Rows that earlier pages took; null: an earlier page lost this source. */
  readonly mark: number | null | undefined;
  /** Rows of the page; undefined: all there are. */
  readonly count: number | undefined;
}

/** What a source is read with. */
export type SourceContext = Pick<Context, 'callOptions' | 'sizes' | 'listReads'>;

/** Plans one upstream's part of a list and begins to read it. */
export function openSource<Row extends IdentifiedRow>(
  listQuery: ListQuery<Row>,
  upstream: OpenUpstream,
  backend: ListBackend<Row>,
  { mark, count }: SourcePosition,
  context: SourceContext,
): Source<Row> {
  const started = performance.now();
  const progress: ReadProgress = { fetched: 0, matched: 0, total: undefined };
  let requests = 0;
  let unreadable = 0;
  const ends = new WeakMap<Row, number>();
  let elapsedMs = 0;
  const { signal, onAttempt } = context.callOptions;
  const limit = new CancelToken(signal);
  const callOptions: CallOptions = {
    ...context.callOptions,
    signal: limit,
    onAttempt: (attempt) => {
      if (attempt.cache === 'miss') {
        requests += 1;
        const excess = context.callOptions.takeRequest?.(upstream.name, upstream.requestBudget);
        if (excess) limit.abort(excess);
      }
      onAttempt?.(attempt);
    },
    onUnreadableRow: (wasLost) => {
      unreadable += 1;
      source.firstUnreadable ??= wasLost;
    },
  };
  let part = findSourcePlan(listQuery, upstream, backend);
  const lost = mark === null;
  const skip = mark ?? 0;
  const requestOf = ({ listPlan }: SourcePlan<Row>): ListRequest => ({
    params: listPlan.params,
    offset: listPlan.windowPushedDown ? skip : 0,
    limit: listPlan.windowPushedDown && count !== undefined ? count + 1 : undefined,
  });
  // Joined at once, though it may have to wait for a place: other fields that want the same list join now as well.
  const isPlanned = !lost && !part.listPlan.isImpossible && part.unproved.length === 0 && !part.keyLookup;
  const joined = isPlanned ? context.listReads.join(backend, requestOf(part), callOptions) : undefined;
  const rowsOf = (of: SourcePlan<Row>): AsyncIterable<Page<Row>> => {
    if (of.keyLookup) return pageOf(backend.byKeys(of.keyLookup.keys, callOptions));
    const request = requestOf(of);
    const pages = joined ?? backend.list(request, callOptions);
    return of.listPlan.windowPushedDown ? readWindows(backend, pages, request, callOptions, ends) : pages;
  };
  const readOf = (of: SourcePlan<Row>): AsyncGenerator<readonly Row[], void> =>
    selectRows(rowsOf(of), {
      plan: of.listPlan,
      tests: listQuery.tests,
      sorting: of.sorting,
      skip,
      needed: count === undefined ? undefined : skip + count + 1,
      hasOrderedPages: of.pushdown.window,
      hasStableOrder: of.pushdown.hasStableOrder,
      fetchColumns:
        backend.fetchColumns && ((whole, lacking) => fetchMissingColumns(backend, whole, lacking, callOptions)),
      progress,
    });
  async function* readProved(): AsyncGenerator<readonly Row[], void> {
    part = await proveSourcePlan(part, listQuery, upstream, backend, callOptions);
    yield* readOf(part);
  }
  const open = (): AsyncGenerator<readonly Row[], void> => {
    if (lost || part.listPlan.isImpossible) return empty<Row>(progress);
    return part.unproved.length > 0 ? readProved() : readOf(part);
  };
  const pages = open();
  // A list whose end is needed gives its rows at once, when all of it was read.
  const isReadWhole = (part.listPlan.residualOrder !== undefined || !part.pushdown.window) && !part.keyLookup;
  const isLong = isReadWhole && mayBeLong(context.sizes, upstream.name, listQuery.noun, part.listPlan);
  // What the provider counts and gave, but could not be read, is told by itself.
  const isTruncated = (): boolean => progress.isTruncated === true || (progress.missingCount ?? 0) > unreadable;
  const timed = withTimeBudget(pages, {
    budgetMs: upstream.timeoutMs,
    onExpired: () => {
      const timeout = timeoutFailure(upstream);
      upstream.value.health.recordFailure(timeout);
      limit.abort(timeout);
      return timeout;
    },
    onPage: () => (elapsedMs = performance.now() - started),
  });
  const source: OpenSource<Row> = {
    name: upstream.name,
    filter: part.filter,
    position: skip,
    // Its time does not run while it waits for a place.
    pages: isLong ? readInPlace(timed, upstream.value, callOptions) : timed,
    failure: mark === null ? lostSourceFailure(upstream.name) : undefined,
    firstUnreadable: undefined,
    endOf: (row) => ends.get(row),
    onFailure: (error) => {
      if (!(error instanceof ProviderFailure)) throw error;
      source.failure = error;
    },
    total: () => (source.failure || isTruncated() ? undefined : progress.total),
    rowCount: () => {
      if (source.failure || isTruncated()) return undefined;
      return progress.total ?? (progress.isEnded ? progress.matched : undefined);
    },
    report: () => ({
      upstream: upstream.value,
      ok: !source.failure,
      error: source.failure ? toUpstreamError(source.failure) : null,
      requests,
      fetched: progress.fetched,
      truncated: isTruncated(),
      matched: part.listPlan.windowPushedDown ? progress.fetched : progress.matched,
      unreadable,
      elapsedMs,
      ...describePushdown(part),
    }),
    close: () => {
      limit.abort(PAGE_IS_LAID);
      void pages.return();
    },
  };
  return source;
}

const PAGE_IS_LAID = new Error('the page is laid');

async function* pageOf<Row>(rows: Promise<ReadonlyMap<string, Row>>): AsyncGenerator<Page<Row>> {
  yield { rows: [...(await rows).values()] };
}

async function* empty<Row>(reading: ReadProgress): AsyncGenerator<readonly Row[], void> {
  reading.total = 0;
  yield [];
}

async function fetchMissingColumns<Row extends IdentifiedRow>(
  backend: ListBackend<Row>,
  rows: readonly Row[],
  lacking: readonly string[],
  callOptions: CallOptions,
): Promise<readonly Row[]> {
  return backend.fetchColumns ? backend.fetchColumns(rows, lacking, callOptions) : rows;
}

interface TimeBudget {
  readonly budgetMs: number;
  /** Called once when the budget is spent; what to throw. */
  readonly onExpired: () => Error;
  readonly onPage: () => void;
}

/**
 * Reads on only until the upstream's time is up, whatever the reader below does about its signal. Its clock runs only
 * while it is waited for: a quick upstream must not pay for a slow neighbour.
 */
function withTimeBudget<Value>(
  pages: AsyncIterator<Value>,
  { budgetMs, onExpired, onPage }: TimeBudget,
): AsyncIterator<Value> {
  let remainingMs = budgetMs;
  return {
    next: async () => {
      const began = performance.now();
      let timer: Timer | undefined;
      const timeout = new Promise<never>((_, reject) => {
        timer = new Timer(remainingMs, () => {
          reject(onExpired());
        });
      });
      try {
        return await Promise.race([pages.next(), timeout]);
      } finally {
        timer?.stop();
        remainingMs -= performance.now() - began;
        onPage();
      }
    },
  };
}

function timeoutFailure({ name, timeoutMs }: OpenUpstream): ProviderFailure {
  return new ProviderFailure(name, 'timeout', `${name} did not give its rows within ${timeoutMs} ms`);
}

function lostSourceFailure(name: string): ProviderFailure {
  return new ProviderFailure(
    name,
    'unavailable',
    `${name} was lost on an earlier page of this list, so its rows are missing here too; read the list anew`,
  );
}
