import type { GroupWrites } from '../../../graph/group/backend.js';
import { changeHint } from '../../../graph/mutations/reconciler.js';
import { throwIfInvalid, notFoundError } from '../../../graph/mutations/target.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { isKey, toWireId } from '../key.js';
import type { WriteRecovery } from '../contact/recovery.js';
import type { Session } from '../session.js';
import { writeEndpoints } from '../contact/endpoints.js';

const MAX_NAME_LENGTH = 100;

/** How groups of an account are written. */
export function createGroupWrites({ call, upstream }: Session, recovery: WriteRecovery): GroupWrites {
  return {
    create: async ({ name, description }, writeAttempt) => {
      throwIfInvalid([validateName(name), validateDescription(description)]);
      const text = name.trim();
      writeAttempt.recordRecoveryHint(await recovery.groupCreationHint(text, writeAttempt));
      const { id } = await call(writeEndpoints.createGroup, { name: text }, writeAttempt);
      return { result: { key: id } };
    },
    update: async (key, { name, description }, writeAttempt) => {
      if (!isKey(key)) throw notFoundError('group', null);
      throwIfInvalid([name === undefined ? undefined : validateName(name), validateDescription(description)]);
      const text = name?.trim();
      if (text === undefined) return { result: { key } };
      writeAttempt.recordRecoveryHint(changeHint('group', key, { name: writeAttempt.digest(text) }));
      await call(writeEndpoints.updateGroup, { id: toWireId(key), name: text }, writeAttempt);
      return { result: { key } };
    },
    remove: async (key, deleteContacts, writeAttempt) => {
      if (!isKey(key)) {
        throw new ProviderFailure(upstream.name, 'not-found', notFoundError('group', null).message, { sent: 'yes' });
      }
      const options = deleteContacts ? { delete_contacts: true as const } : {};
      await call(writeEndpoints.deleteGroup, { id: toWireId(key), ...options }, writeAttempt);
    },
  };
}

function validateName(name: string | null): UserErrorDetail | undefined {
  const text = name?.trim() ?? '';
  const length = Array.from(text).length;
  if (length > 0 && length <= MAX_NAME_LENGTH) return undefined;
  const message =
    length === 0 ? 'A group must have a name.' : `"name" takes at most ${MAX_NAME_LENGTH} characters, not ${length}.`;
  return { code: 'BAD_USER_INPUT', message, field: ['name'] };
}

/** To take a text and keep it nowhere would be to lose it. */
function validateDescription(description: string | null | undefined): UserErrorDetail | undefined {
  if (!description?.trim()) return undefined;
  const message = 'SerwerSMS keeps no description of a group: leave it out.';
  return { code: 'UNSUPPORTED', message, field: ['description'] };
}
