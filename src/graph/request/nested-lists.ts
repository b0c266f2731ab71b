import type { ListQuery } from '../ports/list-query.js';

/**
 * The lists below the rows of other lists, each read once however many rows have it: a hundred contacts that are in the
 * same group share the page of its contacts. Reads in flight are shared as well, but only by those that ask in time.
 */
export class NestedLists {
  readonly #pages = new Map<string, Promise<unknown>>();

  /** The page that these ask for, read unless it was asked for before. */
  share<Row, Page>(listQuery: ListQuery<Row>, args: object, read: () => Promise<Page>): Promise<Page> {
    const { noun, filter, sorting } = listQuery;
    const key = JSON.stringify([noun, filter, sorting?.column, sorting?.descending, sorting?.locale, args]);
    let page = this.#pages.get(key);
    if (!page) this.#pages.set(key, (page = read()));
    return page as Promise<Page>;
  }
}
