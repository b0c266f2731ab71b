import type { Group } from '../../graph/group/group.js';
import { encodeId } from '../../graph/id.js';
import type { Listing } from '../../graph/listing.js';
import type { UpstreamValue } from '../../graph/upstream/upstream.js';
import type { Asking } from '../../transport/exchange.js';
import { unlessMissing } from '../../wire/missing.js';
import { endpoints, type WireGroup, type WireMembership } from './endpoints.js';
import { isKey, paramOf, toWireId } from './key.js';
import { readPages } from './pages.js';
import { nameComparison, nameOffers, withinWord } from './search.js';
import { searchTrial } from './trial.js';
import type { SerwerSmsGroup } from './types.js';
import type { Way } from './way.js';

export function toGroup({ id, name, count }: WireGroup, upstream: UpstreamValue): SerwerSmsGroup {
  return Object.assign(namedGroup(id, name, upstream), { contactCount: count });
}

/** The groups that a contact's row tells of: one or none. Their sizes are not told. */
export function toGroups({ group_id, group_name }: WireMembership, upstream: UpstreamValue): readonly SerwerSmsGroup[] {
  return group_id !== null && isKey(group_id) ? [namedGroup(group_id, group_name ?? '', upstream)] : [];
}

function namedGroup(key: string, name: string, upstream: UpstreamValue): SerwerSmsGroup {
  return { __typename: 'SerwerSmsGroup', id: encodeId(upstream.name, 'group', key), upstream, upstreamId: key, name };
}

/** Groups of an account. */
export function groupBackend({ call, list, upstream }: Way): Listing<Group> {
  async function* read(search: string | undefined, asking: Asking): AsyncGenerator<readonly SerwerSmsGroup[], void> {
    const pages = readPages(upstream.name, (page) => list(endpoints.listGroups, { search, page }, asking));
    for await (const groups of pages) yield groups.map((group) => toGroup(group, upstream));
  }

  async function view(key: string, asking: Asking): Promise<readonly SerwerSmsGroup[]> {
    const group = await unlessMissing(call(endpoints.viewGroup, { id: toWireId(key) }, asking));
    return group ? [toGroup(group, upstream)] : [];
  }

  async function readAll(asking: Asking): Promise<readonly SerwerSmsGroup[]> {
    const groups: SerwerSmsGroup[] = [];
    for await (const page of read(undefined, asking)) groups.push(...page);
    return groups;
  }

  return {
    trial: searchTrial(
      endpoints.listGroups.name,
      async (query, asking) => {
        const { rows } = await list(endpoints.listGroups, { ...query, page: 1 }, asking);
        const groups: SerwerSmsGroup[] = [];
        for await (const page of rows) groups.push(...page.map((group) => toGroup(group, upstream)));
        return groups;
      },
      { name: { texts: ({ name }) => [withinWord(name)], offer: nameComparison } },
    ),
    pushdown: {
      offers: nameOffers,
      window: false,
      columns: ['id', 'name'],
    },
    list: async function* ({ params }, asking) {
      for await (const rows of read(paramOf(params, 'search'), asking)) yield { rows };
    },
    byKeys: async (asked, asking) => {
      const keys = asked.filter(isKey);
      const [only] = keys;
      if (only === undefined) return new Map();
      const groups = keys.length === 1 ? await view(only, asking) : await readAll(asking);
      return new Map(
        groups.filter(({ upstreamId }) => keys.includes(upstreamId)).map((group) => [group.upstreamId, group]),
      );
    },
  };
}
