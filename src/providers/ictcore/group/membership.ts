import type { ContactBackend } from '../../../graph/contact/backend.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { contactEndpoints } from '../contact/endpoints.js';
import { endpoints } from '../endpoints.js';
import { toListedGroups } from './backend.js';
import { readEach } from '../shared/reads/keys.js';
import { sharePerRequest } from '../shared/reads/share-per-request.js';
import type { IctCoreGroup } from '../types.js';
import type { Session } from '../session.js';

/** Who is in which group. */
export interface MembershipLoader {
  /** Groups by contact key, of all contacts that are in any; read once for each `asking`, however many rows ask for them. */
  readonly groupsByContact: (callOptions: CallOptions) => Promise<ReadonlyMap<string, readonly IctCoreGroup[]>>;
  readonly groupsOf: NonNullable<ContactBackend['groupsOf']>;
}

/**
 * ICTCore does not tell a contact's groups, only a group's contacts: the groups and one list for each that is not
 * empty, whatever the number of contacts.
 */
export function createMembershipLoader({ call, upstream }: Session): MembershipLoader {
  const listGroups = async (callOptions: CallOptions) =>
    toListedGroups(await call(endpoints.listGroups, {}, callOptions), upstream);

  const readAll = sharePerRequest(async (_key, callOptions) => {
    const groups = await listGroups(callOptions);
    const nonEmptyGroups = groups.filter(({ contactCount }) => contactCount !== 0).map(({ upstreamId }) => upstreamId);
    const members = await readEach(
      nonEmptyGroups,
      (group, batchOptions) => unlessMissing(call(contactEndpoints.listOfGroup, { group }, batchOptions)),
      callOptions,
    );
    const byContact = new Map<string, IctCoreGroup[]>();
    for (const group of groups) {
      for (const key of new Set(members.get(group.upstreamId)?.map(({ contact_id: contact }) => contact))) {
        const known = byContact.get(key);
        if (known) known.push(group);
        else byContact.set(key, [group]);
      }
    }
    return byContact;
  });
  const groupsByContact: MembershipLoader['groupsByContact'] = (callOptions) => readAll('', callOptions);

  return {
    groupsByContact,
    groupsOf: async (contacts, callOptions) => {
      const groups = await groupsByContact(callOptions);
      return new Map(contacts.map(({ id, upstreamId }) => [id, groups.get(upstreamId) ?? []]));
    },
  };
}
