import type { IdentifiedRow } from '../../query/order.js';
import type { CallOptions } from '../../transport/exchange.js';
import type { ListBackend } from '../ports/list-backend.js';
import { planSource, type SourcePlan } from './source-plan.js';
import type { OpenUpstream } from '../ports/open-upstream.js';
import type { ListQuery } from '../ports/list-query.js';

/**
 * Proves what a part of a list assumes of its server, and plans it anew by what came of it. What fails its proof, or can't
 * be proved now, is not pushed down: the list is read, which loses nothing.
 */
export async function proveSourcePlan<Row extends IdentifiedRow>(
  part: SourcePlan<Row>,
  listQuery: ListQuery<Row>,
  upstream: OpenUpstream,
  backend: ListBackend<Row>,
  callOptions: CallOptions,
): Promise<SourcePlan<Row>> {
  await upstream.proofs.prove(listQuery.noun, part.unproved, callOptions);
  const optimistic = planSource(listQuery, upstream, backend);
  // An offer that stands back may let another one in, which may assume something else.
  if (optimistic.unproved.length === 0) return optimistic;
  const isNew = optimistic.unproved.some((each) => !part.unproved.includes(each));
  return isNew
    ? proveSourcePlan(optimistic, listQuery, upstream, backend, callOptions)
    : planSource(listQuery, upstream, backend, false);
}
