import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  buildSchema,
  execute,
  Kind,
  parse,
  validate,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
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

test('values that come in batches give the same answer and the same errors', async () => {
  let errorCount = 0;
  const unhandled = await unhandledErrorsDuring(async () => {
    for (let seed = 1; seed <= COUNT / 4; seed += 1) {
      // Which error comes first is a matter of when its batch ends.
      errorCount += (await compare(seed, { hasPromises: false, hasBatches: true })) ?? 0;
    }
  });
  expect(unhandled.filter((error) => !isOfGraphQLJs(error))).toEqual([]);
  expect(errorCount).toBeGreaterThan(COUNT / 8);
}, 300_000);

interface Ways {
  readonly hasPromises: boolean;
  readonly hasBatches?: boolean;
  readonly pacing?: Pacing;
}

/** Compares one random operation, and gives the number of errors in its answer; undefined where none was made. */
async function compare(
  seed: number,
  { hasPromises, hasBatches = false, pacing }: Ways = { hasPromises: true },
): Promise<number | undefined> {
  const schema = schemaOf(seed % 25, hasPromises, hasBatches);
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
    else expect(textOf(result, hasBatches), `seed ${seed}: ${source}`).toBe(textOf(expected, hasBatches));
  }
  return expected.errors?.length ?? 0;
}

function textOf({ data, errors }: ExecutionResult, hasBatches: boolean): string {
  if (!hasBatches) return JSON.stringify({ errors, data });
  return JSON.stringify({ errors: errors?.map((error) => JSON.stringify(error)).sort(), data });
}

const isOfGraphQLJs = (error: unknown): boolean =>
  error instanceof Error && error.stack?.includes('graphql/execution/execute.js') === true;

const schemas = new Map<string, ReturnType<typeof buildSchema>>();

function schemaOf(seed: number, hasPromises: boolean, hasBatches: boolean): ReturnType<typeof buildSchema> {
  const key = `${seed} ${hasPromises} ${hasBatches}`;
  let schema = schemas.get(key);
  if (!schema) {
    schema = buildSchema(SDL);
    addRandomResolvers(schema, seed, hasPromises, hasBatches);
    schemas.set(key, schema);
  }
  return schema;
}
