import type { CallOptions } from '../../transport/exchange.js';
import type { Contact } from './types.js';
import type { Group } from '../group/types.js';
import type { OpenUpstream } from '../ports/open-upstream.js';
import { asError, batchBy, createLoader, type Loader } from '../request/loaders.js';

declare module '../request/loaders.js' {
  interface Loaders {
    /** Groups of a contact, asked for all contacts of a page at once. */
    readonly groupsOf: Loader<Contact, readonly Group[]>;
  }
}

export function createGroupsLoader(
  upstreams: ReadonlyMap<string, OpenUpstream>,
  callOptions: CallOptions,
): Loader<Contact, readonly Group[]> {
  return createLoader<Contact, readonly Group[]>(
    async (contacts) => {
      const answers = await batchBy(
        contacts,
        ({ upstream }) => upstream.name,
        async (name, batch) => {
          const groupsOf = upstreams.get(name)?.backends.contact?.groupsOf;
          return groupsOf ? groupsOf(batch, callOptions) : new Map<string, readonly Group[]>();
        },
      );
      return contacts.map(({ id, upstream }) => {
        const answer = answers.get(upstream.name);
        return answer instanceof Map ? ((answer.get(id) as readonly Group[] | undefined) ?? []) : asError(answer);
      });
    },
    ({ id }) => id,
  );
}
