import type { Filter } from './filter.js';

/** How rows of a noun are tested: by path of the condition. */
export interface Test<Row> {
  /** The column it looks at: a source whose rows lack it has to complete them first. */
  readonly column: string;
  /** Called once for a value, then once for each row. */
  readonly of: (value: never) => (row: Row) => boolean;
}

export type Tests<Row> = Readonly<Record<string, Test<Row>>>;

/** Compiles a filter into one predicate. A path without a test is a bug of ours: TypeError. */
export function predicate<Row>(filter: Filter, tests: Tests<Row>): (row: Row) => boolean {
  switch (filter.is) {
    case 'condition': {
      const of = testOf(filter.path, tests).of as (value: unknown) => (row: Row) => boolean;
      return of(filter.value);
    }
    case 'not': {
      const inner = predicate(filter.of, tests);
      return (row) => !inner(row);
    }
    case 'all': {
      const parts = filter.of.map((part) => predicate(part, tests));
      return (row) => parts.every((part) => part(row));
    }
    case 'any': {
      const parts = filter.of.map((part) => predicate(part, tests));
      return (row) => parts.some((part) => part(row));
    }
  }
}

export function testOf<Row>(path: string, tests: Tests<Row>): Test<Row> {
  const test = tests[path];
  if (!test) throw new TypeError(`no test for the condition "${path}"`);
  return test;
}
