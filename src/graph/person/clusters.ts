/** How rows are told to be the same: by values that they hold, as far as not too many names hold one. */
export interface LinkageRules<Row> {
  /** Values that tie a row to all others with one of them. */
  readonly linkingValuesOf: (row: Row) => readonly string[];
  /** Who the row says it is; undefined where it has no name. */
  readonly nameOf: (row: Row) => string | undefined;
  /** A value of rows with more distinct names than this ties nobody. */
  readonly sharedAbove: number;
}

/** Rows that are one, in the order of the rows, and the values that tied them or could. */
export interface Cluster<Row> {
  readonly rows: readonly Row[];
  readonly values: readonly string[];
}

/** The transitive closure: rows that hold a common value are one, and so are those that reach each other over others. */
export function clustersOf<Row>(rows: readonly Row[], glue: LinkageRules<Row>): ReadonlyArray<Cluster<Row>> {
  const parents = rows.map((_, index) => index);
  const held = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    for (const value of glue.linkingValuesOf(row)) {
      const holders = held.get(value);
      if (holders) holders.push(index);
      else held.set(value, [index]);
    }
  }
  const links = [...held].filter(([, holders]) => !isShared(holders, rows, glue));
  for (const [, [first = 0, ...others]] of links) {
    for (const other of others) unite(parents, first, other);
  }
  const clusters = new Map<number, { rows: Row[]; values: string[] }>();
  for (const [index, row] of rows.entries()) {
    const root = findRoot(parents, index);
    const cluster = clusters.get(root);
    if (cluster) cluster.rows.push(row);
    else clusters.set(root, { rows: [row], values: [] });
  }
  for (const [value, [first = 0]] of links) clusters.get(findRoot(parents, first))?.values.push(value);
  return [...clusters.values()];
}

function isShared<Row>(
  holders: readonly number[],
  rows: readonly Row[],
  { nameOf, sharedAbove }: LinkageRules<Row>,
): boolean {
  if (holders.length <= sharedAbove) return false;
  const names = new Set<string>();
  for (const index of holders) {
    const row = rows[index];
    const name = row === undefined ? undefined : nameOf(row);
    if (name !== undefined) names.add(name);
  }
  return names.size > sharedAbove;
}

/** The row that stands for all that are one with it; halves the way there. */
function findRoot(parents: number[], index: number): number {
  let at = index;
  for (;;) {
    const parent = parents[at] ?? at;
    if (parent === at) return at;
    const above = parents[parent] ?? parent;
    parents[at] = above;
    at = above;
  }
}

/** The earlier row stands for both, so that clusters come in the order of their first rows. */
function unite(parents: number[], one: number, other: number): void {
  const left = findRoot(parents, one);
  const right = findRoot(parents, other);
  if (left !== right) parents[Math.max(left, right)] = Math.min(left, right);
}
