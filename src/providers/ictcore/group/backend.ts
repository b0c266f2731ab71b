import type { GroupBackend } from '../../../graph/group/backend.js';
import { fetchDeferredFrom } from '../../../graph/ports/deferred.js';
import type { Page } from '../../../query/select.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import type { Session } from '../session.js';
import { readOncePerRequest } from '../shared/reads/deferred.js';
import { isKey, readEach } from '../shared/reads/keys.js';
import { collectRows, listInPages } from '../shared/reads/list-rows.js';
import { sharePerRequest } from '../shared/reads/share-per-request.js';
import { toGroup } from './columns.js';
import { groupEndpoints, groupSources } from './endpoints.js';
import type { IctCoreGroup } from './types.js';
import { createGroupWrites } from './writes.js';

/** All groups, as the list tells them. */
export function listGroups(session: Session, callOptions: CallOptions): AsyncGenerator<Page<IctCoreGroup>, void> {
  return listInPages(
    session,
    groupEndpoints.list,
    {},
    (wire) => toGroup(wire, wire.group_id, 'list', session),
    callOptions,
  );
}

/** Groups of an installation. */
export function createGroupBackend(session: Session): GroupBackend {
  const readItem = async (key: string, callOptions: CallOptions) => {
    const found = await unlessMissing(session.call(groupEndpoints.read, key, callOptions));
    // A key that names no group may be answered with nulls or another id.
    if (!found || (found.group_id !== undefined && found.group_id !== key)) return undefined;
    return toGroup(found, key, 'item', session);
  };
  const listByKey = async (callOptions: CallOptions) =>
    new Map((await collectRows(listGroups(session, callOptions))).map((row) => [row.upstreamId, row]));
  const listOnce = sharePerRequest((_key, callOptions) => listByKey(callOptions));

  const byKeys: GroupBackend['byKeys'] = async (requestedKeys, callOptions) => {
    const keys = new Set(requestedKeys.filter(isKey));
    if (keys.size < 2) return readEach([...keys], readItem, callOptions);
    return new Map([...(await listByKey(callOptions))].filter(([key]) => keys.has(key)));
  };

  return {
    // Release 1.2 ignores the query of GET /groups.
    pushdown: { offers: {}, window: false, columns: ['id', 'name'] },
    list: (_request, callOptions) => listGroups(session, callOptions),
    byKeys,
    fetchDeferred: fetchDeferredFrom(groupSources, {
      item: readOncePerRequest(readItem),
      list: (_keys, callOptions) => listOnce('', callOptions),
    }),
    writes: createGroupWrites(session, { byKeys }),
  };
}
