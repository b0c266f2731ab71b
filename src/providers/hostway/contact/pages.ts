import type { QueryParams } from '../../../query/query-params.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import type { Caller, Lister } from '../../../wire/endpoint.js';
import type { Session } from '../session.js';
import type { WireContact } from './columns.js';
import { endpoints, type PageRedirect, type BookRows, type BookQuery } from './endpoints.js';

/** The most rows of one page: a request for more is redirected to pages of this size. */
export const MAX_PAGE_SIZE = 400;

/** Pages requested at once: whole books are read quickly, and a reader that stops early wastes at most 3 requests. */
export const PARALLEL_PAGES = 4;

/** One read of an address book: what of it, and how it is called. */
export interface BookRead {
  readonly call: Caller;
  readonly list: Lister;
  readonly upstream: string;
  readonly search: BookQuery;
  readonly callOptions: CallOptions;
}

/** A read of the rows of one domain that match `params`. */
export function bookReadOf(
  { call, list, upstream, account }: Session,
  domain: string,
  params: QueryParams,
  callOptions: CallOptions,
): BookRead {
  return { call, list, upstream: upstream.name, search: { account, domain, params }, callOptions };
}

/** All rows: by the documented request where its answer holds them, else in pages. */
export async function* readWholeBook(bookRead: BookRead): AsyncGenerator<BookRows, void> {
  const answer = await requestRows(bookRead);
  if (answer.is === 'rows' && answer.list.length >= answer.count) yield answer;
  else yield* readPages(bookRead, MAX_PAGE_SIZE);
}

/** The pages of this size between two numbers. The first is read alone, as its answer tells how many there are. */
export async function* readPages(
  bookRead: BookRead,
  pageSize: number,
  from = 1,
  to = Infinity,
): AsyncGenerator<BookRows, void> {
  const read = async (page: number): Promise<BookRows | undefined> => {
    const answer = await requestRows({ ...bookRead, search: { ...bookRead.search, page, pageSize } });
    if (answer.is === 'rows') return answer;
    // Page 1 redirects only where the book is empty. A page behind the last one redirects to an earlier page.
    if (page === 1) return confirmEmptyBook(bookRead);
    if (answer.page < page) return undefined;
    throw redirectFailure(bookRead, `asked for page ${page}, it points to page ${answer.page}`);
  };
  for (let next = from, last = from; next <= last;) {
    const numbers = Array.from({ length: Math.min(PARALLEL_PAGES, last - next + 1) }, (_, index) => next + index);
    for (const rows of await Promise.all(numbers.map(read))) {
      if (!rows) return;
      yield rows;
      last = Math.min(to, Math.ceil(rows.count / pageSize));
    }
    next += numbers.length;
  }
}

/** At most `limit` rows from `offset` on, and how many there are in all. */
export async function readWindow(
  bookRead: BookRead,
  offset: number,
  limit: number,
): Promise<{ readonly list: BookRows['list']; readonly count: number | undefined }> {
  const { pageSize, from, to } = pagesCovering(offset, limit);
  const list: Array<WireContact | undefined> = [];
  let count: number | undefined;
  for await (const rows of readPages(bookRead, pageSize, from, to)) {
    // The documentation of contacts mentions no pages, so a server may answer with all rows whatever page is requested.
    const isWholeBook = rows.list.length >= rows.count && (from > 1 || rows.list.length > pageSize);
    if (isWholeBook) return { list: rows.list.slice(offset, offset + limit), count: rows.count };
    for (const row of rows.list) list.push(row);
    ({ count } = rows);
  }
  const start = offset - (from - 1) * pageSize;
  return { list: list.slice(start, start + limit), count };
}

/** The shortest page that holds the whole window, so that one request reads it; else pages of 400. */
function pagesCovering(offset: number, limit: number): { pageSize: number; from: number; to: number } {
  for (let pageSize = limit; pageSize <= MAX_PAGE_SIZE; pageSize += 1) {
    const page = Math.floor(offset / pageSize);
    if (Math.floor((offset + limit - 1) / pageSize) === page) return { pageSize, from: page + 1, to: page + 1 };
  }
  return {
    pageSize: MAX_PAGE_SIZE,
    from: Math.floor(offset / MAX_PAGE_SIZE) + 1,
    to: Math.floor((offset + limit - 1) / MAX_PAGE_SIZE) + 1,
  };
}

/** A book whose first page is a redirect has no rows, which the request for the whole book confirms. */
async function confirmEmptyBook(bookRead: BookRead): Promise<BookRows> {
  const answer = await requestRows(bookRead);
  if (answer.is === 'rows') return answer;
  throw redirectFailure(bookRead, 'it points to page 1, and from there back to it');
}

async function requestRows(bookRead: BookRead): Promise<BookRows | PageRedirect> {
  const { list, upstream, search, callOptions } = bookRead;
  try {
    const { answer, rows } = await list(endpoints.listContacts, search, callOptions);
    if (answer.is !== 'rows') return answer;
    const all: Array<WireContact | undefined> = [];
    for await (const some of rows) for (const row of some) all.push(row);
    return { ...answer, list: all };
  } catch (error) {
    if (!(error instanceof ProviderFailure) || error.kind !== 'not-found') throw error;
    throw new ProviderFailure(upstream, 'not-found', `${error.message}, domain ${search.domain}`, {
      status: error.status,
      sent: error.sent,
      cause: error,
    });
  }
}

function redirectFailure({ upstream }: BookRead, found: string): ProviderFailure {
  const message = `${endpoints.listContacts.name} met an unexpected redirect (status 303): ${found}`;
  return new ProviderFailure(upstream, 'protocol', message, { status: 303 });
}
