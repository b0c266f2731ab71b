import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildSchema, execute, Kind, parse, validate, type OperationDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';

import { compileOperation } from '../../src/executor/compile-operation.js';
import { ROOT } from '../laws/imports.js';
import type { Pacing } from '../../src/executor/execution.js';
import { unhandledErrorsDuring } from '../support/unhandled-errors.js';
import { createRandom } from './random.js';
import { makeOperation } from './random-documents.js';
import { addRandomResolvers } from './random-resolvers.js';

const SDL = readFileSync(join(ROOT, 'schema/schema.graphql'), 'utf8');
const COUNT = Number(process.env['TRUNKLINE_OPERATIONS'] ?? 1000);

// So that the stack of an error says which executor asked for the value.
Error.stackTraceLimit = 200;

test('a compiled operation answers what graphql-js answers, byte for byte', async () => {
  let compiledCount = 0;
  let errorCount = 0;
  const unhandled = await unhandledErrorsDuring(async () => {
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const errors = await compare(seed);
      if (errors === undefined) continue;
      compiledCount += 1;
      errorCount += errors;
    }
  });
  // graphql-js leaves rejections unheard where a list fails in its middle; the compiled operation may not.
  expect(unhandled.filter((error) => !isOfGraphQLJs(error))).toEqual([]);
  expect(compiledCount).toBeGreaterThan(COUNT * 0.8);
  expect(errorCount).toBeGreaterThan(COUNT / 2);
}, 300_000);

test('pauses in lists change neither what it answers nor the order of its errors', async () => {
  let pauses = 0;
  for (let seed = 1; seed <= COUNT / 4; seed += 1) {
    const random = createRandom(seed);
    await compare(seed, {
      hasPromises: false,
      pacing: {
        longList: 1,
        isPauseDue: () => random.chance(0.7),
        pause: () => {
          pauses += 1;
          return Promise.resolve();
        },
        mayRepeat: () => random.chance(0.9),
      },
    });
  }
  expect(pauses).toBeGreaterThan(COUNT / 8);
}, 300_000);

interface Ways {
  readonly hasPromises: boolean;
  readonly pacing?: Pacing;
}

/** Compares one random operation, and gives the number of errors in its answer; undefined where none was made. */
async function compare(
  seed: number,
  { hasPromises, pacing }: Ways = { hasPromises: true },
): Promise<number | undefined> {
  const schema = schemaOf(seed % 25, hasPromises);
  const { source, variables } = makeOperation(schema, createRandom(seed));
  const document = parse(source);
  if (validate(schema, document).length > 0) return undefined;
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  // For every other operation all rows are read by generated code.
  const generateAtRow = seed % 2 === 0 ? 1 : undefined;
  const compiled = compileOperation(schema, document, operation as OperationDefinitionNode, pacing, generateAtRow);
  if (!compiled) throw new Error(`seed ${seed} was not compiled: ${source}`);
  const expected = await execute({ schema, document, variableValues: variables, contextValue: {} });
  // Twice: what the first run keeps must not change the second.
  for (const result of [await compiled(variables)?.({}), await compiled(variables)?.({})]) {
    // Mistakes in variables are told by graphql-js.
    if (result === undefined) expect(expected.data, source).toBeUndefined();
    else expect(JSON.stringify(result), `seed ${seed}: ${source}`).toBe(JSON.stringify(expected));
  }
  return expected.errors?.length ?? 0;
}

const isOfGraphQLJs = (error: unknown): boolean =>
  error instanceof Error && error.stack?.includes('graphql/execution/execute.js') === true;

const schemas = new Map<string, ReturnType<typeof buildSchema>>();

function schemaOf(seed: number, hasPromises: boolean): ReturnType<typeof buildSchema> {
  const key = `${seed} ${hasPromises}`;
  let schema = schemas.get(key);
  if (!schema) {
    schema = buildSchema(SDL);
    addRandomResolvers(schema, seed, hasPromises);
    schemas.set(key, schema);
  }
  return schema;
}
