import type { ReconcileContext, ReconcileVerdict } from '../../../operations/intent.js';
import type { Json, RecoveryHint } from '../../../operations/record.js';
import { asItCame, readAllRows } from '../pages.js';
import type { Session } from '../session.js';
import { preferenceNameOfRow } from './columns.js';
import { preferenceEndpoints } from './endpoints.js';

/** Looks whether preferences are as a write without an answer was to set them. */
export async function reconcilePreferences(
  session: Session,
  { names, values }: RecoveryHint,
  context: ReconcileContext,
): Promise<ReconcileVerdict> {
  if (!isJsonList(names) || !isJsonList(values)) return { is: 'unknown' };
  const rows = await readAllRows(session, preferenceEndpoints.list, asItCame, context);
  const currentValues = new Map<Json, boolean>(rows.map((row) => [preferenceNameOfRow(row), row.value]));
  if (names.some((name) => !currentValues.has(name))) return { is: 'unknown' };
  const namesAsSent = names.filter((name, place) => currentValues.get(name) === values[place]);
  if (namesAsSent.length === names.length) return { is: 'done', result: { names } };
  // Those that are as sent may have been so before, or only a part of the write was done.
  return { is: namesAsSent.length > 0 ? 'unknown' : 'notDone' };
}

function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
