import type { Items } from '../../graph/listing.js';
import type { Identified } from '../../query/order.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { readEach } from './key.js';

/** What completes rows of a noun; see `Items.late`. */
export type Late = NonNullable<Items<Identified>['late']>;

type Columns = Readonly<Record<string, unknown>>;
type Read<Whole> = (key: string, asking: Asking) => Promise<Whole | undefined>;
/** Answers by key: what is gone is left out, and what failed by itself is its failure. */
type Answers<Whole> = ReadonlyMap<string, Whole | ProviderFailure>;

/** Reads many things one by one, each once in a request to the gateway: later columns share what came. */
export function eachOnce<Whole extends object>(
  read: Read<Whole>,
): (keys: readonly string[], asking: Asking) => Promise<Answers<Whole>> {
  const known = new WeakMap<Asking, Map<string, Whole | ProviderFailure>>();
  return async (keys, asking) => {
    const answers = known.get(asking) ?? new Map<string, Whole | ProviderFailure>();
    known.set(asking, answers);
    const unknown = keys.filter((key) => !answers.has(key));
    const fresh = await readEach(unknown, (key, together) => orItsFailure(read(key, together)), asking);
    for (const [key, answer] of fresh) answers.set(key, answer);
    return answers;
  };
}

/** A failure that is about one thing costs this thing only; any other ends the rest. */
export async function orItsFailure<Whole>(answer: Promise<Whole>): Promise<Whole | ProviderFailure> {
  try {
    return await answer;
  } catch (error) {
    const own = error instanceof ProviderFailure && (error.kind === 'refused' || error.kind === 'unreadable');
    if (own) return error;
    throw error;
  }
}

/** Columns by row id, each from what was read of its row. */
export function columnsOf<Row extends Identified>(
  rows: readonly Row[],
  columns: readonly string[],
  find: (row: Row) => object | undefined,
): ReadonlyMap<string, Columns> {
  const pairs = rows.flatMap((row): Array<[string, Columns]> => {
    const found = find(row);
    if (!found) return [];
    if (found instanceof ProviderFailure) {
      return [[row.id, Object.fromEntries(columns.map((column) => [column, found]))]];
    }
    const cells: Array<[string, unknown]> = Object.entries(found);
    return [[row.id, Object.fromEntries(cells.filter(([column]) => columns.includes(column)))]];
  });
  return new Map(pairs);
}

/** Rows that lack one of these columns. */
export function lacking<Row extends Identified>(
  rows: readonly Row[],
  columns: readonly string[],
  asked: readonly string[],
): readonly Row[] {
  const wanted = columns.filter((column) => asked.includes(column));
  return rows.filter((row) => {
    const cells = new Map<string, unknown>(Object.entries(row));
    return wanted.some((column) => cells.get(column) === undefined);
  });
}

/** Lays columns of several reads together, by row id. */
export function together(...parts: ReadonlyArray<ReadonlyMap<string, Columns>>): ReadonlyMap<string, Columns> {
  const whole = new Map<string, Columns>();
  for (const part of parts) for (const [id, columns] of part) whole.set(id, { ...whole.get(id), ...columns });
  return whole;
}

/** Rows whose items tell every column that they may lack. */
export function lateFromItems(read: Read<object>): Late {
  const readAll = eachOnce(read);
  return async (rows, columns, asking) => {
    const items = await readAll(
      rows.map(({ upstreamId }) => upstreamId),
      asking,
    );
    return columnsOf(rows, columns, ({ upstreamId }) => items.get(upstreamId));
  };
}
