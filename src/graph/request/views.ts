import type { Principal } from './principal.js';

/** Parts of the gateway as callers of certain upstreams see them. */
export type FindView<View> = (principal: Pick<Principal, 'upstreams'>) => View;

/** Tokens name upstreams, too: whatever they name, so many views are kept. */
const MAX_VIEWS = 200;

/**
 * One view for all callers who see the same upstreams, made when the first of them comes. `known` are the names of all
 * upstreams, of which a credential may name others.
 */
export function createViews<View>(
  whole: View,
  known: readonly string[],
  restrict: (isVisible: (name: string) => boolean) => View,
): FindView<View> {
  const byNames = new Map<string, View>();
  const bySet = new WeakMap<ReadonlySet<string>, View>();
  const viewOfNames = (names: readonly string[]): View => {
    const key = names.join(' ');
    const view = byNames.get(key) ?? restrict((name) => names.includes(name));
    // The one that was asked for longest ago goes first.
    byNames.delete(key);
    byNames.set(key, view);
    for (const oldest of byNames.keys()) {
      if (byNames.size <= MAX_VIEWS) break;
      byNames.delete(oldest);
    }
    return view;
  };
  return ({ upstreams }) => {
    if (!upstreams) return whole;
    const found = bySet.get(upstreams);
    if (found !== undefined) return found;
    const view = viewOfNames(known.filter((name) => upstreams.has(name)));
    bySet.set(upstreams, view);
    return view;
  };
}
