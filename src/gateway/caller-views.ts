import { createLruMap } from '../graph/cost/lru-map.js';
import type { Principal } from '../graph/request/principal.js';
import type { ListSizes } from '../graph/ports/list-sizes.js';
import type { CallerUpstream, OpenUpstream } from '../graph/ports/open-upstream.js';
import type { CallerCredentials } from '../transport/upstream-credential.js';

const MAX_VIEWS = 500;
const IDLE_MS = 15 * 60_000;
const NONE: CallerCredentials = new Map();

/** The upstream as a caller with these credentials sees it. */
export function asSeenWith(upstream: OpenUpstream, credentials: CallerCredentials = NONE): OpenUpstream {
  return openFor(upstream, credentials) ?? upstream;
}

function openFor({ name, callerAccounts }: OpenUpstream, credentials: CallerCredentials): CallerUpstream | undefined {
  const credential = callerAccounts && credentials.get(name);
  return credential && callerAccounts.open(credential);
}

/**
 * Finds the view of a principal. Where it brings credentials of its own, the view has its accounts in place of what
 * refuses every call: nothing that is kept for them is kept for another credential.
 */
export function createCallerViews<View extends { readonly upstreams: readonly OpenUpstream[] }>(
  findView: (principal: Principal) => View,
  createView: (upstreams: readonly OpenUpstream[], accounts: ReadonlyMap<string, CallerUpstream>) => View,
): (principal: Principal) => View {
  const views = createLruMap<View>(MAX_VIEWS, undefined, IDLE_MS);
  /** By the credentials of one request, which asks several times. */
  const byRequest = new WeakMap<CallerCredentials, View>();
  return (principal) => {
    const { credentials } = principal;
    if (!credentials) return findView(principal);
    const known = byRequest.get(credentials);
    if (known) return known;
    const { upstreams } = findView(principal);
    const seen = upstreams.map((upstream) => upstream.callerAccounts && credentials.get(upstream.name)?.digest);
    const key = JSON.stringify([upstreams.map(({ name }) => name), seen]);
    let view = views.get(key);
    if (!view) {
      const accounts = upstreams.flatMap((upstream) => openFor(upstream, credentials) ?? []);
      const byName = new Map(accounts.map((account) => [account.name, account]));
      view = createView(
        upstreams.map((upstream) => byName.get(upstream.name) ?? upstream),
        byName,
      );
      views.set(key, view);
    }
    byRequest.set(credentials, view);
    return view;
  };
}

/** Sizes of lists: the caller's own accounts' where it has them, else those of all callers. */
export function sizesOf(all: ListSizes, accounts: ReadonlyMap<string, CallerUpstream>): ListSizes {
  const of = (upstream: string): ListSizes => accounts.get(upstream)?.sizes ?? all;
  return {
    version: () => [...accounts.values()].reduce((sum, { sizes }) => sum + sizes.version(), all.version()),
    record: (upstream, ...rest) => {
      of(upstream).record(upstream, ...rest);
    },
    isKnown: (upstream, noun) => of(upstream).isKnown(upstream, noun),
    rows: (upstream, noun) => of(upstream).rows(upstream, noun),
    matching: (upstream, ...rest) => of(upstream).matching(upstream, ...rest),
  };
}
