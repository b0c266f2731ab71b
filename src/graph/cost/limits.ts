import type { ResultLimits } from '../request/result-budget.js';

/** How much one operation may ask for: `limits` of the config. */
export interface OperationLimits extends ResultLimits {
  /** Fields at the root, by their names in the answer. */
  readonly rootFields: number;
  /** Rows that it may read in all: lists inside lists multiply. */
  readonly rows: number;
  /** Fields inside fields. */
  readonly depth: number;
}

/** Depth: a page of people with the groups of each contact takes six. */
export const DEFAULT_OPERATION_LIMITS: OperationLimits = {
  rootFields: 20,
  rows: 20_000,
  depth: 15,
  resultNodes: 500_000,
  responseBytes: 20_000_000,
};
