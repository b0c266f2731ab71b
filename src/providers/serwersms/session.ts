import type { CountryCode } from '../../graph/values/phone.js';
import type { Caller, Lister } from '../../wire/endpoint.js';
import type { UpstreamValue } from '../../graph/ports/upstream-value.js';

/** One SerwerSMS account, and how it is called. */
export interface Session {
  readonly call: Caller;
  /** For lists that may be long. */
  readonly list: Lister;
  readonly upstream: UpstreamValue;
  readonly defaultCountry: CountryCode | undefined;
}
