import type { Contact } from '../../../graph/contact/types.js';
import type { ContactBackend } from '../../../graph/contact/backend.js';
import type { Group } from '../../../graph/group/types.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { toGroups } from '../group/columns.js';
import { groupEndpoints } from '../group/endpoints.js';
import type { Session } from '../session.js';

/** The groups of at most 5 numbers are read number by number. For more, the whole list of contacts is one request. */
export const MAX_PHONE_LOOKUPS = 5;

type GroupLookup = NonNullable<ContactBackend['groupsOf']>;
type GroupsByKey = ReadonlyArray<readonly [key: string, groups: readonly Group[]]>;

/** Finds the groups of contacts: rows of lists hold theirs, for contacts read by id the number or the list tells them. */
export function createGroupLookup(
  { call, upstream }: Session,
  readFromList: (keys: ReadonlySet<string>, callOptions: CallOptions) => Promise<ReadonlyMap<string, Contact>>,
): GroupLookup {
  async function readByPhone(phone: string, callOptions: CallOptions): Promise<GroupsByKey> {
    const { items } = await call(groupEndpoints.listOfPhone, { phone }, callOptions);
    return items.map((item) => [item.id, toGroups(item, upstream)]);
  }

  async function readGroups(contacts: readonly Contact[], callOptions: CallOptions): Promise<GroupsByKey> {
    const distinctPhones = [...new Set(contacts.flatMap(({ phones }) => phones))];
    // groups/check rejects anything but one whole number, and finds no row by one of several numbers.
    const haveOnePhone = contacts.every(({ phones }) => phones.length === 1);
    if (
      !haveOnePhone ||
      distinctPhones.length > MAX_PHONE_LOOKUPS ||
      !distinctPhones.every((phone) => /^\+\d+$/.test(phone))
    ) {
      const listed = await readFromList(new Set(contacts.map(({ upstreamId }) => upstreamId)), callOptions);
      return [...listed].map(([key, { groups = [] }]) => [key, groups]);
    }
    return (await Promise.all(distinctPhones.map((phone) => readByPhone(phone, callOptions)))).flat();
  }

  return async (contacts, callOptions) => {
    const withoutGroups = contacts.filter(({ groups }) => groups === undefined);
    const found = withoutGroups.length ? await readGroups(withoutGroups, callOptions) : [];
    return new Map(
      contacts.map(({ id, upstreamId, groups }) => {
        // Several contacts may share the number: only the rows with this contact's id are its own.
        const ownGroups = found.filter(([key]) => key === upstreamId).flatMap(([, keyGroups]) => keyGroups);
        return [id, groups ?? ownGroups];
      }),
    );
  };
}
