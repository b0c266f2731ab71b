import type { CallOptions } from '../../../transport/exchange.js';
import type { Session } from '../session.js';
import type { OptionEndpoints } from './endpoints.js';
import type { HostTrackerOptions } from './types.js';

/** The values that an account accepts: one request for each list. */
export type HostTrackerOptionsBackend = {
  readonly [Field in keyof HostTrackerOptions]: (callOptions: CallOptions) => Promise<HostTrackerOptions[Field]>;
};

declare module '../../../graph/ports/backends.js' {
  interface Backends {
    readonly hostTrackerOptions: HostTrackerOptionsBackend;
  }
}

export function createOptionsBackend({ call }: Session, endpoints: OptionEndpoints): HostTrackerOptionsBackend {
  return {
    contactTypes: (callOptions) => call(endpoints.contactTypes, undefined, callOptions),
    alertDelaysMinutes: (callOptions) => call(endpoints.alertDelaysMinutes, undefined, callOptions),
    smsGateways: (callOptions) => call(endpoints.smsGateways, undefined, callOptions),
    imGateways: (callOptions) => call(endpoints.imGateways, undefined, callOptions),
  };
}
