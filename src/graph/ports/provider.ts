import type { ZodType } from 'zod';

import type { Interceptor } from '../../transport/exchange.js';
import type { UpstreamConnection } from '../../transport/stack.js';
import type { CallerAuth } from './caller-auth.js';
import type { FieldCosts } from './field-costs.js';
import type { CountryCode } from '../values/phone.js';
import type { OpenProvider, ProviderTraits } from './open-upstream.js';
import type { UpstreamValue } from './upstream-value.js';

/** What a provider gets to open an upstream. */
export interface OpenOptions<Settings> {
  /** Goes on every row, as `upstream`. */
  readonly upstream: UpstreamValue;
  /** The upstream's config, read by the provider's own `settings`. */
  readonly settings: Settings;
  /** Path of the base URL without a slash at its end, e.g. `/api/2.0`. */
  readonly basePath: string;
  readonly defaultCountry: CountryCode | undefined;
  /** Connects to the upstream: the provider says how requests are authorized and what is secret; the transport decides the rest. */
  readonly connect: (authorize: Interceptor, secrets?: readonly string[]) => UpstreamConnection;
  /** The longest that one call may take. */
  readonly timeoutMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** All that the gateway knows of one provider. */
export interface Provider<Settings = unknown> extends ProviderTraits {
  /** What it is and what this gateway does with it, in a sentence: the description of its value of the enum. */
  readonly description: string;
  /** Checks and reads what an upstream's config holds beyond the common keys. */
  readonly settings: ZodType<Settings>;
  /** Resolver classes for fields and queries of its own. */
  readonly resolvers?: ReadonlyArray<new () => object>;
  /** Mutations of its own, in its `resolvers`: every upstream of it supports them. */
  readonly mutations?: readonly string[];
  /** What fields that only this provider has cost, by coordinate, e.g. `IctCoreContact.address`. */
  readonly fieldCosts?: FieldCosts;
  /** How callers spell credentials of their own; without it the config must have them. */
  readonly callerAuth?: CallerAuth;
  readonly open: (options: OpenOptions<Settings>) => OpenProvider;
}

/** Hides the type of a provider's settings, so that all providers fit one list. */
export function defineProvider<Settings>(provider: Provider<Settings>): Provider {
  return {
    ...provider,
    open: (options) => provider.open({ ...options, settings: provider.settings.parse(options.settings) }),
  };
}
