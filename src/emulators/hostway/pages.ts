import type { Reply } from '../kit/http.js';
import { inFields } from './refusal.js';

const LONGEST_PAGE = 400;
const LONGEST_LIST = 100;

export interface Link {
  readonly href: string;
  readonly rel: string;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly links: readonly Link[];
}

/**
 * The page that the query asks for, or the 303 that leads to one (page on pagination): a list of more than 100 rows has
 * pages whether asked for or not, no page has more than 400, and beyond the last page is the last page.
 */
export function pageOf<Row>(rows: readonly Row[], query: URLSearchParams, address: string): Page<Row> | Reply {
  const { page, pageSize } = asked(query);
  if (page === undefined || pageSize === undefined) {
    if (rows.length > LONGEST_LIST) return seeOther(addressOf(address, query, 1, LONGEST_LIST));
    // The document's link to itself is bare, even where the list is filtered.
    return { rows, links: [{ href: address, rel: 'self' }] };
  }
  if (pageSize > LONGEST_PAGE) return seeOther(addressOf(address, query, page, LONGEST_PAGE));
  const last = Math.max(1, Math.ceil(rows.length / pageSize));
  if (page > last) return seeOther(addressOf(address, query, last, pageSize));
  const link = (rel: string, to: number): Link => ({ href: addressOf(address, query, to, pageSize), rel });
  return {
    rows: rows.slice((page - 1) * pageSize, page * pageSize),
    links: [
      link('self', page),
      link('first', 1),
      ...(page > 1 ? [link('previous', page - 1)] : []),
      ...(page < last ? [link('next', page + 1)] : []),
      link('last', last),
    ],
  };
}

function asked(query: URLSearchParams): { page: number | undefined; pageSize: number | undefined } {
  const page = positive(query, 'page');
  const pageSize = positive(query, 'pageSize');
  if ((page === undefined) !== (pageSize === undefined)) {
    throw inFields({ [page === undefined ? 'page' : 'pageSize']: 'Required' });
  }
  return { page, pageSize };
}

function positive(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw inFields({ [name]: `"${text}" is not a positive number` });
  return Number(text);
}

function addressOf(address: string, query: URLSearchParams, page: number, pageSize: number): string {
  const stored = [...query].filter(([name]) => name !== 'page' && name !== 'pageSize');
  const pairs = [...stored, ['page', page] as const, ['pageSize', pageSize] as const];
  return `${address}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

function seeOther(location: string): Reply {
  return { status: 303, headers: { location } };
}
