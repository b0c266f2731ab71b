import { readFileSync } from 'node:fs';

import { buildASTSchema, buildSchema, findBreakingChanges, parse, print, validate, visit } from 'graphql';
import { describe, expect, test } from 'vitest';

import { printContract } from '../../src/graph/print.js';
import { createSchema } from '../../src/graph/schema.js';
import { providers } from '../../src/providers/index.js';
import { filesUnder, ROOT } from './imports.js';

const committed = readFileSync(`${ROOT}schema/schema.graphql`, 'utf8');
const schema = createSchema(providers);

test('schema/schema.graphql is what the code emits; `npm run schema` mends it', () => {
  expect(printContract(schema)).toBe(committed);
});

test('the law bites: a lost field is a difference and a breaking change', () => {
  const mutilated = visit(parse(committed), {
    FieldDefinition: ({ name }) => (name.value === 'emails' ? null : undefined),
  });
  expect(print(mutilated)).not.toBe(committed);
  expect(findBreakingChanges(buildSchema(committed), buildASTSchema(mutilated))).not.toEqual([]);
});

/** They need no words of their own. */
const ROOTS = ['Query', 'Mutation'];

test('every type and field of the schema says what it means', () => {
  const silent = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => {
      const fields: ReadonlyArray<{ name: string; description?: string | null | undefined }> =
        'getFields' in type ? Object.values(type.getFields()) : [];
      const isScalar = ['ID', 'Int', 'Float', 'String', 'Boolean'].includes(type.name);
      return [
        ...(type.description || isScalar || ROOTS.includes(type.name) ? [] : [type.name]),
        ...fields.flatMap((field) => (field.description ? [] : [`${type.name}.${field.name}`])),
      ];
    });
  expect(silent).toEqual([]);
});

describe('the stored operations fit the schema', () => {
  test.each(filesUnder('schema/operations', '.graphql'))('$path', ({ text }) => {
    expect(validate(schema, parse(text))).toEqual([]);
  });
});
