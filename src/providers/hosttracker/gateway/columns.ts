import type { Channel } from '../../../graph/contact/types.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';
import { encodeId } from '../../../graph/values/id.js';
import type { HostTrackerGateway } from './types.js';

export const CHANNELS = { sms: 'SMS', im: 'IM', voice: 'VOICE' } as const satisfies Record<string, Channel>;
/** Names of gateways are unique within their kind only, so a key is like `sms/clickatell`. */
export type GatewayKind = keyof typeof CHANNELS;
export const GATEWAY_KINDS: readonly GatewayKind[] = ['sms', 'im', 'voice'];

/** The only gateway of calls. No list of HostTracker holds it. */
export const VOICE_GATEWAY = 'twiliovoice';

/** Makes the row of a gateway, once for each gateway: many contacts share one. */
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
