import type { ContactWrites } from '../../../graph/contact/backend.js';
import { invalidInput, notFoundError } from '../../../graph/mutations/target.js';
import { textColumnsOf } from './columns.js';
import type { RowWriter } from './row-writer.js';
import { isKey, toWireId } from '../key.js';
import { groupKeyOf, type ContactReads } from './reads.js';
import type { ContactRecovery } from './recovery.js';

/** Adds contacts to groups and removes them. A row is in one group at most, so a person in two groups has two rows. */
export function createMembershipWrites(
  { createRow, updateRow, requireRow }: RowWriter,
  reads: ContactReads,
  recovery: ContactRecovery,
): Required<Pick<ContactWrites, 'link' | 'unlink'>> {
  const fieldPaths = { id: ['groupId'] };
  return {
    link: async (key, group, writeAttempt) => {
      const row = await requireRow(key, ['contactId'], writeAttempt);
      if (!isKey(group)) throw notFoundError('group', fieldPaths.id);
      const samePhone = row.phone === null ? [] : await reads.readByPhone(row.phone, writeAttempt);
      // Another row of the same number may be in that group already.
      const inGroup = samePhone.filter((each) => groupKeyOf(each) === group);
      const found = inGroup.find(({ id }) => id === key) ?? inGroup[0];
      if (found) return { result: { key: found.id } };
      const ownRow = samePhone.find(({ id }) => id === key);
      const currentGroup = ownRow ? groupKeyOf(ownRow) : await reads.readGroupKey(row, writeAttempt);
      const changes = { group_id: toWireId(group) };
      if (currentGroup !== null) return createRow({ ...textColumnsOf(row), ...changes }, fieldPaths, writeAttempt);
      writeAttempt.recordRecoveryHint(recovery.updateHint(key, changes, writeAttempt));
      return updateRow(row, changes, fieldPaths, writeAttempt);
    },
    unlink: async (key, group, writeAttempt) => {
      const row = await requireRow(key, ['contactId'], writeAttempt);
      if (!isKey(group)) throw notFoundError('group', fieldPaths.id);
      if ((await reads.readGroupKey(row, writeAttempt)) !== group) {
        const message = 'This contact is not in this group; another contact of the same number may be.';
        throw invalidInput(message, fieldPaths.id, 'NOT_FOUND');
      }
      const changes = { group_id: [] };
      writeAttempt.recordRecoveryHint(recovery.updateHint(key, changes, writeAttempt));
      return updateRow(row, changes, fieldPaths, writeAttempt);
    },
  };
}
