import type { CallOptions } from '../../transport/exchange.js';
import { createPersonLoader } from '../person/person-loader.js';
import type { FailureCollector } from '../request/failures.js';
import type { LinkageContext } from '../person/link-contacts.js';
import { nouns } from '../ports/backends.js';
import { createDeferredLoader, createItemLoader, type ById, type Loaders } from '../request/loaders.js';
import { createGroupsLoader } from '../contact/loaders.js';

/** The loaders of one request, those that nouns add included. */
export function createLoaders(
  { upstreams, linkageRules, sizes, ...context }: LinkageContext,
  failures: Pick<FailureCollector, 'report'>,
): Loaders {
  // Something that is not found may be the row that could not be read: it is an error then, and not "not there".
  const unreadableRows = new Map<string, Error>();
  const callOptions: CallOptions = {
    ...context.callOptions,
    onUnreadableRow: (failure) => {
      if (!unreadableRows.has(failure.upstream)) unreadableRows.set(failure.upstream, failure);
      failures.report(failure);
    },
  };
  const byName = new Map(upstreams.map((upstream) => [upstream.name, upstream]));
  const byId = Object.fromEntries(
    nouns.map((noun) => [noun, createItemLoader(noun, byName, { callOptions, lost: unreadableRows })]),
  ) as unknown as ById;
  return {
    ...byId,
    groupsOf: createGroupsLoader(byName, callOptions),
    deferred: createDeferredLoader(byName, callOptions),
    personOf: createPersonLoader({ upstreams, callOptions, linkageRules, sizes }),
  };
}
