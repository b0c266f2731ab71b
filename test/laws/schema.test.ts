import { readFileSync } from 'node:fs';

import {
  buildASTSchema,
  buildSchema,
  findBreakingChanges,
  getNamedType,
  isObjectType,
  parse,
  print,
  validate,
  visit,
} from 'graphql';
import { describe, expect, test } from 'vitest';

import { printContract } from '../../src/graph/values/print-schema.js';
import { createSchema } from '../../src/graph/schema.js';
import { providers } from '../../src/providers/index.js';
import { silentIn } from './descriptions.js';
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

test('every type, field, argument, input and enum value of the schema says what it means', () => {
  expect(silentIn(schema)).toEqual([]);
});

test('the law bites: whatever says nothing is named', () => {
  const silent = buildSchema(`
    enum E { A } input I { a: Int } interface F { a: Int } union U = Query scalar S
    type Query implements F { a: Int b(c: I, e: E, s: S): U }
    type Mutation { a: Int } directive @d(x: Int) on FIELD
  `);
  expect(silentIn(silent)).toEqual(
    expect.arrayContaining(
      'E E.A I I.a F F.a U S Query Query.a Query.b Query.b(c) Query.b(e) Query.b(s) Mutation Mutation.a @d @d(x)'.split(
        ' ',
      ),
    ),
  );
});

test('every connection has nodes, edges with cursors, and a page info', () => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !type.name.endsWith('Connection')) continue;
    const { nodes, edges, pageInfo } = type.getFields();
    expect([type.name, nodes && String(nodes.type), edges && String(edges.type), String(pageInfo?.type)]).toEqual([
      type.name,
      `[${type.name.replace('Connection', '')}!]!`,
      `[${type.name.replace('Connection', 'Edge')}!]!`,
      'PageInfo!',
    ]);
  }
  for (const field of Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) ? Object.values(type.getFields()) : [],
  )) {
    if (!getNamedType(field.type).name.endsWith('Connection')) continue;
    expect([field.name, ...field.args.map(({ name }) => name)]).toEqual(
      expect.arrayContaining([field.name, 'first', 'after']),
    );
  }
});

describe('the stored operations fit the schema', () => {
  test.each(filesUnder('schema/operations', '.graphql'))('$path', ({ text }) => {
    expect(validate(schema, parse(text))).toEqual([]);
  });
});
