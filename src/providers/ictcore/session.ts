import type { CountryCode } from '../../graph/values/phone.js';
import type { Caller, Lister } from '../../wire/endpoint.js';
import type { UpstreamValue } from '../../graph/ports/upstream-value.js';

/** What every call to one installation needs. */
export interface Session {
  readonly call: Caller;
  /** For lists that may be long. */
  readonly list: Lister;
  /** Goes on every row. */
  readonly upstream: UpstreamValue;
  readonly defaultCountry: CountryCode | undefined;
}
