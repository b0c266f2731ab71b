import type { CountryCode } from '../../graph/values/phone.js';
import type { UpstreamValue } from '../../graph/ports/upstream-value.js';
import type { Caller } from '../../wire/endpoint.js';

/** The address books of one Hostway account, and how they are called. */
export interface Session {
  readonly call: Caller;
  readonly upstream: UpstreamValue;
  readonly account: string;
  /** Lists follow their order. */
  readonly domains: readonly string[];
  readonly defaultCountry: CountryCode | undefined;
}
