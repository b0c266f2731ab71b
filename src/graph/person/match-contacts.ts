import { createListPlan } from '../../query/plan.js';
import { compileFilter } from '../../query/residual.js';
import type { CallOptions } from '../../transport/exchange.js';
import { isYieldDue, yieldToEventLoop } from '../../transport/yield.js';
import type { Contact } from '../contact/types.js';
import type { OpenUpstream } from '../ports/open-upstream.js';
import type { ListQuery } from '../ports/list-query.js';

/** Those rows of an upstream's whole list that match; columns that they lack are asked for all of them at once. */
export async function matchContacts(
  rows: readonly Contact[],
  upstream: OpenUpstream,
  { filter, localise, tests }: ListQuery<Contact>,
  callOptions: CallOptions,
): Promise<readonly Contact[]> {
  const { contact } = upstream.backends;
  if (!contact || rows.length === 0) return [];
  const pushdown = { ...contact.pushdown, offers: {}, window: false };
  const { residual, missingColumns } = createListPlan(
    { filter: localise(filter, upstream), order: undefined, tests },
    pushdown,
  );
  const matches = compileFilter(residual, tests);
  if (missingColumns.length === 0) return filterInPieces(rows, matches);
  if (!contact.fetchColumns)
    throw new TypeError(`${upstream.name} can't complete ${missingColumns.join(', ')} of a contact`);
  return filterInPieces(await contact.fetchColumns(rows, missingColumns, callOptions), matches);
}

/** Rows between two looks at the clock. */
const STRETCH = 500;

/** Others have their turn in between: several fields may each go through long lists, and at once. */
async function filterInPieces(
  rows: readonly Contact[],
  matches: (row: Contact) => boolean,
): Promise<readonly Contact[]> {
  const found: Contact[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % STRETCH === 0 && isYieldDue()) await yieldToEventLoop();
    if (matches(row)) found.push(row);
  }
  return found;
}
