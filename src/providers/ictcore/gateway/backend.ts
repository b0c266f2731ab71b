import type { Channel } from '../../../graph/contact/types.js';
import type { Gateway } from '../../../graph/gateway/types.js';
import { fetchDeferredFrom } from '../../../graph/ports/deferred.js';
import type { ListBackend } from '../../../graph/ports/list-backend.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import type { Session } from '../session.js';
import { readOncePerRequest } from '../shared/reads/deferred.js';
import { isKey, readEach } from '../shared/reads/keys.js';
import { collectRows, listInPages } from '../shared/reads/list-rows.js';
import { toTrunk } from './columns.js';
import { trunkEndpoints, trunkSources } from './endpoints.js';
import type { IctCoreTrunk } from './types.js';

/** Trunks as gateways, whose rows are known to be trunks. */
type TrunkBackend = ListBackend<Gateway> & Pick<ListBackend<IctCoreTrunk>, 'list' | 'byKeys'>;

/** Trunks of an installation, which ICTCore calls providers. */
export function createTrunkBackend(session: Session): TrunkBackend {
  const { call } = session;
  const list = (callOptions: CallOptions) =>
    listInPages(
      session,
      trunkEndpoints.list,
      {},
      (wire) => toTrunk(wire, wire.provider_id, 'list', session),
      callOptions,
    );
  const readItem = async (key: string, callOptions: CallOptions) => {
    const found = await unlessMissing(call(trunkEndpoints.read, key, callOptions));
    // A key that names no trunk may be answered with nulls or another id.
    if (!found || (found.provider_id !== undefined && found.provider_id !== key)) return undefined;
    return toTrunk(found, key, 'item', session);
  };
  return {
    // Releases disagree on which trunks a `service_flag` finds, and nobody has many trunks.
    pushdown: {
      offers: {},
      constants: { channel: (channel: Channel) => (channel === 'IM' ? false : undefined) },
      window: false,
      columns: ['id', 'name', 'channel'],
    },
    list: (_request, callOptions) => list(callOptions),
    byKeys: async (requestedKeys, callOptions) => {
      const keys = new Set(requestedKeys.filter(isKey));
      if (keys.size < 2) return readEach([...keys], readItem, callOptions);
      const trunks = await collectRows(list(callOptions));
      return new Map(trunks.flatMap((row) => (keys.has(row.upstreamId) ? [[row.upstreamId, row]] : [])));
    },
    fetchDeferred: fetchDeferredFrom(trunkSources, { item: readOncePerRequest(readItem) }),
  };
}
