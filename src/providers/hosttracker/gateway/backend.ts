import type { Channel } from '../../../graph/contact/types.js';
import { encodeId } from '../../../graph/values/id.js';
import type { Gateway } from '../../../graph/gateway/types.js';
import type { ListBackend } from '../../../graph/ports/list-backend.js';
import type { CallOptions } from '../../../transport/exchange.js';
import type { Caller } from '../../../wire/endpoint.js';
import type { Endpoints } from '../endpoints.js';
import type { HostTrackerGateway } from '../contact/types.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';

const CHANNELS = { sms: 'SMS', im: 'IM', voice: 'VOICE' } as const satisfies Record<string, Channel>;
/** Gateways of one kind are named within it: a key is `sms/clickatell`. */
export type GatewayKind = keyof typeof CHANNELS;
const GATEWAY_KINDS: readonly GatewayKind[] = ['sms', 'im', 'voice'];

/** The only one for calls; HostTracker does not list it. */
export const VOICE_GATEWAY = 'twiliovoice';

/** Makes rows of one upstream's gateways, each once: as many contacts share them. */
export type GatewayFactory = (kind: GatewayKind, name: string) => HostTrackerGateway;

export function createGatewayFactory(upstream: UpstreamValue): GatewayFactory {
  const cache = new Map<string, HostTrackerGateway>();
  return (kind, name) => {
    const key = `${kind}/${name}`;
    const gateway = cache.get(key) ?? {
      __typename: 'HostTrackerGateway' as const,
      id: encodeId(upstream.name, 'gateway', key),
      upstream,
      upstreamId: key,
      name,
      channels: [CHANNELS[kind]],
    };
    cache.set(key, gateway);
    return gateway;
  };
}

/** Gateways by kind, asking only for the kinds that are wanted. */
export function createGatewayBackend(
  call: Caller,
  endpoints: Endpoints,
  gatewayOf: GatewayFactory,
): ListBackend<Gateway> {
  const readNames = async (kind: GatewayKind, callOptions: CallOptions): Promise<readonly string[]> => {
    switch (kind) {
      case 'sms':
        return call(endpoints.listSmsGateways, undefined, callOptions);
      case 'im':
        return call(endpoints.listImGateways, undefined, callOptions);
      case 'voice':
        return [VOICE_GATEWAY];
    }
  };
  const readKinds = async (kinds: readonly GatewayKind[], callOptions: CallOptions): Promise<HostTrackerGateway[]> => {
    const rows = kinds.map(async (kind) => (await readNames(kind, callOptions)).map((name) => gatewayOf(kind, name)));
    return (await Promise.all(rows)).flat();
  };
  return {
    pushdown: {
      offers: {
        channel: (channel: Channel) => {
          const kind = GATEWAY_KINDS.find((each) => CHANNELS[each] === channel);
          return kind && { precision: 'exact', params: { kind } };
        },
      },
      constants: {
        channel: (channel: Channel) => (GATEWAY_KINDS.some((kind) => CHANNELS[kind] === channel) ? undefined : false),
      },
      window: false,
      columns: ['id', 'name', 'channel'],
    },
    list: async function* ({ params: { kind } }, callOptions) {
      const kinds = kind === undefined ? GATEWAY_KINDS : GATEWAY_KINDS.filter((each) => each === kind);
      yield { rows: await readKinds(kinds, callOptions) };
    },
    byKeys: async (keys, callOptions) => {
      const kinds = GATEWAY_KINDS.filter((kind) => keys.some((key) => key.startsWith(`${kind}/`)));
      const rows = await readKinds(kinds, callOptions);
      return new Map(rows.filter(({ upstreamId }) => keys.includes(upstreamId)).map((row) => [row.upstreamId, row]));
    },
  };
}
