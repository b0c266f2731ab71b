import { call, callEach, type Call, type Range } from '../../graph/cost/call.js';
import type { Costs } from '../../graph/cost/costs.js';
import { endpoints } from './endpoints.js';
import { AHEAD, LONGEST_PAGE } from './pages.js';

const { listContacts, readContact, createContact, updateContact } = endpoints;

/** The most rows that a book gives without pages. */
const LONGEST_LIST = 100;

/** What address books of so many domains are asked; rows and names are taken to be spread evenly over them. */
export function costsOf(domains: number): Costs {
  const creation = (count: number): readonly Call[] => [callEach(createContact.name, count)];
  return {
    nouns: {
      contact: {
        list: ({ params, limit, rows }) => {
          if (limit !== undefined && domains === 1) return [call(listContacts.name, runOf(limit, rows))];
          const books = call(listContacts.name, booksOf(rows, domains));
          return [Object.keys(params).length === 0 ? { ...books, shared: true } : books];
        },
        byKeys: (count, known) => namedOf(count, known.rows('contact'), domains),
      },
    },
    writes: {
      createContact: creation,
      createContacts: creation,
      updateContact: (count) => [callEach(updateContact.name, count)],
    },
  };
}

function pagesOf(rows: number): number {
  return Math.max(1, Math.ceil(rows / LONGEST_PAGE));
}

/** Whole books: a request for each, and where that is not answered with rows its pages. */
function booksOf(rows: number, domains: number): Range {
  const each = rows / domains;
  return {
    expected: domains * (each <= LONGEST_LIST ? 1 : 1 + pagesOf(each)),
    // One book may hold all but a few; who knows where a server begins to want pages.
    worst: 2 * domains - 1 + pagesOf(rows),
  };
}

/** A run of rows, which likely lies in one page. */
function runOf(limit: number, rows: number): Range {
  const pages = pagesOf(rows);
  // The last row of a page and all of the next ones; an empty book is asked for a second time, too.
  const most = Math.floor(Math.max(0, limit - 2) / LONGEST_PAGE) + 2;
  return { expected: Math.min(pagesOf(limit), pages), worst: Math.max(2, Math.min(most, pages)) };
}

/** Contacts by name: pages, until those that are left are fewer than the pages that are left. */
function namedOf(count: number, rows: number, domains: number): readonly Call[] {
  if (count === 0) return [];
  const asked = Math.min(count, domains);
  const likely = Array.from({ length: asked }, (_, place) =>
    likelyOf(Math.floor((count + place) / asked), rows / domains),
  );
  const pages = pagesOf(rows);
  const left = Math.max(1, Math.min(count, pages - 1));
  // A name that no path carries is looked for by a filter, whose stars may find the whole book.
  const worst = pages === 1 ? 2 : 1 + left * (1 + pages);
  return [
    call(listContacts.name, { expected: sumOf(likely.map(({ list }) => list)), worst: asked * worst }),
    call(readContact.name, {
      expected: sumOf(likely.map(({ items }) => items)),
      worst: Math.min(count, asked * left),
    }),
  ];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** What one book is likely asked, where the names are spread evenly over its rows. */
function likelyOf(names: number, rows: number): { readonly list: number; readonly items: number } {
  if (names === 1) return { list: 0, items: 1 };
  const pages = pagesOf(rows);
  for (let read = 1; read < pages; read += 1) {
    const missing = Math.round(names * (1 - (read * LONGEST_PAGE) / rows));
    // Pages are asked for some at a time, but for the first.
    const list = 1 + Math.min(pages - 1, AHEAD * Math.ceil((read - 1) / AHEAD));
    if (missing <= pages - read) return { list, items: missing };
  }
  return { list: pages, items: 0 };
}
