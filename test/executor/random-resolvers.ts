import { createHash } from 'node:crypto';

import {
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';

import type { BatchedValue } from '../../src/executor/execution.js';
import { READS_PROPERTY } from '../../src/executor/field-plan.js';
import { createRandom, type Random } from './random.js';

/**
 * Gives fields resolvers whose values follow from the seed, the path and the arguments: right ones, nulls, errors thrown
 * and returned, promises that end well or badly, values of wrong types. Others read what their row holds, or both.
 */
export function addRandomResolvers(schema: GraphQLSchema, seed: number, hasPromises = true, hasBatches = false): void {
  const random = createRandom(seed);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
    for (const field of Object.values(type.getFields())) {
      if (!isRoot && random.chance(0.4)) continue;
      const comesInBatch = hasBatches && !isNonNullType(field.type) && random.chance(0.5);
      const toResult = (args: object, info: GraphQLResolveInfo): unknown => {
        const make = () => makeResult(schema, seed, args, info, hasPromises);
        return comesInBatch ? new BatchedResult(make) : make();
      };
      if (!isRoot && random.chance(0.3)) {
        field.resolve = (row: Record<string, unknown>, args: object, _context, info) =>
          row[field.name] !== undefined ? row[field.name] : toResult(args, info);
        field.extensions = { ...field.extensions, [READS_PROPERTY]: field.resolve };
        continue;
      }
      field.resolve = (_row, args: object, _context, info) => toResult(args, info);
    }
  }
}

let openBatch: Promise<void> | undefined;

/** A result that comes with those of all others that are asked for before the loop turns. */
class BatchedResult implements BatchedValue {
  readonly batch = (openBatch ??= new Promise((resolve) => {
    setImmediate(() => {
      openBatch = undefined;
      resolve();
    });
  }));
  readonly read: () => unknown;

  constructor(read: () => unknown) {
    this.read = read;
  }

  then<Fulfilled = unknown, Rejected = never>(
    onFulfilled?: ((value: unknown) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    return this.batch.then(() => this.read()).then(onFulfilled, onRejected);
  }
}

function makeResult(
  schema: GraphQLSchema,
  seed: number,
  args: object,
  info: GraphQLResolveInfo,
  hasPromises: boolean,
): unknown {
  const keys: Array<string | number> = [];
  for (let path: GraphQLResolveInfo['path'] | undefined = info.path; path; path = path.prev) keys.push(path.key);
  const where = JSON.stringify([seed, keys, args, info.fieldName, info.parentType.name, info.path.typename]);
  const random = createRandom(createHash('sha256').update(where).digest().readUInt32LE());
  if (random.chance(0.03)) throw new Error(`thrown at ${keys.join('.')}`);
  const value = makeValue({ schema, random, hasPromises }, info.returnType, 0);
  if (!hasPromises) return value;
  if (random.chance(0.03)) return Promise.reject(new Error(`rejected at ${keys.join('.')}`));
  return random.chance(0.25) ? Promise.resolve(value) : value;
}

interface Making {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly hasPromises: boolean;
}

function makeValue(making: Making, type: GraphQLOutputType, depth: number): unknown {
  const { schema, random, hasPromises } = making;
  if (isNonNullType(type)) return makeValue(making, type.ofType as GraphQLOutputType, depth);
  if (random.chance(0.05)) return random.pick([null, undefined, new Error('returned'), 42, 'wrong', {}, []]);
  if (isListType(type)) {
    const items = Array.from({ length: random.below(4) }, () => {
      const item = makeValue(making, type.ofType, depth);
      return hasPromises && random.chance(0.1) ? Promise.resolve(item) : item;
    });
    return random.chance(0.1) ? new Set(items) : items;
  }
  if (isAbstractType(type)) {
    const typeName = random.chance(0.02)
      ? random.pick(['Query', 'NoSuchType', 'Int', undefined])
      : random.pick(schema.getPossibleTypes(type)).name;
    return makeRow(making, typeName, depth);
  }
  if (isObjectType(type)) return makeRow(making, type.name, depth);
  if (isEnumType(type)) return random.pick(type.getValues()).value;
  return SCALARS[type.name] ?? 'text with "quotes" and ąę';
}

/** A row of three levels at most: below it fields find nothing. Some of its members are methods, on a prototype or not. */
function makeRow(making: Making, name: string | undefined, depth: number): unknown {
  const { schema, random } = making;
  const type = name === undefined ? undefined : schema.getType(name);
  if (!isObjectType(type) || depth > 2) return { __typename: name };
  const row: Record<string, unknown> = { __typename: name };
  for (const field of Object.values(type.getFields())) {
    if (!random.chance(0.8)) continue;
    const value = makeValue(making, field.type, depth + 1);
    row[field.name] = random.chance(0.1) ? toMethod(row, value) : value;
  }
  return row;
}

/** Gives the value only where it is called as graphql-js calls a method of a row. */
function toMethod(row: object, value: unknown) {
  return function method(this: unknown, args: object, context: unknown, info: GraphQLResolveInfo): unknown {
    if (this !== row || typeof args !== 'object' || context === undefined) throw new Error('called as no method');
    if (info.path.key === '') throw new Error('has no path');
    return value;
  };
}

const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 7,
  Float: 2.5,
  Boolean: false,
  ID: 12,
  DateTime: new Date(0),
};
