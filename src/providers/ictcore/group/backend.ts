import type { GroupBackend } from '../../../graph/group/backend.js';
import { encodeId } from '../../../graph/values/id.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { endpoints, type WireGroup } from '../endpoints.js';
import { createGroupWrites } from './writes.js';
import { isKey, readEach } from '../shared/reads/keys.js';
import { selectColumns, filterLacking, mergeColumns } from '../../../graph/ports/deferred.js';
import { readOncePerRequest } from '../shared/reads/deferred.js';
import { sharePerRequest } from '../shared/reads/share-per-request.js';
import type { IctCoreGroup } from '../types.js';
import type { Session } from '../session.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';

type ListedGroup = WireGroup & { readonly group_id: string };

function toGroup({ name }: WireGroup, key: string, upstream: UpstreamValue) {
  const id = encodeId(upstream.name, 'group', key);
  return { __typename: 'IctCoreGroup', id, upstream, upstreamId: key, name: name ?? '' } as const;
}

/** Groups as the list tells them: the description is late, unless the server keeps to the guide. */
export function toListedGroups(listed: readonly ListedGroup[], upstream: UpstreamValue): readonly IctCoreGroup[] {
  return listed.map((group) => ({
    ...toGroup(group, group.group_id, upstream),
    contactCount: group.contact_total ?? null,
    description: group.description,
  }));
}

/** A group as its item tells it: the number of contacts is late. Undefined for another item than the one asked for. */
function toWholeGroup(group: WireGroup, key: string, upstream: UpstreamValue): IctCoreGroup | undefined {
  if (group.group_id !== undefined && group.group_id !== key) return undefined;
  const { contact_total: total, description = null } = group;
  return { ...toGroup(group, key, upstream), description, ...(total === undefined ? {} : { contactCount: total }) };
}

/** Groups of an installation. */
export function createGroupBackend(session: Session): GroupBackend {
  const { call, upstream } = session;
  const list = async (callOptions: CallOptions) =>
    toListedGroups(await call(endpoints.listGroups, {}, callOptions), upstream);
  const read = async (key: string, callOptions: CallOptions) => {
    const found = await unlessMissing(call(endpoints.readGroup, key, callOptions));
    return found && toWholeGroup(found, key, upstream);
  };
  const readItems = readOncePerRequest(read);
  const readList = sharePerRequest(async (_key, callOptions) => list(callOptions));
  const byKeys: GroupBackend['byKeys'] = async (requestedKeys, callOptions) => {
    const keys = new Set(requestedKeys.filter(isKey));
    if (keys.size < 2) return readEach([...keys], read, callOptions);
    const groups = await list(callOptions);
    return new Map(groups.flatMap((row) => (keys.has(row.upstreamId) ? [[row.upstreamId, row]] : [])));
  };
  return {
    // Release 1.2 ignores the query of GET /groups.
    pushdown: { offers: {}, window: false, columns: ['id', 'name'] },
    list: async function* (_request, callOptions) {
      yield { rows: await list(callOptions) };
    },
    byKeys,
    fetchDeferred: async (rows, columns, callOptions) => {
      const lackingCount = filterLacking(rows, LIST_COLUMNS, columns);
      const keysLackingDescription = filterLacking(rows, ITEM_COLUMNS, columns).map(({ upstreamId }) => upstreamId);
      const [listed, items] = await Promise.all([
        lackingCount.length ? readList('', callOptions) : [],
        readItems(keysLackingDescription, callOptions),
      ]);
      const byKey = new Map(listed.map((row) => [row.upstreamId, row]));
      return mergeColumns(
        selectColumns(lackingCount, LIST_COLUMNS, ({ upstreamId }) => byKey.get(upstreamId)),
        selectColumns(rows, ITEM_COLUMNS, ({ upstreamId }) => items.get(upstreamId)),
      );
    },
    writes: createGroupWrites(session, { byKeys }),
  };
}

/** Only the list counts, only the item describes. */
const LIST_COLUMNS = ['contactCount'];
const ITEM_COLUMNS = ['description'];
