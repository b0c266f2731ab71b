import type { Channel } from '../../../graph/contact/types.js';
import type { Gateway } from '../../../graph/gateway/types.js';
import { encodeId } from '../../../graph/values/id.js';
import type { ListBackend } from '../../../graph/ports/list-backend.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { endpoints, type WireTrunk } from '../endpoints.js';
import { isKey, readEach } from '../shared/reads/keys.js';
import { fetchDeferredFromItems } from '../shared/reads/deferred.js';
import type { IctCoreTrunk } from '../types.js';
import type { Session } from '../session.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';

/** Bits of `service_flag`; 16 is video, which is no channel. */
const SERVICE_BITS: ReadonlyArray<readonly [bit: number, channel: Channel]> = [
  [1, 'VOICE'],
  [2, 'FAX'],
  [4, 'SMS'],
  [8, 'EMAIL'],
];

/** A trunk as a list tells it: columns that only its item has are undefined. */
function toTrunk(wire: WireTrunk, key: string, upstream: UpstreamValue): IctCoreTrunk {
  const flags = wire.service_flag ?? 0;
  return {
    __typename: 'IctCoreTrunk',
    id: encodeId(upstream.name, 'gateway', key),
    upstream,
    upstreamId: key,
    name: wire.name ?? '',
    channels: SERVICE_BITS.flatMap(([bit, channel]) => (flags & bit ? [channel] : [])),
    type: wire.type,
    serviceFlag: wire.service_flag,
    nodeId: wire.node_id,
    host: wire.host,
    gatewayFlag: wire.gateway_flag,
    port: wire.port,
    username: wire.username,
    dialString: wire.dialstring,
    prefix: wire.prefix,
    settings: wire.settings,
    register: wire.register,
    weight: wire.weight,
    active: wire.active,
  };
}

/** A trunk as its item tells it: what is not there is unset. Undefined for another item than the one asked for. */
function toWholeTrunk(wire: WireTrunk, key: string, upstream: UpstreamValue): IctCoreTrunk | undefined {
  if (wire.provider_id !== undefined && wire.provider_id !== key) return undefined;
  const {
    gateway_flag = null,
    port = null,
    username = null,
    dialstring = null,
    prefix = null,
    settings = null,
    register = null,
    weight = null,
    active = null,
  } = wire;
  const itemColumns = { gateway_flag, port, username, dialstring, prefix, settings, register, weight, active };
  return toTrunk({ ...wire, ...itemColumns }, key, upstream);
}

/** Trunks as gateways, whose rows are known to be trunks. */
type TrunkBackend = ListBackend<Gateway> & Pick<ListBackend<IctCoreTrunk>, 'list' | 'byKeys'>;

/** Trunks of an installation, which ICTCore calls providers. */
export function createTrunkBackend({ call, upstream }: Session): TrunkBackend {
  const list = async (callOptions: CallOptions) => {
    const listed = await call(endpoints.listTrunks, {}, callOptions);
    return listed.map((row) => toTrunk(row, row.provider_id, upstream));
  };
  const read = async (key: string, callOptions: CallOptions) => {
    const found = await unlessMissing(call(endpoints.readTrunk, key, callOptions));
    return found && toWholeTrunk(found, key, upstream);
  };
  return {
    // Releases disagree on which trunks a `service_flag` finds, and nobody has many trunks.
    pushdown: {
      offers: {},
      constants: { channel: (channel: Channel) => (channel === 'IM' ? false : undefined) },
      window: false,
      columns: ['id', 'name', 'channel'],
    },
    list: async function* (_request, callOptions) {
      yield { rows: await list(callOptions) };
    },
    byKeys: async (requestedKeys, callOptions) => {
      const keys = new Set(requestedKeys.filter(isKey));
      if (keys.size < 2) return readEach([...keys], read, callOptions);
      const trunks = await list(callOptions);
      return new Map(trunks.flatMap((row) => (keys.has(row.upstreamId) ? [[row.upstreamId, row]] : [])));
    },
    fetchDeferred: fetchDeferredFromItems(read),
  };
}
