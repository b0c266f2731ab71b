import type { GroupBackend, GroupWrites } from '../../../graph/group/backend.js';
import type { CreateGroupInput, UpdateGroupInput } from '../../../graph/group/inputs.js';
import { changeHint } from '../../../graph/mutations/reconciler.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import type { WrittenItem, AlsoDeleted } from '../../../graph/ports/writes.js';
import type {
  ReconcileContext,
  ProviderWriteResult,
  ReconcileVerdict,
  WriteAttempt,
} from '../../../operations/intent.js';
import type { RecoveryHint } from '../../../operations/record.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { mapConcurrent } from '../../../transport/map-concurrent.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { toChangeBody, digestExpected, toCreateBody } from '../shared/writes/body.js';
import {
  defineCreateEndpoint,
  defineDeleteEndpoint,
  requireValidKey,
  sendWrite,
  defineUpdateEndpoint,
} from '../shared/writes/write-endpoints.js';
import { contactEndpoints } from '../contact/endpoints.js';
import { creationHint } from '../shared/writes/creation.js';
import { validateInput, textRule } from '../shared/writes/rules.js';
import { isProviderRejection, confirmWrite, toUnknownOutcome } from '../shared/writes/confirm-write.js';
import type { Session } from '../session.js';

const WIRE_NAMES = { name: 'name', description: 'description' };
const RULES = {
  name: textRule({ maxBytes: 128, required: true }),
  description: textRule({ maxBytes: 255, multiline: true }),
};

const groupWriteEndpoints = {
  create: defineCreateEndpoint('/groups', 'group_id'),
  update: defineUpdateEndpoint('/groups'),
  remove: defineDeleteEndpoint('/groups'),
  removeContact: defineDeleteEndpoint('/contacts'),
};

/** At most 8 contacts of a group are deleted at once, so that other requests get a slot. */
const MAX_PARALLEL_DELETES = 8;

/** How groups of an installation are written. */
export function createGroupWrites(session: Session, { byKeys }: Pick<GroupBackend, 'byKeys'>): GroupWrites {
  const upstream = session.upstream.name;

  async function create(
    input: CreateGroupInput,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenItem>> {
    throwIfInvalid(validateInput(input, RULES));
    // Only the name is in lists.
    writeAttempt.recordRecoveryHint(creationHint('group', { name: writeAttempt.digest(input.name) }));
    return {
      result: { key: await session.call(groupWriteEndpoints.create, toCreateBody(input, WIRE_NAMES), writeAttempt) },
    };
  }

  async function updateGroup(
    requestedKey: string,
    input: UpdateGroupInput,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenItem>> {
    const key = requireValidKey(requestedKey, 'group', upstream);
    throwIfInvalid(validateInput(input, RULES));
    const body = toChangeBody(input, WIRE_NAMES);
    if (Object.keys(body).length === 0) return { result: { key } };
    const expected = digestExpected(input, Object.keys(WIRE_NAMES), WIRE_NAMES, writeAttempt.digest);
    if (expected) writeAttempt.recordRecoveryHint(changeHint('group', key, expected));
    await sendWrite(session, groupWriteEndpoints.update, { key, body }, writeAttempt);
    return { result: { key } };
  }

  async function remove(
    requestedKey: string,
    deleteContacts: boolean,
    writeAttempt: WriteAttempt,
  ): Promise<readonly AlsoDeleted[]> {
    const key = requireValidKey(requestedKey, 'group', upstream);
    // The contacts first: a group that is gone does not tell them any more.
    const deleted = deleteContacts ? await deleteGroupContacts(session, key, writeAttempt) : [];
    const isGone = async (): Promise<boolean> =>
      !(await byKeys([key], { ...writeAttempt, bypassCache: true })).has(key);
    try {
      await confirmWrite(() => sendWrite(session, groupWriteEndpoints.remove, key, writeAttempt), isGone);
    } catch (error) {
      const count = deleted.length;
      throw toPartialFailure(error, `${count} contacts of the group were deleted, but not the group`, count);
    }
    return deleted.map((contact) => ({ noun: 'contact', key: contact }));
  }

  return { create, update: updateGroup, remove };
}

/** Deletes a group's contacts and tells which; one that fails ends the rest and says how far it came. */
async function deleteGroupContacts(
  session: Session,
  group: string,
  writeAttempt: WriteAttempt,
): Promise<readonly string[]> {
  const members = await session.call(contactEndpoints.listOfGroup, { group }, { ...writeAttempt, bypassCache: true });
  const keys = memberKeysOf(members);
  if (keys.length > 0)
    writeAttempt.recordRecoveryHint({ look: 'emptied', key: group, members: writeAttempt.digest(keys) });
  const failures: unknown[] = [];
  const deleted: string[] = [];
  await mapConcurrent(keys, MAX_PARALLEL_DELETES, async (key) => {
    if (failures.length > 0) return;
    try {
      await sendWrite(session, groupWriteEndpoints.removeContact, key, writeAttempt);
      deleted.push(key);
    } catch (error) {
      // Another client deleted this contact first.
      if (!isProviderRejection(error, ['not-found'])) failures.push(error);
    }
  });
  if (failures.length === 0) return deleted;
  const worst = failures.find((error) => !isProviderRejection(error)) ?? failures[0];
  throw toPartialFailure(
    worst,
    `${deleted.length} of ${keys.length} contacts of the group were deleted, and the group was not`,
    deleted.length,
  );
}

/** Looks whether a group is gone with its contacts; with some of them gone nobody may call it not done. */
export function reconcileEmptiedGroup(session: Session) {
  return async ({ key: group, members }: RecoveryHint, context: ReconcileContext): Promise<ReconcileVerdict> => {
    if (typeof group !== 'string') return { is: 'unknown' };
    const remaining = await unlessMissing(
      session.call(contactEndpoints.listOfGroup, { group }, { ...context, bypassCache: true }),
    );
    if (!remaining) return { is: 'done', result: { keys: [group] } };
    return context.digest(memberKeysOf(remaining)) === members ? { is: 'notDone' } : { is: 'unknown' };
  };
}

/** Each once, as a contact may be listed several times, in an order that tells nothing. */
function memberKeysOf(members: ReadonlyArray<{ readonly contact_id: string }>): string[] {
  return [...new Set(members.map(({ contact_id: contact }) => contact))].sort();
}

/** A failure behind which some is done already: nobody may take it for one that did nothing. */
function toPartialFailure(error: unknown, done: string, count: number): unknown {
  if (count === 0 || !(error instanceof ProviderFailure)) return error;
  const message = `${done}: ${error.message}`;
  if (!isProviderRejection(error)) return toUnknownOutcome(error, message);
  return new ProviderFailure(error.upstream, 'rejected', message, { status: error.status, sent: 'yes' });
}
