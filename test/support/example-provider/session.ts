import type { UpstreamValue } from '../../../src/graph/ports/upstream-value.js';
import type { CountryCode } from '../../../src/graph/values/phone.js';
import type { Caller, Lister } from '../../../src/wire/endpoint.js';

/** One address book, and how it is called. */
export interface Session {
  readonly call: Caller;
  /** For lists that may be long. */
  readonly list: Lister;
  /** Goes on every row. */
  readonly upstream: UpstreamValue;
  readonly defaultCountry: CountryCode | undefined;
}
