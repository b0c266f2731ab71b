import type { CountryCode } from '../../graph/values/phone.js';
import type { UpstreamValue } from '../../graph/ports/upstream-value.js';
import type { Caller, Lister } from '../../wire/endpoint.js';

/** One CloudSigma account, and how it is called. */
export interface Session {
  readonly call: Caller;
  /** Takes a 403 for an answer about the contact, not about the credentials. */
  readonly callForDeletion: Caller;
  readonly list: Lister;
  readonly upstream: UpstreamValue;
  readonly defaultCountry: CountryCode | undefined;
}
