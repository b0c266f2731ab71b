import type { CallOptions } from '../../transport/exchange.js';
import { createPersonLoader } from '../person/person-loader.js';
import type { FailureCollector } from '../request/failures.js';
import { PeopleOfRequest } from '../person/known-people.js';
import type { LinkageContext } from '../person/link-contacts.js';
import { nouns } from '../ports/backends.js';
import type { OpenUpstream } from '../ports/open-upstream.js';
import { DeferredBatches } from '../request/deferred-batch.js';
import { createItemLoader, type Loaders } from '../request/loaders.js';
import { KnownReads } from '../request/known-reads.js';
import { createGroupsLoader } from '../contact/loaders.js';

/** The loaders of one request, those that nouns add included. */
export function createLoaders(
  { upstreams, linkageRules, sizes, listReads, callOptions: given }: LinkageContext,
  failures: Pick<FailureCollector, 'report'>,
): Loaders {
  // Something that is not found may be the row that could not be read: it is an error then, and not "not there".
  const unreadableRows = new Map<string, Error>();
  const callOptions: CallOptions = {
    ...given,
    onUnreadableRow: (failure) => {
      if (!unreadableRows.has(failure.upstream)) unreadableRows.set(failure.upstream, failure);
      failures.report(failure);
    },
  };
  const byName = mapByName(upstreams);
  return new LazyLoaders((name) => {
    if (name === 'groupsOf') return createGroupsLoader(byName, callOptions);
    if (name === 'knownReads') return new KnownReads();
    if (name === 'deferred') return new DeferredBatches(byName, callOptions);
    if (name === 'people') return new PeopleOfRequest(linkageRules);
    if (name === 'personOf') return createPersonLoader({ upstreams, callOptions, linkageRules, sizes, listReads });
    return createItemLoader(name, byName, { callOptions, lost: unreadableRows });
  }) as unknown as Loaders;
}

const maps = new WeakMap<readonly OpenUpstream[], ReadonlyMap<string, OpenUpstream>>();

/** The same for all requests that see the same upstreams. */
function mapByName(upstreams: readonly OpenUpstream[]): ReadonlyMap<string, OpenUpstream> {
  let map = maps.get(upstreams);
  if (!map) maps.set(upstreams, (map = new Map(upstreams.map((upstream) => [upstream.name, upstream]))));
  return map;
}

/** Makes each loader when it is asked for: most requests need one or two of them. */
class LazyLoaders {
  readonly #made = new Map<keyof Loaders, unknown>();
  readonly #make: (name: keyof Loaders) => unknown;

  constructor(make: (name: keyof Loaders) => unknown) {
    this.#make = make;
  }

  static {
    for (const name of [...nouns, 'groupsOf', 'knownReads', 'deferred', 'personOf', 'people'] as const) {
      Object.defineProperty(this.prototype, name, {
        get(this: LazyLoaders) {
          let loader = this.#made.get(name);
          if (loader === undefined) this.#made.set(name, (loader = this.#make(name)));
          return loader;
        },
      });
    }
  }
}
