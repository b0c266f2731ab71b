import type { Channel } from '../../graph/contact/contact.js';
import { encodeId } from '../../graph/id.js';
import type { Gateway } from '../../graph/gateway/gateway.js';
import type { Listing } from '../../graph/listing.js';
import type { UpstreamValue } from '../../graph/upstream/upstream.js';
import type { Asking } from '../../transport/exchange.js';
import type { Caller } from '../../wire/endpoint.js';
import type { Endpoints } from './endpoints.js';
import type { HostTrackerGateway } from './types.js';

const CHANNELS = { sms: 'SMS', im: 'IM', voice: 'VOICE' } as const satisfies Record<string, Channel>;
/** Gateways of one kind are named within it: a key is `sms/clickatell`. */
export type GatewayKind = keyof typeof CHANNELS;
const KINDS: readonly GatewayKind[] = ['sms', 'im', 'voice'];

/** The only one for calls; HostTracker does not list it. */
export const VOICE_GATEWAY = 'twiliovoice';

/** Makes rows of one upstream's gateways, each once: as many contacts share them. */
export type GatewayOf = (kind: GatewayKind, name: string) => HostTrackerGateway;

export function createGatewayOf(upstream: UpstreamValue): GatewayOf {
  const known = new Map<string, HostTrackerGateway>();
  return (kind, name) => {
    const key = `${kind}/${name}`;
    const gateway = known.get(key) ?? {
      __typename: 'HostTrackerGateway' as const,
      id: encodeId(upstream.name, 'gateway', key),
      upstream,
      upstreamId: key,
      name,
      channels: [CHANNELS[kind]],
    };
    known.set(key, gateway);
    return gateway;
  };
}

/** Gateways by kind, asking only for the kinds that are wanted. */
export function createGatewayBackend(call: Caller, endpoints: Endpoints, gatewayOf: GatewayOf): Listing<Gateway> {
  const namesOf = async (kind: GatewayKind, asking: Asking): Promise<readonly string[]> => {
    switch (kind) {
      case 'sms':
        return call(endpoints.smsGateways, undefined, asking);
      case 'im':
        return call(endpoints.imGateways, undefined, asking);
      case 'voice':
        return [VOICE_GATEWAY];
    }
  };
  const ofKinds = async (kinds: readonly GatewayKind[], asking: Asking): Promise<HostTrackerGateway[]> => {
    const rows = kinds.map(async (kind) => (await namesOf(kind, asking)).map((name) => gatewayOf(kind, name)));
    return (await Promise.all(rows)).flat();
  };
  return {
    pushdown: {
      offers: {
        channel: (channel: Channel) => {
          const kind = KINDS.find((each) => CHANNELS[each] === channel);
          return kind && { grip: 'exact', params: { kind } };
        },
      },
      constants: {
        channel: (channel: Channel) => (KINDS.some((kind) => CHANNELS[kind] === channel) ? undefined : false),
      },
      window: false,
      columns: ['id', 'name', 'channel'],
    },
    list: async function* ({ params: { kind } }, asking) {
      const wanted = kind === undefined ? KINDS : KINDS.filter((each) => each === kind);
      yield { rows: await ofKinds(wanted, asking) };
    },
    byKeys: async (keys, asking) => {
      const kinds = KINDS.filter((kind) => keys.some((key) => key.startsWith(`${kind}/`)));
      const rows = await ofKinds(kinds, asking);
      return new Map(rows.filter(({ upstreamId }) => keys.includes(upstreamId)).map((row) => [row.upstreamId, row]));
    },
  };
}
