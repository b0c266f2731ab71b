import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { contactEndpoints } from '../contact/endpoints.js';
import type { Membership } from '../contact/membership.js';
import type { Session } from '../session.js';
import { readEach } from '../shared/reads/keys.js';
import { collectRows, listInPages } from '../shared/reads/list-rows.js';
import { sharePerRequest } from '../shared/reads/share-per-request.js';
import { listGroups } from './backend.js';
import { createMembershipWrites, isGroup, linkContact } from './membership-writes.js';
import type { IctCoreGroup } from './types.js';

/** Which contacts are in which groups. */
export function createMembership(session: Session): Membership {
  const readOnce = sharePerRequest((_key, callOptions) => readGroupsByContact(session, callOptions));
  const groupsByContact: Membership['groupsByContact'] = (callOptions) => readOnce('', callOptions);
  return {
    groupsByContact,
    groupsOf: async (contacts, callOptions) => {
      const groups = await groupsByContact(callOptions);
      return new Map(contacts.map(({ id, upstreamId }) => [id, groups.get(upstreamId) ?? []]));
    },
    isGroup: (key, callOptions) => isGroup(session, key, callOptions),
    linkContact: (keys, writeAttempt) => linkContact(session, keys, writeAttempt),
    writes: createMembershipWrites(session),
  };
}

/**
 * Reads the groups, and the contacts of each that is not empty. A contact does not tell its groups, so that the requests
 * are the same for any number of contacts.
 */
async function readGroupsByContact(
  session: Session,
  callOptions: CallOptions,
): Promise<ReadonlyMap<string, readonly IctCoreGroup[]>> {
  const groups = await collectRows(listGroups(session, callOptions));
  const members = await readEach(
    groups.filter(({ contactCount }) => contactCount !== 0).map(({ upstreamId }) => upstreamId),
    (group, batchOptions) =>
      unlessMissing(
        collectRows(
          listInPages(session, contactEndpoints.listOfGroup, { group }, ({ contact_id: key }) => key, batchOptions),
        ),
      ),
    callOptions,
  );
  const byContact = new Map<string, IctCoreGroup[]>();
  for (const group of groups) {
    for (const contact of new Set(members.get(group.upstreamId))) {
      const known = byContact.get(contact);
      if (known) known.push(group);
      else byContact.set(contact, [group]);
    }
  }
  return byContact;
}
