import type { CallOptions } from '../../../transport/exchange.js';
import type { Session } from '../session.js';
import type { WireContact } from './columns.js';
import type { ContactEndpoints, ContactsQuery } from './endpoints.js';

/** Reads the contacts that match a query and pass a test. A failure of the list is its failure: it gives no part. */
export type MatchingReader = (
  query: ContactsQuery,
  isWanted: (row: WireContact) => boolean,
  callOptions: CallOptions,
) => Promise<readonly WireContact[]>;

/** Reads `GET contacts`, some rows at a time: it has no pages, so a list of all contacts may be read to find a few. */
export function createMatchingReader({ list }: Session, endpoints: ContactEndpoints): MatchingReader {
  return async (query, isWanted, callOptions) => {
    const { rows } = await list(endpoints.list, query, callOptions);
    const found: WireContact[] = [];
    for await (const part of rows) found.push(...part.filter(isWanted));
    return found;
  };
}

/** At most 1880 characters of ids: servers like HostTracker's reject queries of more than 2048 characters. */
const MAX_ID_CHARACTERS = 1880;

/** Whether a query can hold these ids beside so many characters of other conditions. */
export function fitsQuery(keys: readonly string[], others = 0): boolean {
  return keys.length * `&ids=${ANY_ID}`.length + others <= MAX_ID_CHARACTERS;
}

const ANY_ID = '00000000-0000-0000-0000-000000000000';

/** The most ids of a query that holds nothing else. */
export const MAX_IDS_PER_QUERY = Math.floor(MAX_ID_CHARACTERS / `&ids=${ANY_ID}`.length);
