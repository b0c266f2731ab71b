import { ProviderFailure } from '../../transport/failure.js';
import type { ListAnswer } from '../../wire/endpoint.js';
import type { WireList } from './endpoints.js';

/**
 * Rows of a list, page by page. The document's lists have no pages, so the first request names none. Where the answer
 * says that there are more pages, they are read too. A page that only repeats rows is a failure, not the end.
 */
export async function* readPages<Item extends { readonly id: string }>(
  upstream: string,
  readPage: (page: number | undefined) => Promise<ListAnswer<WireList<Item>, Item>>,
): AsyncGenerator<readonly Item[], void> {
  const seen = new Set<string>();
  for (let page = 1; ; page += 1) {
    const { answer, rows, unreadableCount: leftOut } = await readPage(page === 1 ? undefined : page);
    const before = seen.size;
    let count = 0;
    for await (const items of rows) {
      count += items.length;
      for (const { id } of items) seen.add(id);
      yield items;
    }
    // Rows that can't be read are rows all the same: a page of nothing else is not the end.
    const unreadableCount = leftOut();
    if (page > 1 && count > 0 && unreadableCount === 0 && seen.size === before) {
      throw new ProviderFailure(upstream, 'protocol', `page ${page} of a list repeated rows of the pages before it`, {
        status: 200,
      });
    }
    if (count + unreadableCount === 0 || page >= (answer.paging?.count ?? 1)) return;
  }
}
