import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { fitsPath, namesIn } from '../key.js';
import type { Session } from '../session.js';
import type { WireContact } from './columns.js';
import { endpoints, type ContactLocation } from './endpoints.js';
import { MAX_PAGE_SIZE, readPages, readWholeBook, type BookRead } from './pages.js';

/** Where a contact is, by its key. A key of no configured domain is that of no contact. */
export function locateContact(key: string, { account, domains, upstream }: Session): ContactLocation {
  const [location] = domains.flatMap((domain) => namesIn(domain, key).map((name) => ({ account, domain, name })));
  if (location) return location;
  throw new ProviderFailure(upstream.name, 'not-found', 'There is no contact with this id (any more).', { sent: 'no' });
}

/** The contacts with these names that exist, by the fewest requests: pages of the book, or one request for each. */
export async function readByNames(bookRead: BookRead, names: readonly string[]): Promise<readonly WireContact[]> {
  const missing = new Set(names);
  const found: WireContact[] = [];
  if (missing.size > 1) {
    let read = 0;
    for await (const { count, list } of readPages(bookRead, MAX_PAGE_SIZE)) {
      read += 1;
      for (const row of list) if (row && missing.delete(row.name)) found.push(row);
      const pagesLeft = Math.ceil(count / MAX_PAGE_SIZE) - read;
      if (pagesLeft <= 0) return found;
      if (missing.size <= pagesLeft) break;
    }
  }
  const rest = await Promise.all([...missing].map((name) => readByName(bookRead, name)));
  return [...found, ...rest.flat()];
}

async function readByName(bookRead: BookRead, name: string): Promise<readonly WireContact[]> {
  const rows = fitsPath(name) ? await readByPath(bookRead, name) : await readByFilter(bookRead, name);
  // Another letter case, or a name that a star in this one matches, is another key.
  return rows.filter((row) => row.name === name);
}

async function readByPath({ call, search, callOptions }: BookRead, name: string): Promise<readonly WireContact[]> {
  const { account, domain } = search;
  const row = await unlessMissing(call(endpoints.readContact, { account, domain, name }, callOptions));
  return row ? [row] : [];
}

/** For names like `..` and `a//b`, which a path can't carry. */
async function readByFilter(bookRead: BookRead, name: string): Promise<readonly WireContact[]> {
  const rows: WireContact[] = [];
  const search = { ...bookRead.search, params: { filterName: name } };
  for await (const { list } of readWholeBook({ ...bookRead, search })) {
    rows.push(...list.filter((row) => row !== undefined));
  }
  return rows;
}
