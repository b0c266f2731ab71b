import { conditionsOf, conjuncts, isNothing, mapConditions, simplify, everything, nothing } from './filter.js';
import type { Condition, Filter } from './filter.js';
import type { Order } from './order.js';
import { testOf, type Tests } from './residual.js';

/** Values for the provider's own query parameters. A list is sent as a repeated parameter. */
export type Params = Readonly<Record<string, string | readonly string[]>>;

/** How well a provider holds on to a condition, for one value. */
export interface Offer {
  /** `exact`: gives the matching rows and no others. `inexact`: loses none, in any spelling, and may give more. */
  readonly grip: 'exact' | 'inexact';
  readonly params: Params;
  /** Offers of different families can't be mixed in one request (Hostway's filterX and searchX). */
  readonly family?: string;
  /**
   * The provider's comparison that must take letters of either case for the same, or rows are lost; named where no
   * document says so. It is proved on the server first.
   */
  readonly assumes?: string | undefined;
}

/** Whether an offer that assumes a comparison may be taken. */
export type Acceptance = (part: Condition, offer: Offer) => boolean;

/** What a source can do by itself. The default, nothing, is slow and right. */
export interface Pushdown {
  /** By path of the condition; `undefined` for a value that it can't take. */
  readonly offers: Readonly<Record<string, (value: never) => Offer | undefined>>;
  /** Conditions that are the same for each of its rows, whatever they hold: no request can tell more. */
  readonly constants?: Readonly<Record<string, (value: never) => boolean | undefined>>;
  /** Parameters that make it sort exactly as `order.ts` would, whole or not at all. */
  readonly sort?: (order: Order) => Params | undefined;
  /** It can begin at any row and stop after any. */
  readonly window: boolean;
  /** Its lists come in an order of its own that is always the same, and is kept where nobody asks for another. */
  readonly ordered?: boolean;
  /** Columns that its list rows carry. */
  readonly columns: readonly string[];
}

export interface Plan {
  /** No row can match: the source need not be asked. */
  readonly impossible: boolean;
  readonly params: Params;
  /** What is to be checked on every row here. */
  readonly residual: Filter;
  /** What is to be sorted here. */
  readonly order: Order | undefined;
  /** Whether the source itself sorts. */
  readonly sorted: boolean;
  /** Whether the source itself skips and limits. */
  readonly window: boolean;
  /** Columns that the residual or the order needs and list rows lack. */
  readonly lacking: readonly string[];
  readonly pushedDown: readonly string[];
  /** Names of the parts that are left to us. */
  readonly left: readonly string[];
  /** Names of the parts that are pushed down and assume a comparison, by that. */
  readonly assumptions: ReadonlyMap<string, readonly string[]>;
}

export interface Query<Row> {
  readonly filter: Filter;
  readonly order: Order | undefined;
  readonly tests: Tests<Row>;
}

/** Decides who filters, sorts and limits. */
export function plan<Row>(query: Query<Row>, pushdown: Pushdown, accepts: Acceptance = () => true): Plan {
  const filter = simplify(mapConditions(query.filter, (part) => settle(part, pushdown)));
  const settled = namesOf(query.filter).filter((name) => !namesOf(filter).includes(name));
  if (isNothing(filter)) return impossible(namesOf(query.filter));
  const taken = take(conjuncts(filter), pushdown, accepts);
  const residual = simplify({ is: 'all', of: taken.left });
  const sort = query.order && pushdown.sort?.(query.order);
  const order = sort ? undefined : query.order;
  const leftNames = namesOf(residual);
  // A limit below a residual condition or sort would cut rows that belong in the answer.
  const window = pushdown.window && leftNames.length === 0 && !order;
  const needed = [...conditionsOf(residual).map(({ path }) => testOf(path, query.tests).column), ...columnsOf(order)];
  return {
    impossible: false,
    params: { ...taken.params, ...sort },
    residual,
    order,
    sorted: sort !== undefined,
    window,
    lacking: [...new Set(needed)].filter((column) => !pushdown.columns.includes(column)),
    pushedDown: [...taken.names, ...(sort ? ['orderBy'] : []), ...(window ? ['first'] : [])],
    left: [...new Set([...settled, ...leftNames, ...(order ? ['orderBy'] : []), ...(window ? [] : ['first'])])],
    assumptions: taken.assumptions,
  };
}

function impossible(names: readonly string[]): Plan {
  const none = {
    params: {},
    order: undefined,
    sorted: false,
    window: false,
    lacking: [],
    pushedDown: [],
    assumptions: new Map<string, readonly string[]>(),
  };
  return { impossible: true, residual: nothing, left: names, ...none };
}

function settle(part: Condition, pushdown: Pushdown): Filter {
  const constant = pushdown.constants?.[part.path] as ((value: unknown) => boolean | undefined) | undefined;
  const holds = constant?.(part.value);
  if (holds === undefined) return part;
  return holds ? everything : nothing;
}

interface Taken {
  readonly params: Params;
  readonly left: readonly Filter[];
  readonly names: readonly string[];
  readonly assumptions: Plan['assumptions'];
}

/** Takes the provider's offers for what must hold of every row, exact ones first, as far as they go together. */
function take(parts: readonly Filter[], pushdown: Pushdown, accepts: Acceptance): Taken {
  const params: Record<string, string | readonly string[]> = {};
  const left = new Set(parts);
  const names: string[] = [];
  const assumptions = new Map<string, readonly string[]>();
  let family: string | undefined;
  const offered = parts.flatMap((part) => {
    const offer = part.is === 'condition' ? offerFor(part, pushdown) : undefined;
    return part.is === 'condition' && offer && (offer.assumes === undefined || accepts(part, offer))
      ? [{ part, offer }]
      : [];
  });
  const exactFirst = [
    ...offered.filter(({ offer }) => offer.grip === 'exact'),
    ...offered.filter(({ offer }) => offer.grip === 'inexact'),
  ];
  for (const { part, offer } of exactFirst) {
    if (!fits(offer, params, family)) continue;
    Object.assign(params, offer.params);
    family ??= offer.family;
    names.push(part.name);
    const { assumes } = offer;
    if (assumes !== undefined) assumptions.set(assumes, [...(assumptions.get(assumes) ?? []), part.name]);
    if (offer.grip === 'exact') left.delete(part);
  }
  return { params, left: [...left], names, assumptions };
}

/** A parameter that another condition has set already must not be overwritten: that condition would be lost. */
function fits(offer: Offer, params: Params, family: string | undefined): boolean {
  if (family !== undefined && offer.family !== undefined && offer.family !== family) return false;
  return Object.entries(offer.params).every(
    ([name, value]) => !(name in params) || JSON.stringify(params[name]) === JSON.stringify(value),
  );
}

function offerFor(part: Condition, pushdown: Pushdown): Offer | undefined {
  const offer = pushdown.offers[part.path] as ((value: unknown) => Offer | undefined) | undefined;
  return offer?.(part.value);
}

function namesOf(filter: Filter): string[] {
  return [...new Set(conditionsOf(filter).map(({ name }) => name))];
}

function columnsOf(order: Order | undefined): string[] {
  return order ? [order.column] : [];
}
