import type { Digest } from '../../../../operations/intent.js';
import type { ColumnDigests } from '../../../../graph/mutations/reconciler.js';
import type { WriteBody } from './write-endpoints.js';
import { toWirePhone } from './rules.js';

/** The server's name for each field of an input. */
export type WireNames = Readonly<Record<string, string>>;

/** What changes: only what the input holds. Null clears, which the server understands as empty text. */
export function toChangeBody(input: object, columns: WireNames): WriteBody {
  const cells = cellsOf(input, columns);
  return Object.fromEntries(cells.map(([column, value]) => [column, value ?? '']));
}

/** What a new thing is made of: nothing stands for what has no value. */
export function toCreateBody(input: object, columns: WireNames): WriteBody {
  const cells = cellsOf(input, columns);
  return Object.fromEntries(cells.flatMap(([column, value]) => (value === null ? [] : [[column, value] as const])));
}

type Cell = readonly [column: string, value: string | number | null];

function cellsOf(input: object, columns: WireNames): Cell[] {
  const inputValues = new Map<string, unknown>(Object.entries(input));
  return Object.entries(columns).flatMap(([field, column]): Cell[] => {
    const value = toWireValue(field, inputValues.get(field));
    return value === undefined ? [] : [[column, typeof value === 'boolean' ? Number(value) : value]];
  });
}

/** As the server is told it: empty text is no value, and a phone is what is dialled. */
function toWireValue(field: string, value: unknown): string | number | boolean | null | undefined {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return field === 'phone' ? toWirePhone(value) : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/**
 * What the thing's row will tell of an input, as digests. Undefined where some of it is never told, or nothing was
 * given: a look could not tell whether it was done.
 */
export function digestExpected(
  input: object,
  readableFields: readonly string[],
  columns: WireNames,
  digest: Digest,
): ColumnDigests | undefined {
  const inputValues = new Map<string, unknown>(Object.entries(input));
  const fields = Object.keys(columns).filter((field) => inputValues.get(field) !== undefined);
  if (fields.length === 0 || fields.some((field) => !readableFields.includes(field))) return undefined;
  return Object.fromEntries(fields.map((field) => [field, digest(toWireValue(field, inputValues.get(field)) ?? null)]));
}
