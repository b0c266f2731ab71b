import type { ReconcileVerdict } from '../../operations/intent.js';
import type { Json } from '../../operations/record.js';

/** Rows that were not there before, oldest first. */
export function addedSince<Row extends { readonly id: string }>(
  found: readonly Row[],
  before: Json | undefined,
): readonly Row[] {
  const known = new Set(Array.isArray(before) ? before : []);
  return found
    .filter(({ id }) => !known.has(id))
    .sort(({ id: one }, { id: other }) => one.length - other.length || (one < other ? -1 : 1));
}

/** Whether a creation of so many rows was done. More rows, or fewer, may have another origin. */
export function toVerdict(found: ReadonlyArray<{ readonly id: string }>, count: number): ReconcileVerdict {
  const [first] = found;
  if (!first) return { is: 'notDone' };
  return found.length === count ? { is: 'done', result: { key: first.id } } : { is: 'unknown' };
}
