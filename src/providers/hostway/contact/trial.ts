import { createComparisonTrial, type Comparison, type ComparisonTrial } from '../../../graph/ports/comparison-trial.js';
import type { CallOptions } from '../../../transport/exchange.js';
import type { Caller } from '../../../wire/endpoint.js';
import type { Session } from './backend.js';
import { endpoints, type BookQuery, type WireContact } from './endpoints.js';
import { HOSTWAY_COLUMNS } from './column-names.js';
import { createTextOffer, parameterOf } from './filter.js';
import { MAX_PAGE_SIZE } from './pages.js';
import type { HostwayContact } from './types.js';

const FIRST_PAGE = 100;

/** How `searchX` and `filterX` compare, column by column: each may be of another kind. */
export function contactTrial(
  call: Caller,
  { account, domains: [domain = ''] }: Session,
  toRow: (row: WireContact, domain: string) => HostwayContact,
): ComparisonTrial {
  const read = async (
    search: Omit<BookQuery, 'account' | 'page'>,
    callOptions: CallOptions,
  ): Promise<readonly WireContact[]> => {
    const answer = await call(endpoints.listContacts, { account, page: 1, ...search }, callOptions);
    // An empty book says that it is elsewhere.
    if (answer.is !== 'rows') return [];
    // A row that could not be read proves nothing.
    return answer.list.filter((row) => row !== undefined);
  };
  return createComparisonTrial({
    operation: endpoints.listContacts.name,
    sample: async (callOptions) => {
      const rows = await read({ domain, params: {}, pageSize: FIRST_PAGE }, callOptions);
      return rows.map((row) => toRow(row, domain));
    },
    finds: async (row, params, callOptions) => {
      const rows = await read({ domain: row.domain, params, pageSize: MAX_PAGE_SIZE }, callOptions);
      return rows.some(({ name }) => name === row.name);
    },
    comparisons: Object.fromEntries(
      Object.values(HOSTWAY_COLUMNS).flatMap((column) =>
        (['filter', 'search'] as const).map((family): [string, Comparison<HostwayContact>] => [
          parameterOf(family, column),
          { texts: ({ held }) => [held[column]?.trim() ?? ''], offer: createTextOffer(family, column) },
        ]),
      ),
    ),
  });
}
