import { ProviderFailure } from '../../transport/failure.js';
import { segment, Unsendable } from '../../wire/caller.js';
import { endpoints, type WireContact } from './endpoints.js';
import { LONGEST_PAGE, pagesOf, wholeBook, type Reading } from './pages.js';

/** The contacts with these names, as far as they are there, by the fewest requests: pages of the book or one each. */
export async function readNamed(reading: Reading, names: readonly string[]): Promise<readonly WireContact[]> {
  const missing = new Set(names);
  const found: WireContact[] = [];
  if (missing.size > 1) {
    let read = 0;
    for await (const { count, list } of pagesOf(reading, LONGEST_PAGE)) {
      read += 1;
      for (const row of list) if (row && missing.delete(row.name)) found.push(row);
      const left = Math.ceil(count / LONGEST_PAGE) - read;
      if (left <= 0) return found;
      if (missing.size <= left) break;
    }
  }
  const rest = await Promise.all([...missing].map((name) => readOne(reading, name)));
  return [...found, ...rest.flat()];
}

async function readOne(reading: Reading, name: string): Promise<readonly WireContact[]> {
  const rows = fitsPath(name) ? await readItem(reading, name) : await readFiltered(reading, name);
  // Letter cases and stars: only the very name is the key.
  return rows.filter((row) => row.name === name);
}

async function readItem({ call, search, asking }: Reading, name: string): Promise<readonly WireContact[]> {
  try {
    return [await call(endpoints.readContact, { account: search.account, domain: search.domain, name }, asking)];
  } catch (error) {
    if (error instanceof ProviderFailure && error.kind === 'not-found') return [];
    throw error;
  }
}

/** For names like `..` and `a//b`, which a path can't carry. */
async function readFiltered(reading: Reading, name: string): Promise<readonly WireContact[]> {
  const rows: WireContact[] = [];
  const search = { ...reading.search, params: { filterName: name } };
  for await (const { list } of wholeBook({ ...reading, search })) {
    rows.push(...list.filter((row) => row !== undefined));
  }
  return rows;
}

/** Whether a path can carry this name: without that the contact can be found, and can't be changed. */
export function fitsPath(name: string): boolean {
  try {
    return segment(name) !== '';
  } catch (error) {
    if (error instanceof Unsendable) return false;
    throw error;
  }
}
