import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';

import { compileOperation } from '../../src/executor/compile-operation.js';

const SDL = 'type Row { id: ID note: String } type Query { rows: [Row!]! row: Row }';

function runOver(source: string, rows: readonly object[], note: (row: { id: number }) => unknown): unknown {
  const schema = buildSchema(SDL);
  const rowFields = schema.getType('Row') as unknown as { getFields: () => Record<string, { resolve?: unknown }> };
  Object.assign(rowFields.getFields()['note'] ?? {}, { resolve: note });
  const document = parse(source);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const compiled = compileOperation(schema, document, operation as OperationDefinitionNode);
  Object.assign(schema.getQueryType()?.getFields()['rows'] ?? {}, { resolve: () => rows });
  Object.assign(schema.getQueryType()?.getFields()['row'] ?? {}, { resolve: () => rows[0] });
  return compiled?.({})?.({});
}

test('a list waits for a batch once, whatever the number of its rows', async () => {
  const rows = Array.from({ length: 50 }, (_, id) => ({ id }));
  let waits = 0;
  let end = (): void => undefined;
  const batch = new Promise<void>((resolve) => (end = resolve));
  const inBatch = ({ id }: { id: number }) => ({
    batch,
    read: () => {
      if (id === 7) throw new Error('not this one');
      return `note ${id}`;
    },
    then: () => (waits += 1),
  });
  const answer = runOver('{ rows { id note } }', rows, inBatch) as Promise<{
    readonly data: { readonly rows: readonly unknown[] };
    readonly errors: readonly unknown[];
  }>;
  end();
  const { data, errors } = await answer;
  expect(data.rows[49]).toEqual({ id: '49', note: 'note 49' });
  expect(data.rows[7]).toEqual({ id: '7', note: null });
  expect(JSON.parse(JSON.stringify(errors))).toMatchObject([{ message: 'not this one', path: ['rows', 7, 'note'] }]);
  expect(waits).toBe(0);
});
