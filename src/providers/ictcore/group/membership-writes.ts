import type { ContactWrites } from '../../../graph/contact/backend.js';
import { notFoundError } from '../../../graph/mutations/target.js';
import type { ReconcileContext, ReconcileVerdict, WriteAttempt } from '../../../operations/intent.js';
import type { RecoveryHint } from '../../../operations/record.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { encodeSegment } from '../../../wire/caller.js';
import type { Endpoint } from '../../../wire/endpoint.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { requireValidKey, defineLinkEndpoint, sendWrite, type LinkKeys } from '../shared/writes/write-endpoints.js';
import { rowList } from '../shared/reads/column-readers.js';
import { listedContact, type ListedContact } from '../contact/endpoints.js';
import { endpoints } from '../endpoints.js';
import { isKey } from '../shared/reads/keys.js';
import { confirmWrite } from '../shared/writes/confirm-write.js';
import type { Session } from '../session.js';

const membershipEndpoints = {
  add: defineLinkEndpoint('PUT', '/contacts', 'link'),
  remove: defineLinkEndpoint('DELETE', '/contacts', 'link'),
};

/** One contact in a group's list: servers that do not search it answer the whole list. */
const findMember: Endpoint<LinkKeys, ReadonlyArray<ListedContact & { readonly contact_id: string }>> = {
  name: 'GET /groups/{id}/contacts',
  method: 'GET',
  path: ({ other }) => `/groups/${encodeSegment(other)}/contacts`,
  query: ({ key }) => ({ contact_id: key }),
  effect: 'reads',
  answer: rowList(listedContact),
};

/** Whether a contact is in a group. */
async function isMember({ call }: Session, pair: LinkKeys, callOptions: CallOptions): Promise<boolean> {
  const found = await unlessMissing(call(findMember, pair, { ...callOptions, bypassCache: true }));
  return (found ?? []).some(({ contact_id: contact }) => contact === pair.key);
}

/** Whether there is such a group. */
export async function isGroup({ call }: Session, group: string, callOptions: CallOptions): Promise<boolean> {
  const found = await unlessMissing(call(endpoints.readGroup, group, callOptions));
  return found !== undefined && (found.group_id === undefined || found.group_id === group);
}

/** Puts a contact into a group; in it already is as good. */
export function linkContact(session: Session, pair: LinkKeys, writeAttempt: WriteAttempt): Promise<void> {
  return confirmWrite(
    () => sendWrite(session, membershipEndpoints.add, pair, writeAttempt),
    () => isMember(session, pair, writeAttempt),
  );
}

/** Links and unlinks: servers of release 1.2 call the second link, and the last unlink of all, a failure. */
export function createMembershipWrites(session: Session): Required<Pick<ContactWrites, 'link' | 'unlink'>> {
  const upstream = session.upstream.name;
  return {
    link: async (contact, group, writeAttempt) => {
      const pair = { key: requireValidKey(contact, 'contact', upstream), other: group };
      // The server links to a group that is not there, and such a link is never seen again.
      const exists = isKey(group) && (await isGroup(session, group, { ...writeAttempt, bypassCache: true }));
      if (!exists) throw notFoundError('group', ['groupId']);
      writeAttempt.recordRecoveryHint({ look: 'member', key: contact, group, is: true });
      await linkContact(session, pair, writeAttempt);
      return { result: { key: contact } };
    },
    unlink: async (contact, group, writeAttempt) => {
      const pair = { key: requireValidKey(contact, 'contact', upstream), other: group };
      if (!isKey(group)) throw notFoundError('group', ['groupId']);
      writeAttempt.recordRecoveryHint({ look: 'member', key: contact, group, is: false });
      await confirmWrite(
        () => sendWrite(session, membershipEndpoints.remove, pair, writeAttempt),
        async () => !(await isMember(session, pair, writeAttempt)),
      );
      return { result: { key: contact } };
    },
  };
}

/** Looks whether a contact is in a group, as a link or unlink wanted it. */
export function reconcileMembership(session: Session) {
  return async ({ key, group, is }: RecoveryHint, context: ReconcileContext): Promise<ReconcileVerdict> => {
    if (typeof key !== 'string' || typeof group !== 'string') return { is: 'unknown' };
    const member = await isMember(session, { key, other: group }, context);
    return member === is ? { is: 'done', result: { key } } : { is: 'notDone' };
  };
}
