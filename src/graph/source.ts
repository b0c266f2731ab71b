import { performance } from 'node:perf_hooks';

import type { Filter } from '../query/filter.js';
import type { Stream } from '../query/merge.js';
import type { Identified } from '../query/order.js';
import { select, type Page, type Reading } from '../query/select.js';
import type { Asking } from '../transport/exchange.js';
import { ProviderFailure } from '../transport/failure.js';
import type { Context, OpenUpstream } from './context.js';
import { codeOf, isRetryable } from './errors.js';
import type { Question } from './list.js';
import type { Listing, ListRequest } from './listing.js';
import { prove } from './proof/prove.js';
import { settle, tell, type Settled } from './settle.js';
import { windowsOf } from './windows.js';
import type { SourceReport, UpstreamError } from './upstream/upstream.js';

/** What one upstream gives to one list. */
export interface Source<Row> extends Stream<Row> {
  readonly name: string;
  /** What is asked of it, in its own terms. */
  readonly filter: Filter;
  readonly failure: ProviderFailure | undefined;
  /** The first row that could not be read. */
  readonly leftOut: ProviderFailure | undefined;
  /** How many of its rows are consumed with this one, where that is not one more than with the row before. */
  readonly endOf: (row: Row) => number | undefined;
  /** All rows it has for this list; undefined when unknown. */
  readonly total: () => number | undefined;
  /** The rows that it gave, where it was read to its end: there may be others that nobody can list. */
  readonly given: () => number | undefined;
  readonly report: () => SourceReport;
  readonly close: () => void;
}

interface Place {
  /** Rows that earlier pages took; null: an earlier page lost this source. */
  readonly mark: number | null | undefined;
  /** Rows of the page; undefined: all there are. */
  readonly count: number | undefined;
}

/** Plans one upstream's part of a list and begins to read it. */
export function openSource<Row extends Identified>(
  question: Question<Row>,
  upstream: OpenUpstream,
  listing: Listing<Row>,
  { mark, count }: Place,
  context: Pick<Context, 'asking'>,
): Source<Row> {
  const started = performance.now();
  const reading: Reading = { fetched: 0, matched: 0, total: undefined };
  const limit = new AbortController();
  let requests = 0;
  let unreadable = 0;
  let leftOut: ProviderFailure | undefined;
  const ends = new WeakMap<Row, number>();
  let elapsedMs = 0;
  let failure: ProviderFailure | undefined = mark === null ? lostBefore(upstream.name) : undefined;
  const { signal, note } = context.asking;
  const asking: Asking = {
    ...context.asking,
    signal: signal ? AbortSignal.any([signal, limit.signal]) : limit.signal,
    note: (attempt) => {
      if (attempt.cache === 'miss') requests += 1;
      note?.(attempt);
    },
    unreadable: (lost) => {
      unreadable += 1;
      leftOut ??= lost;
    },
  };
  let part = settle(question, upstream, listing);
  const lost = mark === null;
  const skip = mark ?? 0;
  const rowsOf = ({ settled, chosen }: Settled<Row>): AsyncIterable<Page<Row>> => {
    const request: ListRequest = {
      params: settled.params,
      offset: settled.window ? skip : 0,
      limit: settled.window && count !== undefined ? count + 1 : undefined,
    };
    if (chosen) return pageOf(listing.byKeys(chosen.keys, asking));
    return settled.window ? windowsOf(listing, request, asking, ends) : listing.list(request, asking);
  };
  const readOf = (of: Settled<Row>): AsyncGenerator<readonly Row[], void> =>
    select(rowsOf(of), {
      plan: of.settled,
      tests: question.tests,
      sorting: of.sorting,
      skip,
      needed: count === undefined ? undefined : skip + count + 1,
      streams: of.pushdown.window,
      ordered: of.pushdown.ordered,
      complete: listing.complete && ((whole, lacking) => completed(listing, whole, lacking, asking)),
      reading,
    });
  async function* proved(): AsyncGenerator<readonly Row[], void> {
    part = await prove(part, question, upstream, listing, asking);
    yield* readOf(part);
  }
  const open = (): AsyncGenerator<readonly Row[], void> => {
    if (lost || part.settled.impossible) return empty<Row>(reading);
    return part.unproved.length > 0 ? proved() : readOf(part);
  };
  const pages = open();
  return {
    name: upstream.name,
    filter: part.filter,
    mark: skip,
    pages: within(pages, {
      budgetMs: upstream.timeoutMs,
      expired: () => {
        const late = tooLate(upstream);
        upstream.value.health.failed(late);
        limit.abort(late);
        return late;
      },
      after: () => (elapsedMs = performance.now() - started),
    }),
    get failure() {
      return failure;
    },
    get leftOut() {
      return leftOut;
    },
    endOf: (row) => ends.get(row),
    failed: (error) => {
      if (!(error instanceof ProviderFailure)) throw error;
      failure = error;
    },
    total: () => (failure ? undefined : reading.total),
    given: () => (failure ? undefined : (reading.total ?? (reading.ended ? reading.matched : undefined))),
    report: () => ({
      upstream: upstream.value,
      ok: !failure,
      error: failure ? toUpstreamError(failure) : null,
      requests,
      fetched: reading.fetched,
      // What the provider counts and gave, but could not be read, is told by itself.
      truncated: reading.truncated === true || (reading.missing ?? 0) > unreadable,
      matched: part.settled.window ? reading.fetched : reading.matched,
      unreadable,
      elapsedMs,
      ...tell(part),
    }),
    close: () => {
      limit.abort(new Error('the page is laid'));
      void pages.return();
    },
  };
}

export function toUpstreamError(failure: ProviderFailure): UpstreamError {
  return {
    code: codeOf(failure),
    message: failure.message,
    httpStatus: failure.status ?? null,
    retryable: isRetryable(failure),
  };
}

async function* pageOf<Row>(rows: Promise<ReadonlyMap<string, Row>>): AsyncGenerator<Page<Row>> {
  yield { rows: [...(await rows).values()] };
}

async function* empty<Row>(reading: Reading): AsyncGenerator<readonly Row[], void> {
  reading.total = 0;
  yield [];
}

async function completed<Row extends Identified>(
  listing: Listing<Row>,
  rows: readonly Row[],
  lacking: readonly string[],
  asking: Asking,
): Promise<readonly Row[]> {
  return listing.complete ? listing.complete(rows, lacking, asking) : rows;
}

interface Patience {
  readonly budgetMs: number;
  /** Called once when the budget is spent; what to throw. */
  readonly expired: () => Error;
  readonly after: () => void;
}

/**
 * Reads on only until the upstream's time is up, whatever the reader below does about its signal. Its clock runs only
 * while it is waited for: a quick upstream must not pay for a slow neighbour.
 */
function within<Value>(pages: AsyncIterator<Value>, { budgetMs, expired, after }: Patience): AsyncIterator<Value> {
  let left = budgetMs;
  return {
    next: async () => {
      const began = performance.now();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(expired());
        }, left);
      });
      try {
        return await Promise.race([pages.next(), late]);
      } finally {
        clearTimeout(timer);
        left -= performance.now() - began;
        after();
      }
    },
  };
}

function tooLate({ name, timeoutMs }: OpenUpstream): ProviderFailure {
  return new ProviderFailure(name, 'timeout', `${name} did not give its rows within ${timeoutMs} ms`);
}

function lostBefore(name: string): ProviderFailure {
  return new ProviderFailure(
    name,
    'unavailable',
    `${name} was lost on an earlier page of this list, so its rows are missing here too; read the list anew`,
  );
}
