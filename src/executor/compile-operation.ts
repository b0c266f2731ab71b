import {
  isAbstractType,
  isObjectType,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

import { compileVariables } from './coerce-variables.js';
import { executeSelection, executeSerially } from './execute-field.js';
import { CollectedErrors, isPromiseLike, type Eventually, type Execution, type Pacing } from './execution.js';
import type { SelectionPlan } from './field-plan.js';
import { planSelection } from './plan-selection.js';

/**
 * An operation with everything decided that its document decides, for these variables as the client sent them; undefined
 * where graphql-js has to say what is wrong with them.
 */
export type CompiledOperation = (variables: Readonly<Record<string, unknown>>) => RunOperation | undefined;

/** Gives what graphql-js's `execute` gives. */
export type RunOperation = (contextValue: unknown) => Eventually<ExecutionResult>;

/** From so many rows on it pays to generate code that reads them. */
const GENERATE_AT_ROW = 200;

/** With more variables in `@skip` and `@include` there would be too many ways in which fields are selected. */
const MAX_CONDITIONS = 6;

/**
 * Compiles an operation of a valid document. Undefined where graphql-js has to execute it: subscriptions, introspection,
 * and what would need a type's own `resolveType` or `isTypeOf`. With `pacing` long lists let others have their turn.
 */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  pacing?: Pacing,
  generateAtRow = GENERATE_AT_ROW,
): CompiledOperation | undefined {
  const rootType = schema.getRootType(operation.operation);
  const conditionNames = listConditions(document);
  const isOurs =
    rootType !== undefined &&
    rootType !== null &&
    operation.operation !== OperationTypeNode.SUBSCRIPTION &&
    conditionNames.length <= MAX_CONDITIONS &&
    namesItsTypes(schema) &&
    !hasUncompiledField(document);
  if (!isOurs) return undefined;
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  const info = { schema, fragments, rootValue: undefined, operation };
  const selections = new Map<string, SelectionPlan>();
  const execute = operation.operation === OperationTypeNode.MUTATION ? executeSerially : executeSelection;

  const coerceVariables = compileVariables(schema, operation);

  return (variables) => {
    const variableValues = coerceVariables(variables);
    if (!variableValues) return undefined;
    const values = conditionNames.map((name) => variableValues[name]);
    if (values.some((value) => typeof value !== 'boolean')) return undefined;
    const key = values.join();
    let selection = selections.get(key);
    if (!selection) {
      const conditions = Object.fromEntries(conditionNames.map((name, index) => [name, values[index]]));
      selection = planSelection(
        { schema, fragments, conditions },
        info,
        rootType,
        [operation.selectionSet],
        generateAtRow,
      );
      selections.set(key, selection);
    }
    return (contextValue) => {
      const execution: Execution = {
        contextValue,
        variableValues,
        errors: new CollectedErrors(),
        pacing,
        argumentValues: [],
      };
      return completeRun(execution, () => execute(execution, selection, undefined, undefined));
    };
  };
}

type ExecutionData = NonNullable<ExecutionResult['data']>;

function completeRun(execution: Execution, run: () => Eventually<ExecutionData>): Eventually<ExecutionResult> {
  const fail = (error: unknown): ExecutionResult => {
    execution.errors.add(error as never, undefined);
    return buildResult(null, execution);
  };
  try {
    const data = run();
    return isPromiseLike(data)
      ? data.then((settled) => buildResult(settled, execution), fail)
      : buildResult(data, execution);
  } catch (error) {
    return fail(error);
  }
}

function buildResult(data: ExecutionData | null, { errors: { errors } }: Execution): ExecutionResult {
  return errors.length === 0 ? { data } : { errors, data };
}

/** The variables that `@skip` and `@include` ask for. */
function listConditions(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    [Kind.DIRECTIVE]: ({ arguments: args = [] }) => {
      for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** Fields of introspection are graphql-js's own, and an answer can't have a property `__proto__` like any other. */
function hasUncompiledField(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, {
    [Kind.FIELD]: ({ name, alias }) => {
      if (name.value === '__schema' || name.value === '__type' || alias?.value === '__proto__') isFound = true;
    },
  });
  return isFound;
}

const schemasThatNameTypes = new WeakMap<GraphQLSchema, boolean>();

/** Whether every value of an abstract type says by its `__typename` of which type it is. */
function namesItsTypes(schema: GraphQLSchema): boolean {
  let isSo = schemasThatNameTypes.get(schema);
  if (isSo === undefined) {
    isSo = Object.values(schema.getTypeMap()).every(
      (type) => !(isAbstractType(type) && type.resolveType) && !(isObjectType(type) && type.isTypeOf),
    );
    schemasThatNameTypes.set(schema, isSo);
  }
  return isSo;
}
