import type { GroupBackend } from '../../graph/group/backend.js';
import { encodeId } from '../../graph/id.js';
import type { UpstreamValue } from '../../graph/upstream/upstream.js';
import type { Asking } from '../../transport/exchange.js';
import { unlessMissing } from '../../wire/missing.js';
import { endpoints, type WireGroup } from './endpoints.js';
import { groupWrites } from './group-write.js';
import { isKey, readEach } from './key.js';
import { columnsOf, eachOnce, lacking, together } from './late.js';
import { once } from './once.js';
import type { IctCoreGroup } from './types.js';
import type { Way } from './way.js';

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
export function groupBackend(way: Way): GroupBackend {
  const { call, upstream } = way;
  const list = async (asking: Asking) => toListedGroups(await call(endpoints.listGroups, {}, asking), upstream);
  const read = async (key: string, asking: Asking) => {
    const found = await unlessMissing(call(endpoints.readGroup, key, asking));
    return found && toWholeGroup(found, key, upstream);
  };
  const readItems = eachOnce(read);
  const readList = once(async (_key, asking) => list(asking));
  const byKeys: GroupBackend['byKeys'] = async (asked, asking) => {
    const keys = new Set(asked.filter(isKey));
    if (keys.size < 2) return readEach([...keys], read, asking);
    const groups = await list(asking);
    return new Map(groups.flatMap((row) => (keys.has(row.upstreamId) ? [[row.upstreamId, row]] : [])));
  };
  return {
    // Release 1.2 ignores the query of GET /groups.
    pushdown: { offers: {}, window: false, columns: ['id', 'name'] },
    list: async function* (_request, asking) {
      yield { rows: await list(asking) };
    },
    byKeys,
    late: async (rows, columns, asking) => {
      const counted = lacking(rows, COUNTED, columns);
      const described = lacking(rows, DESCRIBED, columns).map(({ upstreamId }) => upstreamId);
      const [listed, items] = await Promise.all([
        counted.length ? readList('', asking) : [],
        readItems(described, asking),
      ]);
      const byKey = new Map(listed.map((row) => [row.upstreamId, row]));
      return together(
        columnsOf(counted, COUNTED, ({ upstreamId }) => byKey.get(upstreamId)),
        columnsOf(rows, DESCRIBED, ({ upstreamId }) => items.get(upstreamId)),
      );
    },
    writes: groupWrites(way, { byKeys }),
  };
}

/** Only the list counts, only the item describes. */
const COUNTED = ['contactCount'];
const DESCRIBED = ['description'];
