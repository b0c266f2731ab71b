import type { ContactBackend } from '../../graph/contact/backend.js';
import type { Asking } from '../../transport/exchange.js';
import { unlessMissing } from '../../wire/missing.js';
import { endpoints } from './endpoints.js';
import { toListedGroups } from './group.js';
import { readEach } from './key.js';
import { once } from './once.js';
import type { IctCoreGroup } from './types.js';
import type { Way } from './way.js';

/** Who is in which group. */
export interface Membership {
  /** Groups by contact key, of all contacts that are in any; read once for each `asking`, however many rows ask for them. */
  readonly groupsByContact: (asking: Asking) => Promise<ReadonlyMap<string, readonly IctCoreGroup[]>>;
  readonly groupsOf: NonNullable<ContactBackend['groupsOf']>;
}

/**
 * ICTCore does not tell a contact's groups, only a group's contacts: the groups and one list for each that is not
 * empty, whatever the number of contacts.
 */
export function createMembership({ call, upstream }: Way): Membership {
  const listGroups = async (asking: Asking) => toListedGroups(await call(endpoints.listGroups, {}, asking), upstream);

  const readAll = once(async (_key, asking) => {
    const groups = await listGroups(asking);
    const inhabited = groups.filter(({ contactCount }) => contactCount !== 0).map(({ upstreamId }) => upstreamId);
    const members = await readEach(
      inhabited,
      (group, together) => unlessMissing(call(endpoints.listGroupContacts, { group }, together)),
      asking,
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
  const groupsByContact: Membership['groupsByContact'] = (asking) => readAll('', asking);

  return {
    groupsByContact,
    groupsOf: async (contacts, asking) => {
      const groups = await groupsByContact(asking);
      return new Map(contacts.map(({ id, upstreamId }) => [id, groups.get(upstreamId) ?? []]));
    },
  };
}
