import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

import type { OperationLimits } from '../../graph/cost/limits.js';
import type { Planner } from '../../graph/cost/planner.js';
import { MAX_TOKENS } from '../document-size.js';
import { checkLimits } from '../limits-plugin.js';
import { repetitionRule } from '../repetition-rule.js';
import type { StoredDocument } from './stored-document.js';

/** What a document is held against. */
export interface DocumentChecks {
  readonly schema: GraphQLSchema;
  readonly planner: Planner;
  readonly limits: OperationLimits;
}

/** The operations of a document, and why it would be refused whenever somebody asked for it. */
export interface CheckedDocument {
  readonly operations: readonly OperationDefinitionNode[];
  readonly faults: readonly string[];
}

/** Checks a document as it would be when it is asked for with no variables but the required ones. */
export function checkDocument({ text, file }: StoredDocument, checks: DocumentChecks): CheckedDocument {
  const document = parseDocument(text);
  if (document instanceof GraphQLError) {
    const [{ line } = { line: 1 }] = document.locations ?? [];
    return { operations: [], faults: [`${file}:${line}: ${document.message}`] };
  }
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const reasons = validate(checks.schema, document, [...specifiedRules, repetitionRule]).map(({ message }) => message);
  if (operations.length === 0) reasons.push('there is no operation in it');
  if (reasons.length === 0) reasons.push(...operations.flatMap((each) => checkOperation(document, each, checks)));
  return { operations, faults: reasons.map((reason) => `${file}: ${reason}`) };
}

function parseDocument(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function checkOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { schema, planner, limits }: DocumentChecks,
): readonly string[] {
  if (!schema.getRootType(operation.operation)) return [`this API has no ${operation.operation}s`];
  const needsVariables = (operation.variableDefinitions ?? []).some(
    ({ type, defaultValue }) => defaultValue === undefined && type.kind === Kind.NON_NULL_TYPE,
  );
  const excess = describeExcess(() => {
    checkLimits(schema, document, operation, {}, limits);
  });
  if (excess !== undefined) return [excess];
  // A variable that may be given later, such as a filter, may make it cheaper than what is planned without it.
  const plan = planner.plan(document, operation, needsVariables ? undefined : {});
  if (plan.mistakes.length > 0) return plan.mistakes;
  // What a mutation takes depends on the thing that it names, and is known once that was read.
  const isQuery = operation.operation === OperationTypeNode.QUERY;
  const overBudget = isQuery && !needsVariables ? planner.describeBudgetExcess(plan) : undefined;
  return overBudget === undefined ? [] : [overBudget];
}

function describeExcess(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
}
