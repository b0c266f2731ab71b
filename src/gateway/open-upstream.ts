import type { UpstreamConfig } from '../config/config.js';
import type { OpenUpstream } from '../graph/ports/open-upstream.js';
import type { Provider } from '../graph/ports/provider.js';
import { createConnect, type ConnectOptions } from '../transport/stack.js';
import { openAccount, type UpstreamDependencies } from './open-account.js';
import { openForCallers } from './open-for-callers.js';

/** Opens what the config says of one upstream. */
export function openUpstream(
  config: UpstreamConfig,
  providers: readonly Provider[],
  connectOptions: ConnectOptions,
  dependencies: Omit<UpstreamDependencies, 'connect' | 'health'>,
): OpenUpstream {
  const provider = providers.find(({ name }) => name === config.provider);
  if (!provider) throw new TypeError(`${config.name}: there is no provider "${config.provider}"`);
  const { callerHeader } = config;
  return callerHeader === undefined
    ? openAccount(config, provider, { ...dependencies, connect: createConnect(connectOptions) })
    : openForCallers({ ...config, callerHeader }, provider, connectOptions, dependencies);
}
