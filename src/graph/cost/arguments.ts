import { valueFromAST, visit, type FieldNode, type GraphQLField, type ValueNode } from 'graphql';

import type { PlannedArguments } from '../ports/field-costs.js';

/** Values of variables, as far as they are known: those that are not there decide what is `unknown`. */
export interface KnownVariables {
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether a variable that has no value is one that nobody gave, or one that will be given later. */
  readonly areComplete: boolean;
}

/** A field's arguments, defaults included. */
export function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  { arguments: given = [] }: FieldNode,
  { values, areComplete }: KnownVariables,
): PlannedArguments {
  const nodeOf = (name: string): ValueNode | undefined => given.find((each) => each.name.value === name)?.value;
  const isUnknown = (name: string): boolean => {
    const node = nodeOf(name);
    return !areComplete && node !== undefined && variablesIn(node).some((variable) => !(variable in values));
  };
  return {
    isUnknown,
    get: (name) => {
      const argument = field.args.find((each) => each.name === name);
      const node = nodeOf(name);
      if (!argument || isUnknown(name)) return undefined;
      const value: unknown = node && valueFromAST(node, argument.type, values);
      return value === undefined ? argument.defaultValue : value;
    },
  };
}

function variablesIn(node: ValueNode): readonly string[] {
  const names: string[] = [];
  visit(node, { Variable: ({ name }) => void names.push(name.value) });
  return names;
}
