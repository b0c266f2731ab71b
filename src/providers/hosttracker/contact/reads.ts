import type { CallOptions } from '../../../transport/exchange.js';
import type { Lister } from '../../../wire/endpoint.js';
import type { ContactsQuery, Endpoints } from '../endpoints.js';
import type { WireContact } from './columns.js';

/** Contacts that match a query and pass a test; fails as the list does, and then gives none. */
export type MatchingReader = (
  query: ContactsQuery,
  isWanted: (row: WireContact) => boolean,
  callOptions: CallOptions,
) => Promise<readonly WireContact[]>;

/** Reads `GET contacts` some rows at a time: it has no pages, so that a few contacts may come in a list of all. */
export function createMatchingReader(list: Lister, endpoints: Endpoints): MatchingReader {
  return async (query, isWanted, callOptions) => {
    const { rows } = await list(endpoints.contacts, query, callOptions);
    const found: WireContact[] = [];
    for await (const part of rows) found.push(...part.filter(isWanted));
    return found;
  };
}
