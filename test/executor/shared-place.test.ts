import {
  buildSchema,
  execute,
  isObjectType,
  Kind,
  parse,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import { describe, expect, test } from 'vitest';

import { compileOperation } from '../../src/executor/compile-operation.js';
import { unhandledErrorsDuring } from '../support/unhandled-errors.js';
import { createRandom, type Random } from './random.js';

const SDL = `
  interface Named { name: String label: String! }
  type Thing implements Named { name: String label: String! part: Thing needed: Thing! any: Named parts: [Thing!] loose: [Thing] }
  type Other implements Named { name: String label: String! }
  type Row { text: String thing: Thing needed: Thing! any: Named parts: [Thing!] rows: [Row] }
  type Query { rows: [Row] strict: [Row!] named: [Named] things: [Thing!]! }
`;

/** Everything that can stand below an object, three levels deep. */
const BELOW = (depth: number): string =>
  depth === 0
    ? '{ name label }'
    : `{ name label part ${BELOW(depth - 1)} needed ${BELOW(depth - 1)} any ${ANY(depth - 1)} parts ${BELOW(depth - 1)} loose ${BELOW(0)} }`;
const ANY = (depth: number): string => `{ __typename name ... on Thing ${BELOW(depth)} ... on Other { label } }`;
const ROW = `text thing ${BELOW(1)} again: thing { label } needed ${BELOW(0)} any ${ANY(1)} parts ${BELOW(0)}`;
const SOURCES = [
  `{ rows { ${ROW} } }`,
  `{ strict { text thing { part ${BELOW(1)} } needed ${BELOW(0)} } }`,
  `{ named ${ANY(1)} things ${BELOW(1)} }`,
  `{ rows { text rows { ${ROW} } thing ${BELOW(1)} } }`,
  '{ rows { text thing { name } } strict { text thing { name } } }',
];

const SEEDS = Number(process.env['TRUNKLINE_OPERATIONS'] ?? 500) / 100;

interface Chances {
  readonly promise: number;
  readonly error: number;
  readonly missing: number;
}

interface Thing {
  readonly __typename: string;
  readonly id: number;
}

/** Fields whose outcomes follow from the object that they are of, wherever that stands. */
function createRows(seed: number, chances: Chances) {
  const schema = buildSchema(SDL);
  const seen = { calls: 0, things: 0 };
  const things = Array.from({ length: 6 }, (_, id): Thing => ({ __typename: id === 5 ? 'Other' : 'Thing', id }));
  const pick = (random: Random, field: string): Thing => random.pick(field === 'any' ? things : things.slice(0, 5));
  const makeValue = (random: Random, field: string): unknown => {
    if (random.chance(chances.missing)) return null;
    if (field === 'name' || field === 'label' || field === 'text') return `${field} ${random.below(9)}`;
    if (field === 'rows') return Array.from({ length: random.below(8) }, (_, id) => ({ __typename: 'Row', id }));
    if (field !== 'parts' && field !== 'loose') return pick(random, field);
    return Array.from({ length: random.below(6) }, () => (random.chance(chances.missing) ? null : pick(random, field)));
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = (source: Thing | undefined) => {
        seen.calls += 1;
        const random = createRandom(
          seed * 7919 + (source?.id ?? 0) * 101 + field.name.length * 13 + field.name.charCodeAt(0),
        );
        if (source === undefined) return makeRoot(field.name, random);
        if (random.chance(chances.error)) {
          const error = new Error(`${type.name} ${source.id} has no ${field.name}`);
          if (!random.chance(chances.promise)) throw error;
          return Promise.reject(error);
        }
        const value = makeValue(random, field.name);
        if (Array.isArray(value)) seen.things += value.length;
        return random.chance(chances.promise) ? Promise.resolve(value) : value;
      };
    }
  }
  const makeRoot = (name: string, random: Random): unknown =>
    Array.from({ length: 30 }, (_, id) =>
      name === 'named' || name === 'things'
        ? pick(random, name === 'named' ? 'any' : 'thing')
        : { __typename: 'Row', id },
    );
  return { schema, seen };
}

async function compare(seed: number, source: string, chances: Chances, isOrdered: boolean) {
  const { schema, seen } = createRows(seed, chances);
  const document = parse(source);
  const [operation] = document.definitions as [OperationDefinitionNode];
  expect(operation.kind).toBe(Kind.OPERATION_DEFINITION);
  const random = createRandom(seed);
  const compiled = compileOperation(schema, document, operation, {
    longList: 8,
    isPauseDue: () => random.chance(0.2),
    pause: () => Promise.resolve(),
    mayRepeat: (_context, things) => {
      if (random.chance(0.1)) return false;
      seen.things += things;
      return true;
    },
  });
  const expected = await execute({ schema, document, contextValue: {} });
  const { calls: callsOfAll, things: thingsOfAll } = seen;
  Object.assign(seen, { calls: 0, things: 0 });
  const result = await compiled?.({})?.({});
  const where = `seed ${seed}: ${source}`;
  expect(JSON.stringify(result?.data), where).toBe(JSON.stringify(expected.data));
  if (isOrdered) expect(JSON.stringify(result?.errors), where).toBe(JSON.stringify(expected.errors));
  else expect(listOutcomes(result ?? {}), where).toEqual(listOutcomes(expected));
  if (!expected.errors) expect(seen.things, where).toBe(thingsOfAll);
  return { calls: seen.calls, callsOfAll, errors: expected.errors?.length ?? 0 };
}

/**
 * What errors made null, and with which message where it is their own field. Which of several errors below a place was the
 * first to make it null is a matter of time, for graphql-js, too.
 */
function listOutcomes({ data, errors = [] }: ExecutionResult): readonly string[] {
  const outcomes = errors.map(({ path = [], message }) => {
    let value: unknown = { data };
    const keys = ['data', ...path];
    const at = keys.findIndex((key) => {
      value = (value as Readonly<Record<string | number, unknown>>)[key];
      return value === null;
    });
    expect(value).toBeNull();
    return `${keys.slice(0, at + 1).join('.')} ${at === path.length ? message : ''}`;
  });
  return [...new Set(outcomes)].sort();
}

async function compareAll(chances: Chances, isOrdered: boolean) {
  const sum = { calls: 0, callsOfAll: 0, errors: 0 };
  const unhandled = await unhandledErrorsDuring(async () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      for (const source of SOURCES) {
        const one = await compare(seed, source, chances, isOrdered);
        for (const key of ['calls', 'callsOfAll', 'errors'] as const) sum[key] += one[key];
      }
    }
  });
  expect(unhandled.filter((error) => !String((error as Error).stack).includes('graphql/execution/execute.js'))).toEqual(
    [],
  );
  return sum;
}

describe('an object that stands many times below a long list', () => {
  test('is executed once where all goes well', async () => {
    const { calls, callsOfAll, errors } = await compareAll({ promise: 0, error: 0, missing: 0 }, true);
    expect(errors).toBe(0);
    expect(calls).toBeLessThan(callsOfAll / 4);
  });

  test('is executed once where its fields are promises', async () => {
    const { calls, callsOfAll, errors } = await compareAll({ promise: 0.5, error: 0, missing: 0 }, true);
    expect(errors).toBe(0);
    expect(calls).toBeLessThan(callsOfAll / 4);
  });

  test('has its errors at each of its places, in graphql-js’s order', async () => {
    const { errors } = await compareAll({ promise: 0, error: 0.08, missing: 0.05 }, true);
    expect(errors).toBeGreaterThan(SEEDS * 50);
  });

  test('has its errors at each of its places where they come late', async () => {
    const { errors } = await compareAll({ promise: 0.5, error: 0.08, missing: 0.05 }, false);
    expect(errors).toBeGreaterThan(SEEDS * 50);
  });
});
