import { ProviderFailure } from '../../transport/failure.js';
import type { WireList } from './endpoints.js';

/**
 * Rows of a list, page by page. The document's list has no pages, so the first request asks for none; only where the
 * answer says that there are more is it read on, with pages as long as the first. Nothing new is a failure, not an end.
 */
export async function* readPages<Item extends { readonly id: string }>(
  upstream: string,
  ask: (page: number | undefined) => Promise<WireList<Item>>,
): AsyncGenerator<readonly Item[], void> {
  const seen = new Set<string>();
  for (let page = 1; ; page += 1) {
    const { items, paging } = await ask(page === 1 ? undefined : page);
    const before = seen.size;
    for (const { id } of items) seen.add(id);
    if (page > 1 && items.length > 0 && seen.size === before) {
      throw new ProviderFailure(upstream, 'unreadable', `page ${page} of a list repeated rows of the pages before it`, {
        status: 200,
      });
    }
    yield items;
    if (items.length === 0 || page >= (paging?.count ?? 1)) return;
  }
}
