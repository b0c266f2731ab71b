/** The first row of each key: a server that tells a row twice has it once. */
export function distinctRows<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row);
    if (!byKey.has(key)) byKey.set(key, row);
  }
  return byKey.size === rows.length ? rows : [...byKey.values()];
}
