import type { ZodType } from 'zod';

import type { Interceptor } from '../../transport/exchange.js';
import type { Connection } from '../../transport/stack.js';
import type { FieldCosts } from './field-costs.js';
import type { CountryCode } from '../values/phone.js';
import type { OpenProvider, ProviderTraits } from './open-upstream.js';
import type { UpstreamValue } from './upstream-value.js';

/** What an upstream's plug gets to open it. */
export interface OpenOptions<Settings> {
  /** Goes on every row, as `upstream`. */
  readonly upstream: UpstreamValue;
  /** The upstream's config, read by the plug's own `settings`. */
  readonly settings: Settings;
  /** Path of the base URL without a slash at its end, e.g. `/api/2.0`. */
  readonly basePath: string;
  readonly defaultCountry: CountryCode | undefined;
  /** Opens the way there: the plug says how to sign and what must never be told, the transport decides all the rest. */
  readonly connect: (authorize: Interceptor, secrets?: readonly string[]) => Connection;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A plug for the gateway's socket: all that is known of one provider. */
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
  readonly open: (options: OpenOptions<Settings>) => OpenProvider;
}

/** Forgets the type of a plug's settings, so that plugs of all providers fit one list. */
export function defineProvider<Settings>(provider: Provider<Settings>): Provider {
  return {
    ...provider,
    open: (opening) => provider.open({ ...opening, settings: provider.settings.parse(opening.settings) }),
  };
}
