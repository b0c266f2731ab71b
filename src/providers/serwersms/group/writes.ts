import type { GroupWrites } from '../../../graph/group/backend.js';
import type { CreateGroupInput, UpdateGroupInput } from '../../../graph/group/inputs.js';
import { changeHint } from '../../../graph/mutations/reconciler.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import { throwIfInvalid, notFoundError } from '../../../graph/mutations/target.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import { ProviderFailure } from '../../../transport/failure.js';
import type { ForEachField } from '../../../wire/column-inputs.js';
import { isKey, toWireId } from '../key.js';
import type { GroupRecovery } from './recovery.js';
import type { Session } from '../session.js';
import { groupColumns } from './columns.js';
import { groupEndpoints } from './endpoints.js';

type GroupInput = CreateGroupInput | UpdateGroupInput;

/** How groups of an account are written. */
export function createGroupWrites({ call, upstream }: Session, recovery: GroupRecovery): GroupWrites {
  return {
    create: async (input, writeAttempt) => {
      throwIfInvalid(validateGroup(input));
      const text = input.name.trim();
      writeAttempt.recordRecoveryHint(await recovery.creationHint(text, writeAttempt));
      const { id } = await call(groupEndpoints.create, { name: text }, writeAttempt);
      return { result: { key: id } };
    },
    update: async (key, input, writeAttempt) => {
      if (!isKey(key)) throw notFoundError('group', null);
      throwIfInvalid(validateGroup(input));
      const text = input.name?.trim();
      if (text === undefined) return { result: { key } };
      writeAttempt.recordRecoveryHint(changeHint('group', key, { name: writeAttempt.digest(text) }));
      await call(groupEndpoints.update, { id: toWireId(key), name: text }, writeAttempt);
      return { result: { key } };
    },
    remove: async (key, deleteContacts, writeAttempt) => {
      if (!isKey(key)) {
        throw new ProviderFailure(upstream.name, 'not-found', notFoundError('group', null).message, { sent: 'yes' });
      }
      const options = deleteContacts ? { delete_contacts: true as const } : {};
      await call(groupEndpoints.delete, { id: toWireId(key), ...options }, writeAttempt);
    },
  };
}

function validateGroup({ name, description }: GroupInput): ReadonlyArray<UserErrorDetail | undefined> {
  const faults: ForEachField<GroupInput, UserErrorDetail | undefined> = {
    name: name === undefined ? undefined : validateName(name),
    description: validateDescription(description),
  };
  return Object.values(faults);
}

function validateName(name: string | null): UserErrorDetail | undefined {
  const fault = groupColumns.rules.name(name);
  return fault === undefined ? undefined : inputError('name', fault);
}

/** SerwerSMS would drop a description without an error, so it is rejected here. */
function validateDescription(description: string | null | undefined): UserErrorDetail | undefined {
  if (!description?.trim()) return undefined;
  const message = 'SerwerSMS keeps no description of a group: leave it out.';
  return inputError('description', message, 'UNSUPPORTED');
}
