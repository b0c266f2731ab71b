import type { ContactWrites } from '../../graph/contact/backend.js';
import { invalid, notThere } from '../../graph/target.js';
import { columnsOf } from './check.js';
import type { Sender } from './contact-send.js';
import { isKey, toWireId } from './key.js';
import { groupIn, type Rows } from './rows.js';
import type { Tracker } from './trail.js';

/** How contacts come into groups and out of them, where a contact is in one group at most. */
export function createLinks(
  { add, edit, rowOf }: Sender,
  rows: Rows,
  tracker: Tracker,
): Required<Pick<ContactWrites, 'link' | 'unlink'>> {
  const points = { id: ['groupId'] };
  return {
    link: async (key, group, writing) => {
      const row = await rowOf(key, ['contactId'], writing);
      if (!isKey(group)) throw notThere('group', points.id);
      const near = row.phone === null ? [] : await rows.ofNumber(row.phone, writing);
      // The same person may be in that group by another contact.
      const there = near.filter((each) => groupIn(each) === group);
      const found = there.find(({ id }) => id === key) ?? there[0];
      if (found) return { result: { key: found.id } };
      const own = near.find(({ id }) => id === key);
      const place = own ? groupIn(own) : await rows.groupOf(row, writing);
      const given = { group_id: toWireId(group) };
      if (place !== null) return add({ ...columnsOf(row), ...given }, points, writing);
      writing.remember(tracker.ofEdit(key, given, writing));
      return edit(row, given, points, writing);
    },
    unlink: async (key, group, writing) => {
      const row = await rowOf(key, ['contactId'], writing);
      if (!isKey(group)) throw notThere('group', points.id);
      if ((await rows.groupOf(row, writing)) !== group) {
        const message = 'This contact is not in this group; another contact of the same number may be.';
        throw invalid(message, points.id, 'NOT_FOUND');
      }
      const given = { group_id: [] };
      writing.remember(tracker.ofEdit(key, given, writing));
      return edit(row, given, points, writing);
    },
  };
}
