import type { GraphQLSchema } from 'graphql';

import type { RunOperation } from '../../executor/compile-operation.js';
import type { OperationLimits } from '../../graph/cost/limits.js';
import { areOfPageSize } from '../../graph/cost/operation-size.js';
import type { Planner } from '../../graph/cost/planner.js';
import type { Gate } from '../gate/gate.js';
import { checkLimits, isAlwaysWithinLimits } from '../limits-plugin.js';
import type { AskedOperation } from './asked-operation.js';
import type { KnownOperation } from './known-operations.js';

/** An operation that may run. */
export interface AdmittedOperation {
  readonly run: RunOperation;
  /** Requests to upstreams, where they are charged. */
  readonly expectedRequests: number;
}

/** Undefined where Apollo Server has to say what is wrong. */
export type Admit = (planner: Planner, known: KnownOperation, asked: AskedOperation) => AdmittedOperation | undefined;

export interface AdmissionOptions {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  readonly charge: Gate['charge'];
}

/**
 * Admits what is within the limits and the budget and has the variables that it needs. What holds of a document with any
 * variables is found out once: only where some could make it too large is it measured and planned for each request.
 */
export function createAdmission({ schema, limits, charge }: AdmissionOptions): Admit {
  const alwaysWithinLimits = new WeakMap<KnownOperation, boolean>();
  const isAlwaysWithin = (known: KnownOperation): boolean => {
    let isWithin = alwaysWithinLimits.get(known);
    if (isWithin === undefined) {
      isWithin = isAlwaysWithinLimits(schema, known.document, known.operation, limits);
      alwaysWithinLimits.set(known, isWithin);
    }
    return isWithin;
  };
  return (planner, known, { variables }) => {
    const { document, operation, queryHash, compiled } = known;
    const run = compiled(variables);
    if (!run) return undefined;
    const isOfPageSize = areOfPageSize(Object.values(variables));
    try {
      if (!isOfPageSize || !isAlwaysWithin(known)) checkLimits(schema, document, operation, variables, limits);
    } catch {
      return undefined;
    }
    if (!charge && isOfPageSize && planner.isAlwaysWithinBudget(document, operation))
      return { run, expectedRequests: 0 };
    const plan = planner.plan(document, operation, variables, queryHash);
    return planner.describeBudgetExcess(plan) === undefined ? { run, expectedRequests: plan.expected } : undefined;
  };
}
