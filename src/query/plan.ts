import { conditionsOf, conjuncts, isMatchNone, mapConditions, simplify, matchAll, matchNone } from './filter.js';
import type { Condition, Filter } from './filter.js';
import type { Order } from './order.js';
import type { QueryParams } from './query-params.js';
import { testOf, type RowTests } from './residual.js';

/** How precisely a provider can evaluate a condition, for one value. */
export interface PushdownOffer {
  /** `exact`: gives the matching rows and no others. `superset`: misses none, in any spelling, and may give more. */
  readonly precision: 'exact' | 'superset';
  readonly params: QueryParams;
  /** Offers of different families can't be mixed in one request (Hostway's filterX and searchX). */
  readonly family?: string;
  /**
   * The provider's comparison that must ignore letter case, or rows are lost. It is named where no document says so,
   * and is then proved on the server first.
   */
  readonly assumes?: string | undefined;
}

/** Whether an offer that assumes a comparison may be taken. */
export type AcceptsOffer = (part: Condition, offer: PushdownOffer) => boolean;

/** What a source can do by itself. A source that can do nothing is slow, and still gives right results. */
export interface Pushdown {
  /** By path of the condition; `undefined` for a value that it can't take. */
  readonly offers: Readonly<Record<string, (value: never) => PushdownOffer | undefined>>;
  /** Conditions that have the same result for each of its rows, so that no request is needed for them. */
  readonly constants?: Readonly<Record<string, (value: never) => boolean | undefined>>;
  /** Parameters that make it sort exactly as `order.ts` does, or undefined. */
  readonly sort?: (order: Order) => QueryParams | undefined;
  /** Whether it can begin at any row and stop after any row. */
  readonly window: boolean;
  /** Its lists have an order of their own that is always the same. It is kept unless another order is requested. */
  readonly hasStableOrder?: boolean;
  /** Columns that its list rows carry. */
  readonly columns: readonly string[];
}

export interface ListPlan {
  /** No row can match: the source need not be asked. */
  readonly isImpossible: boolean;
  readonly params: QueryParams;
  /** What the gateway must check on every row. */
  readonly residual: Filter;
  /** What the gateway must sort by. */
  readonly residualOrder: Order | undefined;
  /** Whether the source itself sorts. */
  readonly sortPushedDown: boolean;
  /** Whether the source itself skips and limits. */
  readonly windowPushedDown: boolean;
  /** Columns that the residual or the order needs and list rows lack. */
  readonly missingColumns: readonly string[];
  readonly pushedDown: readonly string[];
  /** Names of the parts that the gateway evaluates. */
  readonly residualNames: readonly string[];
  /** By assumed comparison, the names of the pushed-down parts that need it. */
  readonly assumptions: ReadonlyMap<string, readonly string[]>;
}

export interface RowQuery<Row> {
  readonly filter: Filter;
  readonly order: Order | undefined;
  readonly tests: RowTests<Row>;
}

/** Decides what the provider filters, sorts and limits, and what remains for the gateway. */
export function createListPlan<Row>(
  query: RowQuery<Row>,
  pushdown: Pushdown,
  accepts: AcceptsOffer = () => true,
): ListPlan {
  const filter = simplify(mapConditions(query.filter, (part) => foldConstant(part, pushdown)));
  const foldedNames = namesOf(query.filter).filter((name) => !namesOf(filter).includes(name));
  if (isMatchNone(filter)) return impossiblePlan(namesOf(query.filter));
  const assignment = assignPushdown(conjuncts(filter), pushdown, accepts);
  const residual = simplify({ is: 'all', of: assignment.residual });
  const sort = query.order && pushdown.sort?.(query.order);
  const residualOrder = sort ? undefined : query.order;
  const leftNames = namesOf(residual);
  // A limit below a residual condition or sort would cut rows that belong in the answer.
  const windowPushedDown = pushdown.window && leftNames.length === 0 && !residualOrder;
  const neededColumns = [
    ...conditionsOf(residual).map(({ path }) => testOf(path, query.tests).column),
    ...columnsOf(residualOrder),
  ];
  return {
    isImpossible: false,
    params: { ...assignment.params, ...sort },
    residual,
    residualOrder,
    sortPushedDown: sort !== undefined,
    windowPushedDown,
    missingColumns: [...new Set(neededColumns)].filter((column) => !pushdown.columns.includes(column)),
    pushedDown: [...assignment.pushedNames, ...(sort ? ['orderBy'] : []), ...(windowPushedDown ? ['first'] : [])],
    residualNames: [
      ...new Set([
        ...foldedNames,
        ...leftNames,
        ...(residualOrder ? ['orderBy'] : []),
        ...(windowPushedDown ? [] : ['first']),
      ]),
    ],
    assumptions: assignment.assumptions,
  };
}

function impossiblePlan(names: readonly string[]): ListPlan {
  const none = {
    params: {},
    residualOrder: undefined,
    sortPushedDown: false,
    windowPushedDown: false,
    missingColumns: [],
    pushedDown: [],
    assumptions: new Map<string, readonly string[]>(),
  };
  return { isImpossible: true, residual: matchNone, residualNames: names, ...none };
}

function foldConstant(part: Condition, pushdown: Pushdown): Filter {
  const constant = pushdown.constants?.[part.path] as ((value: unknown) => boolean | undefined) | undefined;
  const holds = constant?.(part.value);
  if (holds === undefined) return part;
  return holds ? matchAll : matchNone;
}

interface PushdownAssignment {
  readonly params: QueryParams;
  readonly residual: readonly Filter[];
  readonly pushedNames: readonly string[];
  readonly assumptions: ListPlan['assumptions'];
}

/**
 * Takes the provider's offers for conditions that must hold of every row, exact offers first, as far as they are
 * compatible.
 */
function assignPushdown(parts: readonly Filter[], pushdown: Pushdown, accepts: AcceptsOffer): PushdownAssignment {
  const params: Record<string, string | readonly string[]> = {};
  const residual = new Set(parts);
  const pushedNames: string[] = [];
  const assumptions = new Map<string, readonly string[]>();
  let family: string | undefined;
  const accepted = parts.flatMap((part) => {
    const offer = part.is === 'condition' ? offerFor(part, pushdown) : undefined;
    return part.is === 'condition' && offer && (offer.assumes === undefined || accepts(part, offer))
      ? [{ part, offer }]
      : [];
  });
  const exactFirst = [
    ...accepted.filter(({ offer }) => offer.precision === 'exact'),
    ...accepted.filter(({ offer }) => offer.precision === 'superset'),
  ];
  for (const { part, offer } of exactFirst) {
    if (!isCompatible(offer, params, family)) continue;
    Object.assign(params, offer.params);
    family ??= offer.family;
    pushedNames.push(part.name);
    const { assumes } = offer;
    if (assumes !== undefined) assumptions.set(assumes, [...(assumptions.get(assumes) ?? []), part.name]);
    if (offer.precision === 'exact') residual.delete(part);
  }
  return { params, residual: [...residual], pushedNames, assumptions };
}

/** A parameter that another condition has set must not be overwritten, or that condition is lost. */
function isCompatible(offer: PushdownOffer, params: QueryParams, family: string | undefined): boolean {
  if (family !== undefined && offer.family !== undefined && offer.family !== family) return false;
  return Object.entries(offer.params).every(
    ([name, value]) => !(name in params) || JSON.stringify(params[name]) === JSON.stringify(value),
  );
}

function offerFor(part: Condition, pushdown: Pushdown): PushdownOffer | undefined {
  const offer = pushdown.offers[part.path] as ((value: unknown) => PushdownOffer | undefined) | undefined;
  return offer?.(part.value);
}

function namesOf(filter: Filter): string[] {
  return [...new Set(conditionsOf(filter).map(({ name }) => name))];
}

function columnsOf(order: Order | undefined): string[] {
  return order ? [order.column] : [];
}
