import type { Items } from '../../graph/listing.js';
import type { Identified } from '../../query/order.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { createBreaker, type Breaker, type OrFailure } from './breaker.js';
import { readEach } from './key.js';

/** What completes rows of a noun; see `Items.late`. */
export type Late = NonNullable<Items<Identified>['late']>;

type Columns = Readonly<Record<string, unknown>>;
type Read<Whole> = (key: string, asking: Asking) => Promise<Whole | undefined>;
/** Answers by key: what is gone is left out, and what failed by itself is its failure. */
export type Answers<Whole> = ReadonlyMap<string, OrFailure<Whole>>;
/** Reads things by their keys. */
export type ReadAll<Whole> = (keys: readonly string[], asking: Asking) => Promise<Answers<Whole>>;

/** Reads each key by itself; one that fails costs no other. */
export function readApart<Whole extends object>(read: Read<Whole>): ReadAll<Whole> {
  return (keys, asking) => {
    const breaker = createBreaker();
    return readEach(keys, (key, together) => breaker(() => read(key, together)), asking);
  };
}

/** What was asked for in one request to the gateway. */
interface Memory<Whole> {
  readonly answers: Map<string, Promise<OrFailure<Whole | undefined>>>;
  readonly breaker: Breaker;
}

/**
 * Reads many things one by one, each once in a request to the gateway: whoever asks for one that is on its way, or has
 * come, shares its answer.
 */
export function eachOnce<Whole extends object>(read: Read<Whole>): ReadAll<Whole> {
  const known = new WeakMap<Asking, Memory<Whole>>();
  return (keys, asking) => {
    const memory: Memory<Whole> = known.get(asking) ?? { answers: new Map(), breaker: createBreaker() };
    known.set(asking, memory);
    const { answers, breaker } = memory;
    const share = (key: string, together: Asking) => {
      const answer = answers.get(key) ?? breaker(() => read(key, together));
      answers.set(key, answer);
      return answer;
    };
    return readEach(keys, share, asking);
  };
}

/** Answers of which each is there, or the first failure among them. */
export function unlessAnyFailed<Whole>(answers: Answers<Whole>): ReadonlyMap<string, Whole> {
  const found = new Map<string, Whole>();
  for (const [key, answer] of answers) {
    if (answer instanceof ProviderFailure) throw answer;
    found.set(key, answer);
  }
  return found;
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
