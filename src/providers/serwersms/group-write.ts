import type { GroupWrites } from '../../graph/group/backend.js';
import { changed } from '../../graph/look.js';
import { complain, notThere } from '../../graph/target.js';
import type { Mistake } from '../../operations/record.js';
import { ProviderFailure } from '../../transport/failure.js';
import { isKey, toWireId } from './key.js';
import type { Tracker } from './trail.js';
import type { Way } from './way.js';
import { writeEndpoints } from './write-endpoints.js';

const LONGEST_NAME = 100;

/** How groups of an account are written. */
export function createGroupWrites({ call, upstream }: Way, tracker: Tracker): GroupWrites {
  return {
    create: async ({ name, description }, writing) => {
      complain([mistakeIn(name), unsupported(description)]);
      const text = name.trim();
      writing.remember(await tracker.ofGroup(text, writing));
      const { id } = await call(writeEndpoints.addGroup, { name: text }, writing);
      return { result: { key: id } };
    },
    update: async (key, { name, description }, writing) => {
      if (!isKey(key)) throw notThere('group', null);
      complain([name === undefined ? undefined : mistakeIn(name), unsupported(description)]);
      const text = name?.trim();
      if (text === undefined) return { result: { key } };
      writing.remember(changed('group', key, { name: writing.digest(text) }));
      await call(writeEndpoints.editGroup, { id: toWireId(key), name: text }, writing);
      return { result: { key } };
    },
    remove: async (key, deleteContacts, writing) => {
      if (!isKey(key)) {
        throw new ProviderFailure(upstream.name, 'not-found', notThere('group', null).message, { sent: 'yes' });
      }
      const also = deleteContacts ? { delete_contacts: true as const } : {};
      await call(writeEndpoints.deleteGroup, { id: toWireId(key), ...also }, writing);
    },
  };
}

function mistakeIn(name: string | null): Mistake | undefined {
  const text = name?.trim() ?? '';
  const length = Array.from(text).length;
  if (length > 0 && length <= LONGEST_NAME) return undefined;
  const message =
    length === 0 ? 'A group must have a name.' : `"name" takes at most ${LONGEST_NAME} characters, not ${length}.`;
  return { code: 'BAD_USER_INPUT', message, field: ['name'] };
}

/** To take a text and keep it nowhere would be to lose it. */
function unsupported(description: string | null | undefined): Mistake | undefined {
  if (!description?.trim()) return undefined;
  const message = 'SerwerSMS keeps no description of a group: leave it out.';
  return { code: 'UNSUPPORTED', message, field: ['description'] };
}
