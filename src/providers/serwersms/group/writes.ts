import type { GroupWrites } from '../../../graph/group/backend.js';
import { changeHint } from '../../../graph/mutations/reconciler.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import { throwIfInvalid, notFoundError } from '../../../graph/mutations/target.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { isKey, toWireId } from '../key.js';
import type { GroupRecovery } from './recovery.js';
import type { Session } from '../session.js';
import { groupColumns } from './columns.js';
import { groupEndpoints } from './endpoints.js';

/** How groups of an account are written. */
export function createGroupWrites({ call, upstream }: Session, recovery: GroupRecovery): GroupWrites {
  return {
    create: async ({ name, description }, writeAttempt) => {
      throwIfInvalid([validateName(name), validateDescription(description)]);
      const text = name.trim();
      writeAttempt.recordRecoveryHint(await recovery.creationHint(text, writeAttempt));
      const { id } = await call(groupEndpoints.create, { name: text }, writeAttempt);
      return { result: { key: id } };
    },
    update: async (key, { name, description }, writeAttempt) => {
      if (!isKey(key)) throw notFoundError('group', null);
      throwIfInvalid([name === undefined ? undefined : validateName(name), validateDescription(description)]);
      const text = name?.trim();
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
