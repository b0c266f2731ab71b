import pMap from 'p-map';

/**
 * Maps items with at most `limit` calls of `map` at once; the results are in the order of the items. The first failure
 * rejects and starts no further item; calls that are under way end by themselves.
 */
export async function mapConcurrent<Item, Result>(
  items: Iterable<Item>,
  limit: number,
  map: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  return pMap(items, map, { concurrency: limit });
}
