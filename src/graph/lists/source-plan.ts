import {
  conditionsOf,
  conjuncts,
  isMatchNone,
  matchAll,
  simplify,
  type Condition,
  type Filter,
} from '../../query/filter.js';
import type { IdentifiedRow, Sorting } from '../../query/order.js';
import { createListPlan, type ListPlan, type Pushdown } from '../../query/plan.js';
import type { Reference } from '../values/id.js';
import type { ListBackend } from '../ports/list-backend.js';
import type { OpenUpstream } from '../ports/open-upstream.js';
import type { ListQuery } from '../ports/list-query.js';

/** Who does what in one upstream's part of a list. */
export interface SourcePlan<Row> {
  /** In the upstream's own terms. */
  readonly filter: Filter;
  readonly listPlan: ListPlan;
  /** The keys of certain rows, where the filter asks for those: reading them beats reading the list. */
  readonly keyLookup: { readonly keys: readonly string[]; readonly rest: Filter } | undefined;
  /** Conditions that name other upstreams' things: settled by the gateway, without a row. */
  readonly foreignConditions: readonly string[];
  readonly sorting: Sorting<Row> | undefined;
  readonly pushdown: Pushdown;
  /** Comparisons that must be proved of the server before it is asked so. */
  readonly unproved: readonly string[];
  /** Parts that are pushed down though nothing could prove that no row is lost. */
  readonly assumed: readonly string[];
}

/** Plans without a condition or an order: nothing that was found out of the server since can change them. */
const knownPlans = new WeakMap<object, WeakMap<OpenUpstream, SourcePlan<never>>>();

/** `planSource`, once for a question without condition or order that many requests have. */
export function findSourcePlan<Row extends IdentifiedRow>(
  listQuery: ListQuery<Row>,
  upstream: OpenUpstream,
  backend: ListBackend<Row>,
): SourcePlan<Row> {
  if (listQuery.filter !== matchAll || listQuery.sorting) return planSource(listQuery, upstream, backend);
  let plans = knownPlans.get(listQuery);
  if (!plans) knownPlans.set(listQuery, (plans = new WeakMap()));
  let plan = plans.get(upstream) as SourcePlan<Row> | undefined;
  if (!plan) {
    plan = planSource(listQuery, upstream, backend);
    if (plan.unproved.length === 0) plans.set(upstream, plan);
  }
  return plan;
}

/**
 * Puts the question in one upstream's own terms and decides who filters, sorts and limits; asks nobody.
 * `assumeUnproved`: what is worth a proof is taken for proved.
 */
export function planSource<Row extends IdentifiedRow>(
  listQuery: ListQuery<Row>,
  upstream: OpenUpstream,
  backend: ListBackend<Row>,
  assumeUnproved = true,
): SourcePlan<Row> {
  const filter = simplify(listQuery.localise(listQuery.filter, upstream));
  const localNames = conditionsOf(filter).map(({ name }) => name);
  const foreignConditions = conditionsOf(listQuery.filter)
    .map(({ name }) => name)
    .filter((name) => !localNames.includes(name));
  const sorting = listQuery.sorting?.column === 'upstream' ? undefined : listQuery.sorting;
  const keyLookup = keyLookupOf(filter);
  const pushdown = keyLookup ? withoutOffers(backend.pushdown) : backend.pushdown;
  const { noun, tests } = listQuery;
  const { acceptance, verdictOf } = upstream.proofs;
  const listPlan = createListPlan(
    { filter: keyLookup?.rest ?? filter, order: sorting, tests },
    pushdown,
    acceptance(noun, assumeUnproved),
  );
  const assumptions = [...listPlan.assumptions];
  return {
    ...{ filter, listPlan, keyLookup, foreignConditions, sorting, pushdown },
    unproved: assumptions.flatMap(([comparison]) => (verdictOf(noun, comparison) ? [] : [comparison])),
    assumed: assumptions.flatMap(([comparison, names]) => (verdictOf(noun, comparison) === 'assumed' ? names : [])),
  };
}

/** Paths of the argument: what the provider does, and what is left to us. */
export function describePushdown({ listPlan, keyLookup, foreignConditions, assumed }: PushdownParts): {
  readonly pushedDown: string[];
  readonly residual: string[];
  readonly assumed: string[];
} {
  return {
    pushedDown: [...(keyLookup ? ['ids'] : []), ...listPlan.pushedDown],
    residual: [...new Set([...foreignConditions, ...listPlan.residualNames])],
    assumed: [...new Set(assumed)],
  };
}

type PushdownParts = Pick<SourcePlan<unknown>, 'listPlan' | 'keyLookup' | 'foreignConditions' | 'assumed'>;

/** The keys where the filter asks for certain rows: reading those beats reading the list. */
function keyLookupOf(filter: Filter): { readonly keys: readonly string[]; readonly rest: Filter } | undefined {
  const parts = conjuncts(filter);
  const ids = parts.find((part): part is Condition => part.is === 'condition' && part.path === 'ids');
  if (!ids || isMatchNone(filter)) return undefined;
  const references = ids.value as readonly Reference[];
  const keys = [...new Set(references.map(({ key }) => key))];
  return { keys, rest: { is: 'all', of: parts.filter((part) => part !== ids) } };
}

function withoutOffers({ constants, columns }: Pushdown): Pushdown {
  return { offers: {}, window: false, columns, ...(constants ? { constants } : {}) };
}
