import type { UpstreamConfig } from '../config/config.js';
import { createListSizes } from '../graph/cost/list-sizes.js';
import { createLruMap } from '../graph/cost/lru-map.js';
import type { CallerUpstream, OpenUpstream } from '../graph/ports/open-upstream.js';
import type { Provider } from '../graph/ports/provider.js';
import type { FactStore } from '../operations/facts.js';
import type { UpstreamCredential } from '../transport/upstream-credential.js';
import { openCallerRoute } from '../transport/caller-route.js';
import { ProviderFailure } from '../transport/failure.js';
import { createCallerHealth } from '../transport/caller-health.js';
import { createHealth, type Health } from '../transport/health.js';
import type { Connect, ConnectOptions } from '../transport/stack.js';
import { openAccount, routeOf, type UpstreamDependencies } from './open-account.js';

/** Of one upstream; whoever was not seen for longest goes first, with all that was learned and cached for it. */
const MAX_ACCOUNTS = 500;
const IDLE_MS = 15 * 60_000;

/** What a caller's server was seen to do is the caller's: it is kept for no other, and in no store. */
const NO_FACTS: FactStore = { get: async () => undefined, put: async () => undefined };

/** Opens an upstream for callers who bring their own credentials in a header. */
export function openForCallers(
  config: UpstreamConfig & { readonly callerHeader: string },
  provider: Provider,
  connectOptions: ConnectOptions,
  dependencies: Omit<UpstreamDependencies, 'connect' | 'health'>,
): OpenUpstream {
  const { name, callerHeader: header } = config;
  const form = provider.callerAuth?.form ?? 'nothing';
  const health = createHealth();
  const route = openCallerRoute({ ...routeOf(config), health }, connectOptions);
  const open = (connect: Connect, ownHealth: Health, auth?: unknown): CallerUpstream => {
    const settings = auth === undefined ? config.settings : { ...(config.settings as object), auth };
    const sizes = createListSizes();
    const account = openAccount({ ...config, settings }, provider, {
      ...dependencies,
      ...{ connect, sizes, facts: NO_FACTS, health: ownHealth },
    });
    return { ...account, sizes };
  };
  const refuse = (sentence: string): CallerUpstream =>
    open(
      () =>
        route.refuse(() => {
          const message = `nothing was sent to ${provider.title}: ${sentence}`;
          return new ProviderFailure(name, 'auth', message, { sent: 'no' });
        }),
      createHealth(),
    );
  const accounts = createLruMap<CallerUpstream>(MAX_ACCOUNTS, undefined, IDLE_MS);
  const openFor = (credential: UpstreamCredential): CallerUpstream => {
    const auth = provider.callerAuth?.read(credential.reveal());
    const isUsable =
      auth !== undefined && provider.settings.safeParse({ ...(config.settings as object), auth }).success;
    if (!isUsable) return refuse(`the header "${header}" must hold ${form}`);
    const ownHealth = createCallerHealth(name, health);
    return open((signed) => route.connect(credential, { secrets: [], ...signed, health: ownHealth }), ownHealth, auth);
  };
  const nobody = refuse(`the request has no header "${header}" with the caller's own credential: ${form}`);
  const dropCache = (): void => {
    for (const account of accounts.values()) account.connection.dropCache?.();
  };
  return {
    ...nobody,
    // What all callers together see of it: whether it is there.
    value: { ...nobody.value, health },
    connection: { ...nobody.connection, close: route.close, dropCache },
    callerAccounts: {
      header,
      open: (credential) => {
        const account = accounts.get(credential.digest) ?? openFor(credential);
        accounts.set(credential.digest, account);
        return account;
      },
    },
  };
}
