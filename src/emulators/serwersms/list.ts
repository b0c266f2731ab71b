import { toCount, toText, type Params } from './params.js';

interface ListReply<Row> {
  /** Every text in which `search` looks. */
  readonly texts: (row: Row) => readonly string[];
  /** The text of a column by which the list may be sorted; undefined where it may not. */
  readonly column: (row: Row, name: string) => string | undefined;
  readonly fold: (text: string) => string;
}

export interface List<Item> {
  readonly paging?: { readonly page: number; readonly count: number };
  readonly items: readonly Item[];
}

const COLLATOR = new Intl.Collator('pl');
const DEFAULT_LIMIT = 25;
const HIGHEST_LIMIT = 1000;

/** The rows that `search` finds, in the order of `sort` and `order`; newest first without them, as the samples show. */
export function toFound<Row extends { readonly id: number }>(
  rows: Iterable<Row>,
  params: Params,
  { texts, column, fold }: ListReply<Row>,
): Row[] {
  const phrase = fold(toText(params, 'search') ?? '');
  const found = [...rows]
    .filter((row) => phrase === '' || texts(row).some((text) => fold(text).includes(phrase)))
    .sort((a, b) => b.id - a.id);
  const sort = toText(params, 'sort') ?? '';
  const order = (toText(params, 'order') ?? '').toLowerCase();
  const [first] = found;
  if (!first || column(first, sort) === undefined) return order === 'asc' ? found.reverse() : found;
  const direction = order === 'desc' ? -1 : 1;
  return found.sort((a, b) => direction * COLLATOR.compare(column(a, sort) ?? '', column(b, sort) ?? ''));
}

/** Everything, or one page of it where `page` or `limit` is given; `paging.count` counts pages, not items. */
export function toList<Row, Item>(rows: readonly Row[], params: Params, toItem: (row: Row) => Item): List<Item> {
  const page = toCount(params, 'page');
  const limit = toCount(params, 'limit');
  if (page === undefined && limit === undefined) return { items: rows.map(toItem) };
  const size = Math.min(limit ?? DEFAULT_LIMIT, HIGHEST_LIMIT);
  const from = ((page ?? 1) - 1) * size;
  return {
    paging: { page: page ?? 1, count: Math.ceil(rows.length / size) },
    items: rows.slice(from, from + size).map(toItem),
  };
}
