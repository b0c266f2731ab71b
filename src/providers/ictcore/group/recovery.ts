import type { OpenProvider } from '../../../graph/ports/open-upstream.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { contactEndpoints } from '../contact/endpoints.js';
import type { Session } from '../session.js';
import { isMember } from './membership-writes.js';
import { memberKeysOf } from './writes.js';
import { NOT_DONE } from '../shared/writes/not-done.js';

/** Looks at the outcome of links, unlinks and of the deletion of groups with their contacts. */
export function groupReconcilers(session: Session): NonNullable<OpenProvider['reconcilers']> {
  return {
    member: async ({ key, group, is }, context) => {
      if (typeof key !== 'string' || typeof group !== 'string') return { is: 'unknown' };
      const member = await isMember(session, { key, other: group }, context);
      return member === is ? { is: 'done', result: { key } } : NOT_DONE;
    },
    emptied: async ({ key: group, members }, context) => {
      if (typeof group !== 'string') return { is: 'unknown' };
      const remaining = await unlessMissing(
        session.call(contactEndpoints.listOfGroup, { group }, { ...context, bypassCache: true }),
      );
      if (!remaining) return { is: 'done', result: { keys: [group] } };
      // Where some of the contacts are gone the deletion was neither done nor not done.
      return context.digest(memberKeysOf(remaining)) === members ? NOT_DONE : { is: 'unknown' };
    },
  };
}
