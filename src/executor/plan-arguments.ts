import {
  getArgumentValues,
  isNonNullType,
  Kind,
  valueFromAST,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type ValueNode,
} from 'graphql';

import type { FieldPlan } from './field-plan.js';

/** One argument as the document gives it: a variable, a value, or one that is made for each run, since a resolver might change it. */
type ArgumentPlan = { readonly name: string } & (
  | { readonly is: 'variable'; readonly variable: string }
  | { readonly is: 'value'; readonly value: unknown }
  | { readonly is: 'made'; readonly make: () => unknown }
);

const NO_ARGUMENTS: Readonly<Record<string, unknown>> = Object.freeze({});

/** Arguments are coerced once: for the document where it holds their values, else for each run. */
export function planArguments(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  slot: number,
): FieldPlan['argumentsOf'] {
  if (definition.args.length === 0) return () => NO_ARGUMENTS;
  const plans = readArguments(definition, node);
  const constant = plans && readConstants(plans);
  if (constant) return () => constant;
  return ({ argumentValues, variableValues }) =>
    (argumentValues[slot] ??=
      (plans && fillIn(plans, variableValues)) ?? getArgumentValues(definition, node, variableValues));
}

/** Undefined where graphql-js has to look at each run, or to say what is wrong. */
function readArguments(
  { args }: GraphQLField<unknown, unknown>,
  { arguments: given = [] }: FieldNode,
): readonly ArgumentPlan[] | undefined {
  const plans: ArgumentPlan[] = [];
  for (const argument of args) {
    const value = given.find(({ name }) => name.value === argument.name)?.value;
    if (!value && argument.defaultValue === undefined && !isNonNullType(argument.type)) continue;
    const plan = readArgument(argument, value);
    if (!plan) return undefined;
    plans.push(plan);
  }
  return plans;
}

function readArgument(
  { name, type, defaultValue }: GraphQLArgument,
  node: ValueNode | undefined,
): ArgumentPlan | undefined {
  if (!node)
    return defaultValue === undefined || isObject(defaultValue)
      ? undefined
      : { name, is: 'value', value: defaultValue };
  if (node.kind === Kind.VARIABLE) return { name, is: 'variable', variable: node.name.value };
  if (namesVariable(node)) return undefined;
  const make = (): unknown => valueFromAST(node, type);
  const value = make();
  if (value === undefined) return undefined;
  return isObject(value) ? { name, is: 'made', make } : { name, is: 'value', value };
}

/** Arguments that no variable changes and no resolver can change; undefined for others. */
function readConstants(plans: readonly ArgumentPlan[]): Readonly<Record<string, unknown>> | undefined {
  if (plans.some(({ is }) => is !== 'value')) return undefined;
  const values = fillIn(plans, NO_ARGUMENTS);
  return values && Object.freeze(values);
}

/** Undefined where a variable has no value: graphql-js knows what that means. */
function fillIn(
  plans: readonly ArgumentPlan[],
  variableValues: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  const values: Record<string, unknown> = {};
  for (const plan of plans) {
    const value = valueOf(plan, variableValues);
    if (value === undefined) return undefined;
    values[plan.name] = value;
  }
  return values;
}

function valueOf(plan: ArgumentPlan, variableValues: Readonly<Record<string, unknown>>): unknown {
  if (plan.is === 'value') return plan.value;
  if (plan.is === 'made') return plan.make();
  return Object.hasOwn(variableValues, plan.variable) ? (variableValues[plan.variable] ?? undefined) : undefined;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function namesVariable(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.some(namesVariable);
  if (value.kind === Kind.OBJECT) return value.fields.some((field) => namesVariable(field.value));
  return value.kind === Kind.VARIABLE;
}
