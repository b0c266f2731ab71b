import {
  getVariableValues,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

import { signatureOf } from '../../query/cursor.js';
import type { Context } from '../request/context.js';
import type { Provider } from '../ports/provider.js';
import type { FieldCosts } from '../ports/field-costs.js';
import { createCostTally, type TallyEntry } from './cost-tally.js';
import { describeBudgetExcess, type RequestBudget } from './request-budget.js';
import type { CountRange } from '../ports/planned-call.js';
import { deferredColumnCosts } from './deferred-column-costs.js';
import type { CostHistory } from './cost-history.js';
import { RequestCounts, type ExecutedOperation } from './measured-runs.js';
import type { OperationPlan, UpstreamCost } from './operation-plan.js';
import { createLruMap } from './lru-map.js';
import { hasVariableInput } from './variable-input.js';
import { walkSelection } from './walk-operation.js';
import type { OpenUpstream } from '../ports/open-upstream.js';

/** How many requests each upstream got for one operation, by its name and the provider's name of the request. */
export type RequestTally = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Plans operations; nothing is sent. */
export interface Planner {
  /** What of a plan the config does not allow, in a sentence; undefined: nothing. */
  readonly describeBudgetExcess: (plan: OperationPlan) => string | undefined;
  /** Whether the config allows its plan whatever variables are given. That is found out once, until something is learned. */
  readonly isAlwaysWithinBudget: (document: DocumentNode, operation: OperationDefinitionNode) => boolean;
  /** Notes what an operation took when it ran. */
  readonly recordRun: (sent: ExecutedOperation, tally: RequestTally) => void;
  /** What it took when it ran last; undefined: it did not. */
  readonly lastRun: (sent: ExecutedOperation) => RequestCounts | undefined;
  /**
   * `variables` as the client gave them; without them for any that may be given later, of a page's size. A document that is planned again
   * and again comes with a `hash`, so that the same with the same variables is planned once. Whatever the client gave,
   * there is a plan: what is wrong is told in its `mistakes`.
   */
  readonly plan: (
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables?: Readonly<Record<string, unknown>>,
    hash?: string,
  ) => OperationPlan;
}

export interface PlannerOptions {
  readonly schema: GraphQLSchema;
  readonly upstreams: readonly OpenUpstream[];
  readonly contactFilters: Context['contactFilters'];
  readonly collation: Context['collation'];
  /** What fields cost at any provider. */
  readonly fieldCosts: FieldCosts;
  readonly providers: readonly Provider[];
  readonly history: CostHistory;
  readonly budget: RequestBudget;
}

export function createPlanner({
  schema,
  upstreams,
  contactFilters,
  collation,
  fieldCosts,
  providers,
  history: { sizes, runs },
  budget,
}: PlannerOptions): Planner {
  const tables = [
    deferredColumnCosts(schema, upstreams),
    fieldCosts,
    ...providers.map((provider) => provider.fieldCosts ?? {}),
  ];
  const costs: FieldCosts = Object.fromEntries(tables.flatMap((table) => Object.entries(table)));
  const context = { upstreams, contactFilters, collation };
  const plan = (
    document: DocumentNode,
    operation: OperationDefinitionNode,
    given: Readonly<Record<string, unknown>> | undefined,
  ): OperationPlan => {
    const type = schema.getRootType(operation.operation);
    const tally = createCostTally(sizes, operation.operation === OperationTypeNode.QUERY);
    // A default is one value of many.
    const declared = given === undefined ? [] : (operation.variableDefinitions ?? []);
    const { coerced = {}, errors = [] } = getVariableValues(schema, declared, given ?? {});
    const variables = { values: coerced, areComplete: given !== undefined };
    const mistakes = errors.map(({ message }) => message);
    const walkContext = {
      document: { schema, fragments: fragmentsOf(document), variables },
      ...{ upstreams, context, sizes, costs, tally: tally },
      reportArgumentError: (mistake: string) => void mistakes.push(mistake),
    };
    if (type && mistakes.length === 0)
      walkSelection({ sets: [operation.selectionSet], type, path: [], rows: [] }, walkContext);
    const totals = upstreams.flatMap((upstream) => totalOf(upstream, tally.entries));
    return { calls: tally.entries, upstreams: totals, mistakes, ...sumRanges(totals) };
  };
  const known = createLruMap<OperationPlan>(MAX_ENTRIES, ({ calls }) => 1 + calls.length);
  /** What is learned of lists and of servers makes other plans. */
  const versionOfHistory = (): number => upstreams.reduce((sum, { proofs }) => sum + proofs.version(), sizes.version());
  const alwaysWithin = new WeakMap<OperationDefinitionNode, { readonly version: number; readonly is: boolean }>();
  const names = new Set(upstreams.map(({ name }) => name));
  return {
    recordRun: (sent, tally) => {
      const counts = new Map<string, number>();
      for (const upstream of upstreams) {
        const sentOfUpstream = tally.get(upstream.name);
        if (sentOfUpstream) counts.set(upstream.name, countOf(upstream, sentOfUpstream));
      }
      runs.record(sent, new RequestCounts(counts, names));
    },
    lastRun: runs.find,
    describeBudgetExcess: (planned) => describeBudgetExcess(planned, budget, upstreams),
    isAlwaysWithinBudget: (document, operation) => {
      const version = versionOfHistory();
      const before = alwaysWithin.get(operation);
      if (before?.version === version) return before.is;
      const is =
        !hasVariableInput(schema, document) &&
        describeBudgetExcess(plan(document, operation, undefined), budget, upstreams) === undefined;
      alwaysWithin.set(operation, { version, is });
      return is;
    },
    plan: (document, operation, given, hash) => {
      if (hash === undefined) return plan(document, operation, given);
      const key = signatureOf([hash, operation.name?.value, given, versionOfHistory()]);
      const before = known.get(key);
      if (before) return before;
      const planned = plan(document, operation, given);
      known.set(key, planned);
      return planned;
    },
  };
}

/** Of all plans together: a document may have one entry, or a thousand. */
const MAX_ENTRIES = 20_000;

/** A log-in is for all that come after it too. */
function countOf({ costs: { logIn } }: OpenUpstream, tally: ReadonlyMap<string, number>): number {
  let count = 0;
  for (const [operation, times] of tally) if (operation !== logIn) count += times;
  return count;
}

function totalOf({ name, costs: { logIn } }: OpenUpstream, entries: readonly TallyEntry[]): readonly UpstreamCost[] {
  const requests = entries.filter(({ upstream }) => upstream === name).flatMap((entry) => entry.requests);
  if (requests.length === 0) return [];
  const { expected, worst } = sumRanges(requests);
  // A ticket is kept, but may have to be got first.
  return [{ upstream: name, expected: round(expected), worst: worst + (logIn === undefined ? 0 : 1) }];
}

export function sumRanges(ranges: readonly CountRange[]): CountRange {
  const sum = (key: keyof CountRange): number => ranges.reduce((total, range) => total + range[key], 0);
  return { expected: round(sum('expected')), worst: sum('worst') };
}

/** To a tenth: more would be no better. */
export function round(count: number): number {
  return Math.round(count * 10) / 10;
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
}
