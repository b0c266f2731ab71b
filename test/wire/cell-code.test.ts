import fc from 'fast-check';
import { expect, test } from 'vitest';

import { declareColumns } from '../../src/wire/columns.js';
import { optional, text } from '../../src/wire/value-readers.js';

interface Row {
  readonly name: string | null;
  readonly 'a-b': string | null;
  readonly description: string | null | undefined;
}

const declare = () =>
  declareColumns<Row, keyof Row, 'list' | 'item'>()({
    name: { wire: 'the "name"', read: optional(text) },
    'a-b': { wire: 'toString', read: optional(text) },
    description: { wire: 'desc', read: optional(text), in: ['item'] },
  });

test('columns of many answers are read by generated code as those of the first, absent ones included', () => {
  const many = declare();
  for (let count = 0; count < 150; count += 1) for (const source of ['list', 'item'] as const) many.cellsOf({}, source);
  const values = fc.option(fc.oneof(fc.string(), fc.constant(null)), { nil: undefined });
  const answers = fc.record({ 'the "name"': values, toString: values, desc: values }, { requiredKeys: ['toString'] });
  fc.assert(
    fc.property(answers, fc.constantFrom('list' as const, 'item' as const), (answer, source) => {
      expect(many.cellsOf(answer, source)).toStrictEqual(declare().cellsOf(answer, source));
    }),
  );
});
