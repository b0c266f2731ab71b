import { compileFunction } from 'node:vm';

import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  isListType,
  isNonNullType,
  type GraphQLOutputType,
} from 'graphql';

import type { FieldPlan } from './field-plan.js';

type Row = Record<string, unknown>;

/** Gives the first fields of an object; undefined where one of them needs more than its property. */
export type ReadRow = (source: object) => Row | undefined;

/** How many of these fields, from the first on, are nearly always the properties of the object as they are. */
export function countPlainFields(fields: readonly FieldPlan[]): number {
  const end = fields.findIndex((field) => !isPlain(field));
  return end < 0 ? fields.length : end;
}

/**
 * Generates the code that reads these fields, one literal for an object: the engine then makes all of them alike and looks
 * nothing up. What is not as it nearly always is (a promise, an error, a number for a text) is left to the executor.
 */
export function generateRowReader(fields: readonly FieldPlan[]): ReadRow {
  const names = new Map<string, ReadonlyMap<unknown, string>>();
  const statements: string[] = [];
  const members = fields.map(({ key, name, constant, returnType, readsProperty }, index) => {
    if (constant !== undefined) return `${JSON.stringify(key)}: ${JSON.stringify(constant)}`;
    const value = `v${index}`;
    statements.push(`let ${value} = source.${name};`);
    const isNullable = !isNonNullType(returnType);
    const check = conditionOf(isNonNullType(returnType) ? returnType.ofType : returnType, value, names);
    const absent = readsProperty ? `${value} === null` : `${value} == null`;
    statements.push(isNullable ? `if (${absent}) ${value} = null; else ${check}` : check);
    return `${JSON.stringify(key)}: ${value}`;
  });
  const code = `${statements.join('\n')}\nreturn { ${members.join(', ')} };`;
  const read = compileFunction(code, ['source', 'isTexts', 'names']) as (
    source: object,
    areTexts: typeof isTexts,
    enums: typeof names,
  ) => Row | undefined;
  return (source) => read(source, isTexts, names);
}

function isPlain({ constant, resolve, readsProperty, returnType }: FieldPlan): boolean {
  if (constant !== undefined) return true;
  if (resolve !== undefined && !readsProperty) return false;
  const type: GraphQLOutputType = isNonNullType(returnType) ? (returnType.ofType as GraphQLOutputType) : returnType;
  if (isListType(type)) return isText(isNonNullType(type.ofType) ? type.ofType.ofType : type.ofType);
  return isText(type) || type === GraphQLBoolean || type === GraphQLInt || isEnumType(type);
}

/** A statement that leaves the code unless the value is completed by being as it is, or becomes so. */
function conditionOf(type: GraphQLOutputType, value: string, names: Map<string, ReadonlyMap<unknown, string>>): string {
  const leaveUnless = (condition: string): string => `if (!(${condition})) return undefined;`;
  if (isListType(type)) return leaveUnless(`isTexts(${value})`);
  if (type === GraphQLBoolean) return leaveUnless(`typeof ${value} === 'boolean'`);
  if (type === GraphQLInt) return leaveUnless(`(${value} | 0) === ${value}`);
  if (!isEnumType(type)) return leaveUnless(`typeof ${value} === 'string'`);
  names.set(type.name, new Map(type.getValues().map((each) => [each.value as unknown, each.name])));
  return `{ ${value} = names.get(${JSON.stringify(type.name)}).get(${value}); if (${value} === undefined) return undefined; }`;
}

function isText(type: unknown): boolean {
  return type === GraphQLString || type === GraphQLID;
}

function isTexts(list: unknown): boolean {
  if (!Array.isArray(list)) return false;
  for (const item of list) if (typeof item !== 'string') return false;
  return true;
}
