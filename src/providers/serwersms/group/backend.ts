import type { Group } from '../../../graph/group/types.js';
import { encodeId } from '../../../graph/values/id.js';
import type { ListBackend } from '../../../graph/ports/list-backend.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { endpoints, type WireGroup, type WireMembership } from '../endpoints.js';
import { isKey, toWireId } from '../key.js';
import { readPages } from '../pages.js';
import { offerNameSearch, nameOffers, withoutEnds } from '../search.js';
import { searchTrial } from '../trial.js';
import type { SerwerSmsGroup } from '../contact/types.js';
import type { Session } from '../session.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';
import { paramOf } from '../../../query/query-params.js';
import { unlessMissing } from '../../../wire/unless-missing.js';

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
export function createGroupBackend({ call, list, upstream }: Session): ListBackend<Group> {
  async function* readPagesOf(
    search: string | undefined,
    callOptions: CallOptions,
  ): AsyncGenerator<readonly SerwerSmsGroup[], void> {
    const pages = readPages(upstream.name, (page) => list(endpoints.listGroups, { search, page }, callOptions));
    for await (const groups of pages) yield groups.map((group) => toGroup(group, upstream));
  }

  async function readGroup(key: string, callOptions: CallOptions): Promise<readonly SerwerSmsGroup[]> {
    const group = await unlessMissing(call(endpoints.readGroup, { id: toWireId(key) }, callOptions));
    return group ? [toGroup(group, upstream)] : [];
  }

  async function readAll(callOptions: CallOptions): Promise<readonly SerwerSmsGroup[]> {
    const groups: SerwerSmsGroup[] = [];
    for await (const page of readPagesOf(undefined, callOptions)) groups.push(...page);
    return groups;
  }

  return {
    trial: searchTrial(
      endpoints.listGroups.name,
      async (query, callOptions) => {
        const { rows } = await list(endpoints.listGroups, { ...query, page: 1 }, callOptions);
        const groups: SerwerSmsGroup[] = [];
        for await (const page of rows) groups.push(...page.map((group) => toGroup(group, upstream)));
        return groups;
      },
      { name: { texts: ({ name }) => [withoutEnds(name)], offer: offerNameSearch } },
    ),
    pushdown: {
      offers: nameOffers,
      window: false,
      columns: ['id', 'name'],
    },
    list: async function* ({ params }, callOptions) {
      for await (const rows of readPagesOf(paramOf(params, 'search'), callOptions)) yield { rows };
    },
    byKeys: async (requestedKeys, callOptions) => {
      const keys = requestedKeys.filter(isKey);
      const [onlyKey] = keys;
      if (onlyKey === undefined) return new Map();
      const groups = keys.length === 1 ? await readGroup(onlyKey, callOptions) : await readAll(callOptions);
      return new Map(
        groups.filter(({ upstreamId }) => keys.includes(upstreamId)).map((group) => [group.upstreamId, group]),
      );
    },
  };
}
