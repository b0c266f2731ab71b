import type { CountryCode } from '../../graph/values/phone.js';
import type { Caller, Lister } from '../../wire/endpoint.js';
import type { UpstreamValue } from '../../graph/ports/upstream-value.js';

/** The way to one account, for all that is asked of it. */
export interface Session {
  readonly call: Caller;
  /** For lists that may be long. */
  readonly list: Lister;
  /** Goes on every row. */
  readonly upstream: UpstreamValue;
  readonly defaultCountry: CountryCode | undefined;
}
