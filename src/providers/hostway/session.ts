import type { CountryCode } from '../../graph/values/phone.js';
import type { UpstreamValue } from '../../graph/ports/upstream-value.js';
import type { Caller, Lister } from '../../wire/endpoint.js';

/** The address books of one Hostway account, and how they are called. */
export interface Session {
  readonly call: Caller;
  /** For lists that may be long. */
  readonly list: Lister;
  readonly upstream: UpstreamValue;
  readonly account: string;
  /** Lists follow their order. */
  readonly domains: readonly string[];
  readonly defaultCountry: CountryCode | undefined;
}
