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
  // An object that has such a member by then gets the answer's, or keeps its own where the source does not tell it.
  const others = { id: '1', name: 'before', description: 'before' };
  const values = fc.option(fc.oneof(fc.string(), fc.constant(null)), { nil: undefined });
  const answers = fc.record({ 'the "name"': values, toString: values, desc: values }, { requiredKeys: ['toString'] });
  fc.assert(
    fc.property(answers, fc.constantFrom('list' as const, 'item' as const), (answer, source) => {
      const cells = declare().cellsOf(answer, source);
      expect(many.cellsOf(answer, source)).toStrictEqual(cells);
      expect(declare().addCells({ ...others }, answer, source)).toStrictEqual({ ...others, ...cells });
      expect(many.addCells({ ...others }, answer, source)).toStrictEqual({ ...others, ...cells });
    }),
  );
});

test('a column that an object has as a getter fails, by the first answers and by generated code', () => {
  class WithName {
    get name(): string {
      return this.constructor.name;
    }
  }
  const columns = declare();
  for (let count = 0; count < 150; count += 1)
    expect(() => columns.addCells(new WithName(), { toString: null }, 'item')).toThrow(TypeError);
});
