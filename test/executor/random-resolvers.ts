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

import { READS_PROPERTY } from '../../src/executor/field-plan.js';
import { createRandom, type Random } from './random.js';

/**
 * Gives fields resolvers whose values follow from the seed, the path and the arguments: right ones, nulls, errors thrown
 * and returned, promises that end well or badly, values of wrong types. Others read what their row holds, or both.
 */
export function addRandomResolvers(schema: GraphQLSchema, seed: number): void {
  const random = createRandom(seed);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
    for (const field of Object.values(type.getFields())) {
      if (!isRoot && random.chance(0.4)) continue;
      if (!isRoot && random.chance(0.3)) {
        field.resolve = (row: Record<string, unknown>, args: object, _context, info) =>
          row[field.name] !== undefined ? row[field.name] : makeResult(schema, seed, args, info);
        field.extensions = { ...field.extensions, [READS_PROPERTY]: field.resolve };
        continue;
      }
      field.resolve = (_row, args: object, _context, info) => makeResult(schema, seed, args, info);
    }
  }
}

function makeResult(schema: GraphQLSchema, seed: number, args: object, info: GraphQLResolveInfo): unknown {
  const keys: Array<string | number> = [];
  for (let path: GraphQLResolveInfo['path'] | undefined = info.path; path; path = path.prev) keys.push(path.key);
  const where = JSON.stringify([seed, keys, args, info.fieldName, info.parentType.name, info.path.typename]);
  const random = createRandom(createHash('sha256').update(where).digest().readUInt32LE());
  if (random.chance(0.03)) throw new Error(`thrown at ${keys.join('.')}`);
  const value = makeValue(schema, random, info.returnType, 0);
  if (random.chance(0.03)) return Promise.reject(new Error(`rejected at ${keys.join('.')}`));
  return random.chance(0.25) ? Promise.resolve(value) : value;
}

function makeValue(schema: GraphQLSchema, random: Random, type: GraphQLOutputType, depth: number): unknown {
  if (isNonNullType(type)) return makeValue(schema, random, type.ofType as GraphQLOutputType, depth);
  if (random.chance(0.05)) return random.pick([null, undefined, new Error('returned'), 42, 'wrong', {}, []]);
  if (isListType(type)) {
    const items = Array.from({ length: random.below(4) }, () => {
      const item = makeValue(schema, random, type.ofType, depth);
      return random.chance(0.1) ? Promise.resolve(item) : item;
    });
    return random.chance(0.1) ? new Set(items) : items;
  }
  if (isAbstractType(type)) {
    const typeName = random.chance(0.02)
      ? random.pick(['Query', 'NoSuchType', 'Int', undefined])
      : random.pick(schema.getPossibleTypes(type)).name;
    return makeRow(schema, random, typeName, depth);
  }
  if (isObjectType(type)) return makeRow(schema, random, type.name, depth);
  if (isEnumType(type)) return random.pick(type.getValues()).value;
  return SCALARS[type.name] ?? 'text with "quotes" and ąę';
}

/** A row of three levels at most: below it fields find nothing. */
function makeRow(schema: GraphQLSchema, random: Random, name: string | undefined, depth: number): unknown {
  const type = name === undefined ? undefined : schema.getType(name);
  if (!isObjectType(type) || depth > 2) return { __typename: name };
  const members = Object.values(type.getFields()).flatMap((field) =>
    random.chance(0.8) ? [[field.name, makeValue(schema, random, field.type, depth + 1)]] : [],
  );
  return { ...(Object.fromEntries(members) as object), __typename: name };
}

const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 7,
  Float: 2.5,
  Boolean: false,
  ID: 12,
  DateTime: new Date(0),
};
