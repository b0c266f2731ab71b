import type { Contact } from '../../graph/contact/contact.js';
import type { ContactBackend } from '../../graph/contact/backend.js';
import type { Group } from '../../graph/group/group.js';
import type { Asking } from '../../transport/exchange.js';
import { endpoints } from './endpoints.js';
import { toGroups } from './group.js';
import type { Way } from './way.js';

/** So many numbers are asked about one by one; for more the whole list of contacts is one request. */
export const FEW_NUMBERS = 5;

type GroupsOf = NonNullable<ContactBackend['groupsOf']>;
type Found = ReadonlyArray<readonly [key: string, groups: readonly Group[]]>;

/** Tells groups: list rows know theirs; contacts that were read by id are looked up by number, or in the list. */
export function createMembership(
  { call, upstream }: Way,
  fromList: (keys: ReadonlySet<string>, asking: Asking) => Promise<ReadonlyMap<string, Contact>>,
): GroupsOf {
  async function check(phone: string, asking: Asking): Promise<Found> {
    const { items } = await call(endpoints.checkGroups, { phone }, asking);
    return items.map((item) => [item.id, toGroups(item, upstream)]);
  }

  async function lookUp(contacts: readonly Contact[], asking: Asking): Promise<Found> {
    const distinct = [...new Set(contacts.flatMap(({ phones }) => phones))];
    // Only a whole number can be asked about: others are refused, and one of several finds no row.
    const isPlain = contacts.every(({ phones }) => phones.length === 1);
    if (!isPlain || distinct.length > FEW_NUMBERS || !distinct.every((phone) => /^\+\d+$/.test(phone))) {
      const listed = await fromList(new Set(contacts.map(({ upstreamId }) => upstreamId)), asking);
      return [...listed].map(([key, { groups = [] }]) => [key, groups]);
    }
    return (await Promise.all(distinct.map((phone) => check(phone, asking)))).flat();
  }

  return async (contacts, asking) => {
    const unknown = contacts.filter(({ groups }) => groups === undefined);
    const found = unknown.length ? await lookUp(unknown, asking) : [];
    return new Map(
      contacts.map(({ id, upstreamId, groups }) => {
        // Several contacts may share the number: only the rows of this one count.
        const own = found.filter(([key]) => key === upstreamId).flatMap(([, looked]) => looked);
        return [id, groups ?? own];
      }),
    );
  };
}
