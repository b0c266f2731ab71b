import type { GroupBackend, GroupWrites } from '../../../graph/group/backend.js';
import type { CreateGroupInput, UpdateGroupInput } from '../../../graph/group/inputs.js';
import { changeHint } from '../../../graph/mutations/reconciler.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import type { AlsoDeleted, WrittenItem } from '../../../graph/ports/writes.js';
import type { ProviderWriteResult, WriteAttempt } from '../../../operations/intent.js';
import { mapConcurrent } from '../../../transport/map-concurrent.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { contactEndpoints } from '../contact/endpoints.js';
import type { Session } from '../session.js';
import { digestExpected, toChangeBody, toCreateBody } from '../shared/writes/body.js';
import { confirmWrite, isProviderRejection, toUnknownOutcome } from '../shared/writes/confirm-write.js';
import { creationHint } from '../shared/writes/creation.js';
import { validateInput } from '../shared/writes/rules.js';
import { requireValidKey, sendWrite } from '../shared/writes/write-endpoints.js';
import { groupColumns } from './columns.js';
import { groupEndpoints } from './endpoints.js';

const { rules, wireNames } = groupColumns;

/** At most 8 contacts of a group are deleted at once, so that other requests get a slot. */
const MAX_PARALLEL_DELETES = 8;

/** How groups of an installation are written. */
export function createGroupWrites(session: Session, { byKeys }: Pick<GroupBackend, 'byKeys'>): GroupWrites {
  const upstream = session.upstream.name;

  async function create(
    input: CreateGroupInput,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenItem>> {
    throwIfInvalid(validateInput(input, rules));
    // Only the name is in lists.
    writeAttempt.recordRecoveryHint(creationHint('group', { name: writeAttempt.digest(input.name) }));
    return {
      result: { key: await session.call(groupEndpoints.create, toCreateBody(input, wireNames), writeAttempt) },
    };
  }

  async function updateGroup(
    requestedKey: string,
    input: UpdateGroupInput,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenItem>> {
    const key = requireValidKey(requestedKey, 'group', upstream);
    throwIfInvalid(validateInput(input, rules));
    const body = toChangeBody(input, wireNames);
    if (Object.keys(body).length === 0) return { result: { key } };
    const expected = digestExpected(input, Object.keys(wireNames), wireNames, writeAttempt.digest);
    if (expected) writeAttempt.recordRecoveryHint(changeHint('group', key, expected));
    await sendWrite(session, groupEndpoints.update, { key, body }, writeAttempt);
    return { result: { key } };
  }

  async function remove(
    requestedKey: string,
    deleteContacts: boolean,
    writeAttempt: WriteAttempt,
  ): Promise<readonly AlsoDeleted[]> {
    const key = requireValidKey(requestedKey, 'group', upstream);
    // The contacts go first: a group that is gone does not tell them any more.
    const deleted = deleteContacts ? await deleteGroupContacts(session, key, writeAttempt) : [];
    const isGone = async (): Promise<boolean> =>
      !(await byKeys([key], { ...writeAttempt, bypassCache: true })).has(key);
    try {
      await confirmWrite(() => sendWrite(session, groupEndpoints.delete, key, writeAttempt), isGone);
    } catch (error) {
      const count = deleted.length;
      throw toPartialFailure(error, `${count} contacts of the group were deleted, but not the group`, count);
    }
    return deleted.map((contact) => ({ noun: 'contact', key: contact }));
  }

  return { create, update: updateGroup, remove };
}

/** Deletes a group's contacts and gives their keys. The first that fails ends the rest; its failure says how many are deleted. */
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
      await sendWrite(session, contactEndpoints.delete, key, writeAttempt);
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

/** The keys of a group's contacts in one fixed order, each once: a list may hold a contact several times. */
export function memberKeysOf(members: ReadonlyArray<{ readonly contact_id: string }>): string[] {
  return [...new Set(members.map(({ contact_id: contact }) => contact))].sort();
}

/** The failure of a deletion that was done in part: its outcome must not be taken for "nothing was done". */
function toPartialFailure(error: unknown, done: string, count: number): unknown {
  if (count === 0 || !(error instanceof ProviderFailure)) return error;
  const message = `${done}: ${error.message}`;
  if (!isProviderRejection(error)) return toUnknownOutcome(error, message);
  return new ProviderFailure(error.upstream, 'rejected', message, { status: error.status, sent: 'yes' });
}
