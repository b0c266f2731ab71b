import type { Digest } from '../../../../operations/intent.js';
import type { ColumnDigests } from '../../../../graph/mutations/reconciler.js';
import type { ForEachField } from '../../../../wire/column-inputs.js';
import type { WriteBody } from './write-endpoints.js';
import { toWirePhone } from './rules.js';

/** The server's name for each field of an input. */
export type WireNames = Readonly<Record<string, string>>;

/** The body of a change: only the fields that the input holds. Null clears a column, which is sent as empty text. */
export function toChangeBody<Input extends object>(input: Input, columns: ForEachField<Input, string>): WriteBody;
export function toChangeBody(input: object, columns: WireNames): WriteBody {
  const cells = cellsOf(input, columns);
  return Object.fromEntries(cells.map(([column, value]) => [column, value ?? '']));
}

/** The body of a creation: a field that is null or empty is left out. */
export function toCreateBody<Input extends object>(input: Input, columns: ForEachField<Input, string>): WriteBody;
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

/** A value as it is sent: empty text becomes null, and a phone loses all that a switch can't dial. */
function toWireValue(field: string, value: unknown): string | number | boolean | null | undefined {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return field === 'phone' ? toWirePhone(value) : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/**
 * Digests of the columns that an input should lead to, by which a later read can tell whether a lost write was carried
 * out. Undefined where the input is empty or holds a field that no answer tells, as no read could tell then.
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
