import type { ReconcileContext, ReconcileVerdict } from '../../../../src/operations/intent.js';
import type { RecoveryHint } from '../../../../src/operations/record.js';
import type { Session } from '../session.js';
import { contactEndpoints } from './endpoints.js';

/** The recovery hint of a creation: the reference that went with it, by which the list finds the new contact. */
export function creationHint(reference: string): RecoveryHint {
  return { look: 'made', reference };
}

/** Looks for a contact whose creation was not answered. Without one that has its reference, none was created. */
export async function reconcileCreation(
  { call }: Session,
  { reference }: RecoveryHint,
  context: ReconcileContext,
): Promise<ReconcileVerdict> {
  if (typeof reference !== 'string') return { is: 'unknown' };
  const { people } = await call(contactEndpoints.list, { reference }, context);
  const [found] = people;
  return found ? { is: 'done', result: { key: found.id } } : { is: 'notDone' };
}
