import { plan } from '../../query/plan.js';
import { predicate } from '../../query/residual.js';
import type { Asking } from '../../transport/exchange.js';
import type { Contact } from '../contact/contact.js';
import type { OpenUpstream } from '../context.js';
import type { Question } from '../list.js';

/** Those rows of an upstream's whole list that match; columns that they lack are asked for all of them at once. */
export async function matching(
  rows: readonly Contact[],
  upstream: OpenUpstream,
  { filter, localise, tests }: Question<Contact>,
  asking: Asking,
): Promise<readonly Contact[]> {
  const { contact } = upstream.backends;
  if (!contact || rows.length === 0) return [];
  const here = { ...contact.pushdown, offers: {}, window: false };
  const { residual, lacking } = plan({ filter: localise(filter, upstream), order: undefined, tests }, here);
  if (lacking.length === 0) return rows.filter(predicate(residual, tests));
  if (!contact.complete) throw new TypeError(`${upstream.name} can't complete ${lacking.join(', ')} of a contact`);
  return (await contact.complete(rows, lacking, asking)).filter(predicate(residual, tests));
}
