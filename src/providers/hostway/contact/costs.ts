import { plannedCall, callPerItem, type PlannedCall, type CountRange } from '../../../graph/ports/planned-call.js';
import type { ProviderCosts } from '../../../graph/ports/costs.js';
import { endpoints } from './endpoints.js';
import { PARALLEL_PAGES, MAX_PAGE_SIZE } from './pages.js';

const { listContacts, readContact, createContact, updateContact } = endpoints;

/** The most rows that a book gives without pages. */
const MAX_UNPAGED_ROWS = 100;

/** What address books of so many domains are asked; rows and names are taken to be spread evenly over them. */
export function costsOf(domains: number): ProviderCosts {
  const creation = (count: number): readonly PlannedCall[] => [callPerItem(createContact.name, count)];
  return {
    nouns: {
      contact: {
        list: ({ params, limit, rows }) => {
          if (limit !== undefined && domains === 1) return [plannedCall(listContacts.name, windowRange(limit, rows))];
          const books = plannedCall(listContacts.name, bookRange(rows, domains));
          return [Object.keys(params).length === 0 ? { ...books, shared: true } : books];
        },
        byKeys: (count, known) => callsByName(count, known.rows('contact'), domains),
      },
    },
    writes: {
      createContact: creation,
      createContacts: creation,
      updateContact: (count) => [callPerItem(updateContact.name, count)],
    },
  };
}

function pageCount(rows: number): number {
  return Math.max(1, Math.ceil(rows / MAX_PAGE_SIZE));
}

/** Whole books: a request for each, and where that is not answered with rows its pages. */
function bookRange(rows: number, domains: number): CountRange {
  const each = rows / domains;
  return {
    expected: domains * (each <= MAX_UNPAGED_ROWS ? 1 : 1 + pageCount(each)),
    // One book may hold all but a few; who knows where a server begins to want pages.
    worst: 2 * domains - 1 + pageCount(rows),
  };
}

/** A run of rows, which likely lies in one page. */
function windowRange(limit: number, rows: number): CountRange {
  const pages = pageCount(rows);
  // The last row of a page and all of the next ones; an empty book is asked for a second time, too.
  const most = Math.floor(Math.max(0, limit - 2) / MAX_PAGE_SIZE) + 2;
  return { expected: Math.min(pageCount(limit), pages), worst: Math.max(2, Math.min(most, pages)) };
}

/** Contacts by name: pages, until those that are left are fewer than the pages that are left. */
function callsByName(count: number, rows: number, domains: number): readonly PlannedCall[] {
  if (count === 0) return [];
  const askedDomains = Math.min(count, domains);
  const likely = Array.from({ length: askedDomains }, (_, place) =>
    likelyRequests(Math.floor((count + place) / askedDomains), rows / domains),
  );
  const pages = pageCount(rows);
  const singleReads = Math.max(1, Math.min(count, pages - 1));
  // A name that no path carries is looked for by a filter, whose stars may find the whole book.
  const worst = pages === 1 ? 2 : 1 + singleReads * (1 + pages);
  return [
    plannedCall(listContacts.name, { expected: sumOf(likely.map(({ list }) => list)), worst: askedDomains * worst }),
    plannedCall(readContact.name, {
      expected: sumOf(likely.map(({ items }) => items)),
      worst: Math.min(count, askedDomains * singleReads),
    }),
  ];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** What one book is likely asked, where the names are spread evenly over its rows. */
function likelyRequests(names: number, rows: number): { readonly list: number; readonly items: number } {
  if (names === 1) return { list: 0, items: 1 };
  const pages = pageCount(rows);
  for (let read = 1; read < pages; read += 1) {
    const missing = Math.round(names * (1 - (read * MAX_PAGE_SIZE) / rows));
    // Pages are asked for some at a time, but for the first.
    const list = 1 + Math.min(pages - 1, PARALLEL_PAGES * Math.ceil((read - 1) / PARALLEL_PAGES));
    if (missing <= pages - read) return { list, items: missing };
  }
  return { list: pages, items: 0 };
}
