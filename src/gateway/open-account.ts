import type { UpstreamConfig } from '../config/config.js';
import { listSupportedMutations } from '../graph/mutations/capabilities.js';
import { NOUNS, nouns } from '../graph/ports/backends.js';
import type { OpenUpstream } from '../graph/ports/open-upstream.js';
import type { Provider } from '../graph/ports/provider.js';
import type { UpstreamValue } from '../graph/ports/upstream-value.js';
import { createComparisonProofs, type ComparisonProofsOptions } from '../graph/proof/proofs.js';
import { encodeId } from '../graph/values/id.js';
import { createHealth, type Health } from '../transport/health.js';
import type { Connect, Route } from '../transport/stack.js';

/** What all upstreams of a gateway share. */
export interface UpstreamDependencies extends Pick<ComparisonProofsOptions, 'sizes' | 'facts' | 'warn' | 'now'> {
  readonly connect: Connect;
  /** Where the outcomes of its calls are recorded; default: a new one. */
  readonly health?: Health;
}

/** The way to an upstream, as its config says it. */
export function routeOf(config: UpstreamConfig): Route {
  const { name, origin, timeoutMs, retry, concurrency, pipelining, cacheMs } = config;
  return { upstream: name, origin, timeoutMs, retry, concurrency, pipelining, cacheMs };
}

/** Opens one account at an upstream. */
export function openAccount(
  config: UpstreamConfig,
  provider: Provider,
  { connect, health = createHealth(), ...dependencies }: UpstreamDependencies,
): OpenUpstream {
  const { name, timeoutMs, budget: requestBudget, defaultCountry } = config;
  const capabilities = { entities: [] as string[], contactFilters: [] as string[], writes: [] as string[] };
  const value: UpstreamValue = {
    __typename: 'Upstream',
    id: encodeId(name, 'upstream', name),
    name,
    provider: provider.name.toUpperCase(),
    capabilities,
    health,
  };
  const openProvider = provider.open({
    upstream: value,
    settings: config.settings,
    basePath: config.basePath,
    timeoutMs,
    defaultCountry,
    connect: (authorize, secrets = []) => connect({ ...routeOf(config), authorize, secrets, health }),
    now: dependencies.now,
  });
  capabilities.entities.push(...nouns.filter((noun) => openProvider.backends[noun]).map((noun) => NOUNS[noun]));
  capabilities.contactFilters.push(...Object.keys(openProvider.backends.contact?.pushdown.offers ?? {}));
  capabilities.writes.push(...listSupportedMutations(openProvider.backends, provider.mutations));
  const server = [provider.name, config.origin + config.basePath];
  const proofs = createComparisonProofs({ name, server, timeoutMs, openProvider, ...dependencies });
  void proofs.loadStored();
  return { ...openProvider, name, value, provider, defaultCountry, timeoutMs, requestBudget, proofs };
}
