import type { Digest } from '../../operations/intent.js';
import type { Expected } from '../../graph/look.js';
import type { Body } from './changes.js';
import { toDialled } from './rules.js';

/** The server's name for each field of an input. */
export type Columns = Readonly<Record<string, string>>;

/** What changes: only what the input holds. Null clears, which the server understands as empty text. */
export function changeOf(input: object, columns: Columns): Body {
  const cells = cellsOf(input, columns);
  return Object.fromEntries(cells.map(([column, value]) => [column, value ?? '']));
}

/** What a new thing is made of: nothing stands for what has no value. */
export function newOf(input: object, columns: Columns): Body {
  const cells = cellsOf(input, columns);
  return Object.fromEntries(cells.flatMap(([column, value]) => (value === null ? [] : [[column, value] as const])));
}

type Cell = readonly [column: string, value: string | number | null];

function cellsOf(input: object, columns: Columns): Cell[] {
  const given = new Map<string, unknown>(Object.entries(input));
  return Object.entries(columns).flatMap(([field, column]): Cell[] => {
    const value = valueOf(field, given.get(field));
    return value === undefined ? [] : [[column, typeof value === 'boolean' ? Number(value) : value]];
  });
}

/** As the server is told it: empty text is no value, and a phone is what is dialled. */
function valueOf(field: string, value: unknown): string | number | boolean | null | undefined {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return field === 'phone' ? toDialled(value) : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/**
 * What the thing's row will tell of an input, as digests. Undefined where some of it is never told, or nothing was
 * given: a look could not tell whether it was done.
 */
export function expectedOf(
  input: object,
  told: readonly string[],
  columns: Columns,
  digest: Digest,
): Expected | undefined {
  const given = new Map<string, unknown>(Object.entries(input));
  const fields = Object.keys(columns).filter((field) => given.get(field) !== undefined);
  if (fields.length === 0 || fields.some((field) => !told.includes(field))) return undefined;
  return Object.fromEntries(fields.map((field) => [field, digest(valueOf(field, given.get(field)) ?? null)]));
}
