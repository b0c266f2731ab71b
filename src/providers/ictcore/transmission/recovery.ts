import type { ReconcileContext, ReconcileVerdict, WriteAttempt } from '../../../operations/intent.js';
import type { RecoveryHint } from '../../../operations/record.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { readLastAttempt } from '../attempt/last-attempt.js';
import { isNewerKey, newestKeyOf } from '../shared/reads/keys.js';
import { formatAttemptKey } from '../attempt/columns.js';
import { transmissionEndpoints } from './endpoints.js';
import { createTransmissionLister } from './list.js';
import { transmissionStatusOf } from './columns.js';
import type { Session } from '../session.js';
import type { OpenProvider } from '../../../graph/ports/open-upstream.js';
import { NOT_DONE } from '../shared/writes/not-done.js';

/** Which transmissions are copies of each other: those of the same program to the same contact. */
interface CopyCriteria {
  readonly program: string;
  readonly contact: string;
}

/** Decides what became of sends and creations of transmissions whose answer is missing. */
export function transmissionReconcilers(session: Session): NonNullable<OpenProvider['reconcilers']> {
  return {
    'ictcore.sent': (hint, context) => reconcileSend(session, hint, context),
    'ictcore.made': async ({ program, contact, newest }, context) => {
      if (typeof program !== 'string' || typeof contact !== 'string' || typeof newest !== 'string') {
        return { is: 'unknown' };
      }
      const keys = await listCopyKeys(session, { program, contact }, context);
      const [only, ...others] = keys?.filter((key) => isNewerKey(key, newest)) ?? [];
      if (only === undefined) return keys ? NOT_DONE : { is: 'unknown' };
      return others.length === 0 ? { is: 'done', result: { key: only } } : { is: 'unknown', forGood: true };
    },
  };
}

/**
 * Decides whether a transmission was sent, by the attempt that the send began and whether that was handed over. The status
 * alone proves nothing: the server stores "processing" before it finds that it can't send.
 */
async function reconcileSend(
  session: Session,
  { key, before, last }: RecoveryHint,
  context: ReconcileContext,
): Promise<ReconcileVerdict> {
  if (typeof key !== 'string') return { is: 'unknown' };
  const word = await unlessMissing(session.call(transmissionEndpoints.readStatus, key, context));
  if (word === undefined) return { is: 'unknown' };
  const attempt = await readLastAttempt(session, key, context);
  const status = transmissionStatusOf(word);
  // Only a send changes the status of a pending transmission, and only a sent one becomes completed.
  const isMoved = before === 'pending' && word !== before;
  if (!attempt) {
    if (isMoved && status === 'COMPLETED') return { is: 'done', result: { key, attempt: null } };
    return before === 'pending' && word === before ? NOT_DONE : { is: 'unknown' };
  }
  const isNew = isMoved || (typeof last === 'string' && isNewerKey(attempt.key, last));
  if (isNew && attempt.isHandedOver) {
    return { is: 'done', result: { key, attempt: formatAttemptKey({ transmission: key, spool: attempt.key }) } };
  }
  if (isNew) return status === 'PROCESSING' ? NOT_DONE : { is: 'unknown' };
  // No attempt was begun. A stuck transmission has become failed or pending because it was freed for this send.
  const isFreed = before === 'processing' && attempt.key === last && (status === 'FAILED' || status === 'PENDING');
  const isKnownBefore = before === 'pending' || typeof last === 'string';
  return isKnownBefore && (word === before || isFreed) ? NOT_DONE : { is: 'unknown' };
}

/**
 * The recovery hint of a new transmission of a program to a contact: as ids only grow, a copy with a higher id is the new
 * one.
 */
export async function readCopyHint(
  session: Session,
  { program, contact }: CopyCriteria,
  writeAttempt: WriteAttempt,
): Promise<RecoveryHint | undefined> {
  const keys = await listCopyKeys(session, { program, contact }, writeAttempt);
  if (!keys) return undefined;
  return { look: 'ictcore.made', program, contact, newest: newestKeyOf(keys) };
}

/** The keys of all copies; undefined where the server cut the list, so that the newest may be missing. */
async function listCopyKeys(
  session: Session,
  { program, contact }: CopyCriteria,
  callOptions: CallOptions,
): Promise<readonly string[] | undefined> {
  const query = { program_id: program, contact_id: contact };
  const { rows, truncated } = await createTransmissionLister(session)(query, { ...callOptions, bypassCache: true });
  return truncated ? undefined : rows.map(({ upstreamId }) => upstreamId);
}
