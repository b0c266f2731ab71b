import type { Gateway } from '../../../graph/gateway/types.js';
import type { ListBackend } from '../../../graph/ports/list-backend.js';
import type { CallOptions } from '../../../transport/exchange.js';
import type { OptionEndpoints } from '../options/endpoints.js';
import type { Session } from '../session.js';
import { GATEWAY_KINDS, VOICE_GATEWAY, type GatewayKind } from './columns.js';
import { gatewayPushdown } from './pushdown.js';
import type { HostTrackerGateway } from './types.js';

/** Gateways by kind. Only the lists of the kinds that a query needs are read. */
export function createGatewayBackend(
  { call, gatewayOf }: Session,
  { smsGateways, imGateways }: OptionEndpoints,
): ListBackend<Gateway> {
  const readNames = async (kind: GatewayKind, callOptions: CallOptions): Promise<readonly string[]> => {
    switch (kind) {
      case 'sms':
        return call(smsGateways, undefined, callOptions);
      case 'im':
        return call(imGateways, undefined, callOptions);
      case 'voice':
        return [VOICE_GATEWAY];
    }
  };
  const readKinds = async (kinds: readonly GatewayKind[], callOptions: CallOptions): Promise<HostTrackerGateway[]> => {
    const rows = kinds.map(async (kind) => (await readNames(kind, callOptions)).map((name) => gatewayOf(kind, name)));
    return (await Promise.all(rows)).flat();
  };
  return {
    pushdown: gatewayPushdown,
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
