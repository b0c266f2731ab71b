import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import type { Caller } from '../../../wire/endpoint.js';
import { endpoints, type PageRedirect, type BookRows, type BookQuery, type WireContact } from './endpoints.js';

/** The most rows that a page has: asking for more is a redirect to this. */
export const MAX_PAGE_SIZE = 400;

/** Pages asked for at once: quick for who wants the whole book, and little is lost on who stops early. */
export const PARALLEL_PAGES = 4;

/** What reading an address book takes. */
export interface BookRead {
  readonly call: Caller;
  readonly upstream: string;
  readonly search: BookQuery;
  readonly callOptions: CallOptions;
}

/** All rows: by the documented request where that answers them, else in pages. */
export async function* readWholeBook(bookRead: BookRead): AsyncGenerator<BookRows, void> {
  const answer = await requestRows(bookRead);
  if (answer.is === 'rows' && answer.list.length >= answer.count) yield answer;
  else yield* readPages(bookRead, MAX_PAGE_SIZE);
}

/** Pages of this size, from one to the other as far as there are any; the first alone, as it tells their number. */
export async function* readPages(
  bookRead: BookRead,
  pageSize: number,
  from = 1,
  to = Infinity,
): AsyncGenerator<BookRows, void> {
  const read = async (page: number): Promise<BookRows | undefined> => {
    const answer = await requestRows({ ...bookRead, search: { ...bookRead.search, page, pageSize } });
    if (answer.is === 'rows') return answer;
    // Behind the last page it leads back. Page 1 leads nowhere unless the book is empty.
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

/** A run of rows: from `offset` on, at most `limit` of them, and how many there are in all. */
export async function readWindow(
  bookRead: BookRead,
  offset: number,
  limit: number,
): Promise<{ readonly list: BookRows['list']; readonly count: number | undefined }> {
  const { pageSize, from, to } = pagesCovering(offset, limit);
  const list: Array<WireContact | undefined> = [];
  let count: number | undefined;
  for await (const rows of readPages(bookRead, pageSize, from, to)) {
    // The page on contacts names no pages: a server that knows none gives all rows for any of them.
    const isWholeBook = rows.list.length >= rows.count && (from > 1 || rows.list.length > pageSize);
    if (isWholeBook) return { list: rows.list.slice(offset, offset + limit), count: rows.count };
    list.push(...rows.list);
    ({ count } = rows);
  }
  const start = offset - (from - 1) * pageSize;
  return { list: list.slice(start, start + limit), count };
}

/** The shortest page that holds the whole run, so that one request gives it; else pages of 400. */
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

/** A book that says of its first page that it is elsewhere has no rows, or is no address book of Hostway's. */
async function confirmEmptyBook(bookRead: BookRead): Promise<BookRows> {
  const answer = await requestRows(bookRead);
  if (answer.is === 'rows') return answer;
  throw redirectFailure(bookRead, 'it points to page 1, and from there back to it');
}

async function requestRows({ call, upstream, search, callOptions }: BookRead): Promise<BookRows | PageRedirect> {
  try {
    return await call(endpoints.listContacts, search, callOptions);
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
