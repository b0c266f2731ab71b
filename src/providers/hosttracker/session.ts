import type { UpstreamValue } from '../../graph/ports/upstream-value.js';
import type { CountryCode } from '../../graph/values/phone.js';
import type { Caller, Lister } from '../../wire/endpoint.js';
import type { GatewayFactory } from './gateway/columns.js';

/** One HostTracker account, and how it is called. */
export interface Session {
  readonly call: Caller;
  readonly list: Lister;
  readonly upstream: UpstreamValue;
  readonly defaultCountry: CountryCode | undefined;
  readonly gatewayOf: GatewayFactory;
}
