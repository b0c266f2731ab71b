import type { NounCosts } from '../../../graph/ports/costs.js';
import { sharedCall } from '../../../graph/ports/planned-call.js';
import type { OptionEndpoints } from '../options/endpoints.js';

/** What reads of gateways cost: a list for each kind but that of calls. */
export function gatewayCosts({ smsGateways, imGateways }: OptionEndpoints): NounCosts {
  return {
    list: ({ params: { kind } }) => [
      ...(kind === undefined || kind === 'sms' ? [sharedCall(smsGateways)] : []),
      ...(kind === undefined || kind === 'im' ? [sharedCall(imGateways)] : []),
    ],
    // A key names its kind: one key is likely that of text messages, several may be of both kinds.
    byKeys: (count) =>
      count === 0
        ? []
        : [sharedCall(smsGateways), { ...sharedCall(imGateways), times: { expected: count > 1 ? 1 : 0, worst: 1 } }],
  };
}
