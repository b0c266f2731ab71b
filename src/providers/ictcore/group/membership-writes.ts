import { notFoundError } from '../../../graph/mutations/target.js';
import type { WriteAttempt } from '../../../operations/intent.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import type { Membership } from '../contact/membership.js';
import type { Session } from '../session.js';
import { isKey } from '../shared/reads/keys.js';
import { confirmWrite } from '../shared/writes/confirm-write.js';
import { requireValidKey, sendWrite, type LinkKeys } from '../shared/writes/write-endpoints.js';
import { groupEndpoints } from './endpoints.js';

/** Whether a contact is in a group. */
export async function isMember({ call }: Session, keys: LinkKeys, callOptions: CallOptions): Promise<boolean> {
  const found = await unlessMissing(call(groupEndpoints.findContact, keys, { ...callOptions, bypassCache: true }));
  return (found ?? []).some(({ contact_id: contact }) => contact === keys.key);
}

/** Whether there is such a group. */
export async function isGroup({ call }: Session, group: string, callOptions: CallOptions): Promise<boolean> {
  const found = await unlessMissing(call(groupEndpoints.read, group, callOptions));
  return found !== undefined && (found.group_id === undefined || found.group_id === group);
}

/** Puts a contact into a group; one that is in it already stays in it. Release 1.2 calls a second link a failure. */
export function linkContact(session: Session, keys: LinkKeys, writeAttempt: WriteAttempt): Promise<void> {
  return confirmWrite(
    () => sendWrite(session, groupEndpoints.addContact, keys, writeAttempt),
    () => isMember(session, keys, writeAttempt),
  );
}

/** How contacts are put into groups and taken out of them. */
export function createMembershipWrites(session: Session): Membership['writes'] {
  const upstream = session.upstream.name;
  return {
    link: async (contact, group, writeAttempt) => {
      const keys = { key: requireValidKey(contact, 'contact', upstream), other: group };
      // The server would link to a group that does not exist, and no answer would ever tell of that link.
      const exists = isKey(group) && (await isGroup(session, group, { ...writeAttempt, bypassCache: true }));
      if (!exists) throw notFoundError('group', ['groupId']);
      writeAttempt.recordRecoveryHint({ look: 'member', key: contact, group, is: true });
      await linkContact(session, keys, writeAttempt);
      return { result: { key: contact } };
    },
    unlink: async (contact, group, writeAttempt) => {
      const keys = { key: requireValidKey(contact, 'contact', upstream), other: group };
      if (!isKey(group)) throw notFoundError('group', ['groupId']);
      writeAttempt.recordRecoveryHint({ look: 'member', key: contact, group, is: false });
      // Release 1.2 calls the unlink of the very last link of all contacts a failure.
      await confirmWrite(
        () => sendWrite(session, groupEndpoints.removeContact, keys, writeAttempt),
        async () => !(await isMember(session, keys, writeAttempt)),
      );
      return { result: { key: contact } };
    },
  };
}
