import type { ContactWrites } from '../../graph/contact/backend.js';
import { notThere } from '../../graph/target.js';
import type { Looking, Verdict, Writing } from '../../operations/intent.js';
import type { Trail } from '../../operations/record.js';
import type { Asking } from '../../transport/exchange.js';
import { segment } from '../../wire/caller.js';
import type { Endpoint } from '../../wire/endpoint.js';
import { unlessMissing } from '../../wire/missing.js';
import { existing, pairing, send, type Pair } from './changes.js';
import { rows } from './columns.js';
import { endpoints, listedContact, type WireContact } from './endpoints.js';
import { isKey } from './key.js';
import { sure } from './sure.js';
import type { Way } from './way.js';

const links = { add: pairing('PUT', '/contacts', 'link'), remove: pairing('DELETE', '/contacts', 'link') };

/** One contact in a group's list: servers that do not search it answer the whole list. */
const findMember: Endpoint<Pair, ReadonlyArray<WireContact & { readonly contact_id: string }>> = {
  name: 'GET /groups/{id}/contacts',
  method: 'GET',
  path: ({ other }) => `/groups/${segment(other)}/contacts`,
  query: ({ key }) => ({ contact_id: key }),
  effect: 'reads',
  answer: rows(listedContact),
};

/** Whether a contact is in a group. */
async function isMember({ call }: Way, pair: Pair, asking: Asking): Promise<boolean> {
  const found = await unlessMissing(call(findMember, pair, { ...asking, fresh: true }));
  return (found ?? []).some(({ contact_id: contact }) => contact === pair.key);
}

/** Whether there is such a group. */
export async function isGroup({ call }: Way, group: string, asking: Asking): Promise<boolean> {
  const found = await unlessMissing(call(endpoints.readGroup, group, asking));
  return found !== undefined && (found.group_id === undefined || found.group_id === group);
}

/** Puts a contact into a group; in it already is as good. */
export function link(way: Way, pair: Pair, writing: Writing): Promise<void> {
  return sure(
    () => send(way, links.add, pair, writing),
    () => isMember(way, pair, writing),
  );
}

/** Links and unlinks: servers of release 1.2 call the second link, and the last unlink of all, a failure. */
export function memberWrites(way: Way): Required<Pick<ContactWrites, 'link' | 'unlink'>> {
  const upstream = way.upstream.name;
  return {
    link: async (contact, group, writing) => {
      const pair = { key: existing(contact, 'contact', upstream), other: group };
      // The server links to a group that is not there, and such a link is never seen again.
      const there = isKey(group) && (await isGroup(way, group, { ...writing, fresh: true }));
      if (!there) throw notThere('group', ['groupId']);
      writing.remember({ look: 'member', key: contact, group, is: true });
      await link(way, pair, writing);
      return { result: { key: contact } };
    },
    unlink: async (contact, group, writing) => {
      const pair = { key: existing(contact, 'contact', upstream), other: group };
      if (!isKey(group)) throw notThere('group', ['groupId']);
      writing.remember({ look: 'member', key: contact, group, is: false });
      await sure(
        () => send(way, links.remove, pair, writing),
        async () => !(await isMember(way, pair, writing)),
      );
      return { result: { key: contact } };
    },
  };
}

/** Looks whether a contact is in a group, as a link or unlink wanted it. */
export function seekMember(way: Way) {
  return async ({ key, group, is }: Trail, looking: Looking): Promise<Verdict> => {
    if (typeof key !== 'string' || typeof group !== 'string') return { is: 'unknown' };
    const member = await isMember(way, { key, other: group }, looking);
    return member === is ? { is: 'done', result: { key } } : { is: 'notDone' };
  };
}
