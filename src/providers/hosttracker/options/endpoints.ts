import type { Endpoint } from '../../../wire/endpoint.js';
import type { BodyFormat } from '../format.js';
import type { HostTrackerOptions } from './types.js';

type EndpointOf<Answer> = Endpoint<undefined, Answer>;

/** The lists of accepted values, by their fields of the graph. The lists of gateways are those of the gateways, too. */
export type OptionEndpoints = { readonly [Field in keyof HostTrackerOptions]: EndpointOf<HostTrackerOptions[Field]> };

export function createOptionEndpoints({ texts, wholeNumbers }: BodyFormat): OptionEndpoints {
  const read = <Answer>(path: string, answer: EndpointOf<Answer>['answer']): EndpointOf<Answer> => ({
    name: `GET ${path}`,
    method: 'GET',
    path: () => path,
    effect: 'reads',
    answer,
  });
  return {
    contactTypes: read('/contacts/types', texts),
    alertDelaysMinutes: read('/contacts/delays', wholeNumbers),
    smsGateways: read('/contacts/sms/gateways', texts),
    imGateways: read('/contacts/im/gateways', texts),
  };
}
