import { createTrial, type Comparison, type Trial } from '../../graph/proof/trial.js';
import type { Asking } from '../../transport/exchange.js';
import type { Caller } from '../../wire/endpoint.js';
import type { Shelf } from './contact.js';
import { endpoints, type Search, type WireContact } from './endpoints.js';
import { COLUMNS } from './fields.js';
import { offer, parameterOf } from './filter.js';
import { LONGEST_PAGE } from './pages.js';
import type { HostwayContact } from './types.js';

const FIRST_PAGE = 100;

/** How `searchX` and `filterX` compare, column by column: each may be of another kind. */
export function contactTrial(
  call: Caller,
  { account, domains: [domain = ''] }: Shelf,
  toRow: (row: WireContact, domain: string) => HostwayContact,
): Trial {
  const read = async (search: Omit<Search, 'account' | 'page'>, asking: Asking): Promise<readonly WireContact[]> => {
    const answer = await call(endpoints.listContacts, { account, page: 1, ...search }, asking);
    // An empty book says that it is elsewhere.
    if (answer.is !== 'rows') return [];
    // A row that could not be read proves nothing.
    return answer.list.filter((row) => row !== undefined);
  };
  return createTrial({
    operation: endpoints.listContacts.name,
    sample: async (asking) => {
      const rows = await read({ domain, params: {}, pageSize: FIRST_PAGE }, asking);
      return rows.map((row) => toRow(row, domain));
    },
    finds: async (row, params, asking) => {
      const rows = await read({ domain: row.domain, params, pageSize: LONGEST_PAGE }, asking);
      return rows.some(({ name }) => name === row.name);
    },
    comparisons: Object.fromEntries(
      Object.values(COLUMNS).flatMap((column) =>
        (['filter', 'search'] as const).map((family): [string, Comparison<HostwayContact>] => [
          parameterOf(family, column),
          { texts: ({ held }) => [held[column]?.trim() ?? ''], offer: offer(family, column) },
        ]),
      ),
    ),
  });
}
