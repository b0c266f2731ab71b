import type { Filter } from './filter.js';

/** How rows of a noun are tested: by path of the condition. */
export interface RowTest<Row> {
  /** The column that it reads: a source whose rows lack it must complete them first. */
  readonly column: string;
  /** Called once for a value, then once for each row. */
  readonly compile: (value: never) => (row: Row) => boolean;
}

export type RowTests<Row> = Readonly<Record<string, RowTest<Row>>>;

/** Compiles a filter into one predicate. A path without a test is a bug and throws a TypeError. */
export function compileFilter<Row>(filter: Filter, tests: RowTests<Row>): (row: Row) => boolean {
  switch (filter.is) {
    case 'condition': {
      const of = testOf(filter.path, tests).compile as (value: unknown) => (row: Row) => boolean;
      return of(filter.value);
    }
    case 'not': {
      const inner = compileFilter(filter.of, tests);
      return (row) => !inner(row);
    }
    case 'all': {
      const parts = filter.of.map((part) => compileFilter(part, tests));
      // Most lists have no condition, and each of their rows comes by here.
      if (parts.length === 0) return () => true;
      return (row) => parts.every((part) => part(row));
    }
    case 'any': {
      const parts = filter.of.map((part) => compileFilter(part, tests));
      return (row) => parts.some((part) => part(row));
    }
  }
}

export function testOf<Row>(path: string, tests: RowTests<Row>): RowTest<Row> {
  const test = tests[path];
  if (!test) throw new TypeError(`no test for the condition "${path}"`);
  return test;
}
