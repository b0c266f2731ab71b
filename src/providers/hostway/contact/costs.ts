import { plannedCall, callPerItem, type PlannedCall, type CountRange } from '../../../graph/ports/planned-call.js';
import type { ProviderCosts } from '../../../graph/ports/costs.js';
import { endpoints } from './endpoints.js';
import { PARALLEL_PAGES, MAX_PAGE_SIZE } from './pages.js';

const { listContacts, readContact, createContact, updateContact } = endpoints;

/** The most rows that a book gives without pages. */
const MAX_UNPAGED_ROWS = 100;

/** The calls to the address books of so many domains, over which rows and names are assumed to be spread evenly. */
export function costsOf(domains: number): ProviderCosts {
  const creation = (count: number): readonly PlannedCall[] => [callPerItem(createContact, count)];
  return {
    nouns: {
      contact: {
        list: ({ params, limit, rows }) => {
          if (limit !== undefined && domains === 1) return [plannedCall(listContacts, windowRange(limit, rows))];
          const books = plannedCall(listContacts, bookRange(rows, domains));
          return [Object.keys(params).length === 0 ? { ...books, shared: true } : books];
        },
        byKeys: (count, known) => callsByName(count, known.rows('contact'), domains),
      },
    },
    writes: {
      createContact: creation,
      createContacts: creation,
      updateContact: (count) => [callPerItem(updateContact, count)],
    },
  };
}

function pageCount(rows: number): number {
  return Math.max(1, Math.ceil(rows / MAX_PAGE_SIZE));
}

/** Whole books: one request for each, and its pages where the answer holds no rows. */
function bookRange(rows: number, domains: number): CountRange {
  const each = rows / domains;
  return {
    expected: domains * (each <= MAX_UNPAGED_ROWS ? 1 : 1 + pageCount(each)),
    // One book may hold nearly all rows, and from which size on a server answers in pages only is not certain.
    worst: 2 * domains - 1 + pageCount(rows),
  };
}

/** A window, which mostly lies in one page. */
function windowRange(limit: number, rows: number): CountRange {
  const pages = pageCount(rows);
  // At worst it begins with the last row of a page. An empty book is requested twice.
  const most = Math.floor(Math.max(0, limit - 2) / MAX_PAGE_SIZE) + 2;
  return { expected: Math.min(pageCount(limit), pages), worst: Math.max(2, Math.min(most, pages)) };
}

/** Contacts by name: pages, until fewer names are missing than pages are unread, then one request for each name. */
function callsByName(count: number, rows: number, domains: number): readonly PlannedCall[] {
  if (count === 0) return [];
  const askedDomains = Math.min(count, domains);
  const likely = Array.from({ length: askedDomains }, (_, place) =>
    likelyRequests(Math.floor((count + place) / askedDomains), rows / domains),
  );
  const pages = pageCount(rows);
  const singleReads = Math.max(1, Math.min(count, pages - 1));
  // A name that no path can carry is read by `filterName`, and a star in it may match the whole book.
  const worst = pages === 1 ? 2 : 1 + singleReads * (1 + pages);
  return [
    plannedCall(listContacts, { expected: sumOf(likely.map(({ list }) => list)), worst: askedDomains * worst }),
    plannedCall(readContact, {
      expected: sumOf(likely.map(({ items }) => items)),
      worst: Math.min(count, askedDomains * singleReads),
    }),
  ];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** The likely calls to one book, where the names are spread evenly over its rows. */
function likelyRequests(names: number, rows: number): { readonly list: number; readonly items: number } {
  if (names === 1) return { list: 0, items: 1 };
  const pages = pageCount(rows);
  for (let read = 1; read < pages; read += 1) {
    const missing = Math.round(names * (1 - (read * MAX_PAGE_SIZE) / rows));
    // The first page is read alone, the others in groups.
    const list = 1 + Math.min(pages - 1, PARALLEL_PAGES * Math.ceil((read - 1) / PARALLEL_PAGES));
    if (missing <= pages - read) return { list, items: missing };
  }
  return { list: pages, items: 0 };
}
