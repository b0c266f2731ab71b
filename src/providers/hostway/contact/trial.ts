import { createComparisonTrial, type Comparison, type ComparisonTrial } from '../../../graph/ports/comparison-trial.js';
import type { CallOptions } from '../../../transport/exchange.js';
import type { Session } from '../session.js';
import { contactColumns, toContact, type WireContact } from './columns.js';
import { endpoints, type BookQuery } from './endpoints.js';
import { MAX_PAGE_SIZE } from './pages.js';
import { createTextOffer, parameterOf } from './pushdown.js';
import type { HostwayContact } from './types.js';

const FIRST_PAGE = 100;

/** Tries out how `searchX` and `filterX` compare letter cases, for each column by itself: they may differ. */
export function contactTrial(session: Session): ComparisonTrial {
  const {
    call,
    account,
    domains: [domain = ''],
  } = session;
  const read = async (
    search: Omit<BookQuery, 'account' | 'page'>,
    callOptions: CallOptions,
  ): Promise<readonly WireContact[]> => {
    const answer = await call(endpoints.listContacts, { account, page: 1, ...search }, callOptions);
    // An empty book is answered with a redirect.
    if (answer.is !== 'rows') return [];
    // A row that could not be read proves nothing.
    return answer.list.filter((row) => row !== undefined);
  };
  return createComparisonTrial({
    operation: endpoints.listContacts.name,
    sample: async (callOptions) => {
      const rows = await read({ domain, params: {}, pageSize: FIRST_PAGE }, callOptions);
      return rows.map((row) => toContact(row, domain, session));
    },
    finds: async (row, params, callOptions) => {
      const rows = await read({ domain: row.domain, params, pageSize: MAX_PAGE_SIZE }, callOptions);
      return rows.some(({ name }) => name === row.name);
    },
    comparisons: Object.fromEntries(
      contactColumns.names.flatMap((column) =>
        (['filter', 'search'] as const).map((family): [string, Comparison<HostwayContact>] => [
          parameterOf(family, column),
          { texts: ({ held }) => [held[column]?.trim() ?? ''], offer: createTextOffer(family, column) },
        ]),
      ),
    ),
  });
}
