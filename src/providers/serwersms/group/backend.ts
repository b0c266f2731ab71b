import type { Group } from '../../../graph/group/types.js';
import type { ListBackend } from '../../../graph/ports/list-backend.js';
import { paramOf } from '../../../query/query-params.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { isKey, toWireId } from '../key.js';
import { readPages } from '../pages.js';
import { offerNameSearch, withoutEnds } from '../search.js';
import type { Session } from '../session.js';
import { searchTrial } from '../trial.js';
import { toGroup } from './columns.js';
import { groupEndpoints } from './endpoints.js';
import { groupPushdown } from './pushdown.js';
import type { SerwerSmsGroup } from './types.js';

/** Groups of an account. */
export function createGroupBackend({ call, list, upstream }: Session): ListBackend<Group> {
  async function* readPagesOf(
    search: string | undefined,
    callOptions: CallOptions,
  ): AsyncGenerator<readonly SerwerSmsGroup[], void> {
    const pages = readPages(upstream.name, (page) => list(groupEndpoints.list, { search, page }, callOptions));
    for await (const groups of pages) yield groups.map((group) => toGroup(group, upstream));
  }

  async function readGroup(key: string, callOptions: CallOptions): Promise<readonly SerwerSmsGroup[]> {
    const group = await unlessMissing(call(groupEndpoints.read, { id: toWireId(key) }, callOptions));
    return group ? [toGroup(group, upstream)] : [];
  }

  async function readAll(callOptions: CallOptions): Promise<readonly SerwerSmsGroup[]> {
    const groups: SerwerSmsGroup[] = [];
    for await (const page of readPagesOf(undefined, callOptions)) groups.push(...page);
    return groups;
  }

  return {
    trial: searchTrial(
      groupEndpoints.list.name,
      async (query, callOptions) => {
        const { rows } = await list(groupEndpoints.list, { ...query, page: 1 }, callOptions);
        const groups: SerwerSmsGroup[] = [];
        for await (const page of rows) groups.push(...page.map((group) => toGroup(group, upstream)));
        return groups;
      },
      { name: { texts: ({ name }) => [withoutEnds(name)], offer: offerNameSearch } },
    ),
    pushdown: groupPushdown,
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
