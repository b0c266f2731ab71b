import { conditionsOf, conjuncts, isNothing, simplify, type Condition, type Filter } from '../query/filter.js';
import type { Identified, Sorting } from '../query/order.js';
import { plan, type Plan, type Pushdown } from '../query/plan.js';
import type { OpenUpstream } from './context.js';
import type { Reference } from './id.js';
import type { Question } from './list.js';
import type { Listing } from './listing.js';

/** Who does what in one upstream's part of a list. */
export interface Settled<Row> {
  /** In the upstream's own terms. */
  readonly filter: Filter;
  readonly settled: Plan;
  /** The keys of certain rows, where the filter asks for those: reading them beats reading the list. */
  readonly chosen: { readonly keys: readonly string[]; readonly rest: Filter } | undefined;
  /** Conditions that name other upstreams' things: settled by the gateway, without a row. */
  readonly elsewhere: readonly string[];
  readonly sorting: Sorting<Row> | undefined;
  readonly pushdown: Pushdown;
  /** Comparisons that must be proved of the server before it is asked so. */
  readonly unproved: readonly string[];
  /** Parts that are pushed down though nothing could prove that no row is lost. */
  readonly assumed: readonly string[];
}

/**
 * Puts the question in one upstream's own terms and decides who filters, sorts and limits; asks nobody. `hopeful`: what
 * is worth a proof is taken for proved.
 */
export function settle<Row extends Identified>(
  question: Question<Row>,
  upstream: OpenUpstream,
  listing: Listing<Row>,
  hopeful = true,
): Settled<Row> {
  const filter = simplify(question.localise(question.filter, upstream));
  const here = conditionsOf(filter).map(({ name }) => name);
  const elsewhere = conditionsOf(question.filter)
    .map(({ name }) => name)
    .filter((name) => !here.includes(name));
  const sorting = question.sorting?.column === 'upstream' ? undefined : question.sorting;
  const chosen = chosenKeys(filter);
  const pushdown = chosen ? itemsOnly(listing.pushdown) : listing.pushdown;
  const { noun, tests } = question;
  const { acceptance, verdictOf } = upstream.proofs;
  const settled = plan({ filter: chosen?.rest ?? filter, order: sorting, tests }, pushdown, acceptance(noun, hopeful));
  const assumptions = [...settled.assumptions];
  return {
    ...{ filter, settled, chosen, elsewhere, sorting, pushdown },
    unproved: assumptions.flatMap(([comparison]) => (verdictOf(noun, comparison) ? [] : [comparison])),
    assumed: assumptions.flatMap(([comparison, names]) => (verdictOf(noun, comparison) === 'assumed' ? names : [])),
  };
}

/** Paths of the argument: what the provider does, and what is left to us. */
export function tell({ settled, chosen, elsewhere, assumed }: Told): {
  readonly pushedDown: string[];
  readonly residual: string[];
  readonly assumed: string[];
} {
  return {
    pushedDown: [...(chosen ? ['ids'] : []), ...settled.pushedDown],
    residual: [...new Set([...elsewhere, ...settled.left])],
    assumed: [...new Set(assumed)],
  };
}

type Told = Pick<Settled<unknown>, 'settled' | 'chosen' | 'elsewhere' | 'assumed'>;

/** The keys where the filter asks for certain rows: reading those beats reading the list. */
function chosenKeys(filter: Filter): { readonly keys: readonly string[]; readonly rest: Filter } | undefined {
  const parts = conjuncts(filter);
  const ids = parts.find((part): part is Condition => part.is === 'condition' && part.path === 'ids');
  if (!ids || isNothing(filter)) return undefined;
  const references = ids.value as readonly Reference[];
  const keys = [...new Set(references.map(({ key }) => key))];
  return { keys, rest: { is: 'all', of: parts.filter((part) => part !== ids) } };
}

function itemsOnly({ constants, columns }: Pushdown): Pushdown {
  return { offers: {}, window: false, columns, ...(constants ? { constants } : {}) };
}
