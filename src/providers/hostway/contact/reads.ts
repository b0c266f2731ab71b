import { encodeSegment, UnsendableValue } from '../../../wire/caller.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { endpoints, type WireContact } from './endpoints.js';
import { MAX_PAGE_SIZE, readPages, readWholeBook, type BookRead } from './pages.js';

/** The contacts with these names, as far as they are there, by the fewest requests: pages of the book or one each. */
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
  // Letter cases and stars: only the very name is the key.
  return rows.filter((row) => row.name === name);
}

async function readByPath({ call, search, callOptions }: BookRead, name: string): Promise<readonly WireContact[]> {
  const { account, domain } = search;
  const contact = await unlessMissing(call(endpoints.readContact, { account, domain, name }, callOptions));
  return contact ? [contact] : [];
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

/** Whether a path can carry this name: without that the contact can be found, and can't be changed. */
export function fitsPath(name: string): boolean {
  try {
    return encodeSegment(name) !== '';
  } catch (error) {
    if (error instanceof UnsendableValue) return false;
    throw error;
  }
}
