/** One key to sort by. Rows without a value come last, ascending or descending. */
export interface Order {
  /** The column, for sources whose rows may lack it; also what a source is asked to sort by. */
  readonly column: string;
  readonly descending: boolean;
}

export interface Sorting<Row> extends Order {
  readonly key: (row: Row) => string | undefined;
  readonly compare: Compare;
  /** The locale that texts are ordered by; a cursor belongs to one locale. */
  readonly locale: string;
}

export type Compare = (left: string, right: string) => number;

/** Order of ids and internal names: by UTF-16 code unit, which is the same on every machine. */
export const compareCodeUnits: Compare = (left, right) => (left < right ? -1 : Number(left > right));

/** Compares two keys in the requested order; rows without a key come last. */
export function compareKeys(
  left: string | undefined,
  right: string | undefined,
  { descending, compare }: Pick<Sorting<never>, 'descending' | 'compare'>,
): number {
  if (left === right) return 0;
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  return descending ? compare(right, left) : compare(left, right);
}

/** What every row of every noun has: our id, and the provider's own. */
export interface IdentifiedRow {
  readonly id: string;
  readonly upstreamId: string;
  /** What tells it from other rows of its source as its id does; there where an id is made only for who asks for it. */
  readonly idKey?: string;
}

/** Order of rows without `orderBy`: numeric ids by size, then other ids as text. It does not depend on the provider. */
export function compareIds(left: IdentifiedRow, right: IdentifiedRow): number {
  const a = left.upstreamId;
  const b = right.upstreamId;
  const numeric = Number(isDigits(b)) - Number(isDigits(a));
  if (numeric !== 0) return numeric;
  if (isDigits(a) && a.length !== b.length) return a.length - b.length;
  return compareCodeUnits(a, b) || compareCodeUnits(left.id, right.id);
}

/** A row and its sort key, which is computed once. */
export interface KeyedRow<Row> {
  readonly row: Row;
  readonly key: string | undefined;
}

/** By the requested key, then by id, so that equal rows have a fixed order. */
export function rowOrder<Row extends IdentifiedRow>(sorting: Sorting<Row> | undefined) {
  return {
    toKeyed: (row: Row): KeyedRow<Row> => ({ row, key: sorting?.key(row) }),
    compare: (a: KeyedRow<Row>, b: KeyedRow<Row>): number =>
      (sorting ? compareKeys(a.key, b.key, sorting) : 0) || compareIds(a.row, b.row),
  };
}

/** All of these rows in their order. */
export function sortRows<Row extends IdentifiedRow>(rows: readonly Row[], sorting: Sorting<Row> | undefined): Row[] {
  const order = rowOrder(sorting);
  return rows
    .map(order.toKeyed)
    .sort(order.compare)
    .map(({ row }) => row);
}

function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}
