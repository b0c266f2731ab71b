import type { ContactWrites } from '../../../graph/contact/backend.js';
import { eraseCreateInput, eraseUpdateInput } from '../../../graph/contact/extension.js';
import { throwIfInvalid, notFoundError } from '../../../graph/mutations/target.js';
import type { WriteAttempt } from '../../../operations/intent.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { validateContact, omitEmpty } from './input-rules.js';
import { createRowWriter, isEmptyList } from './row-writer.js';
import { isKey, toWireId } from '../key.js';
import { createMembershipWrites } from './membership-writes.js';
import type { ContactReads } from './reads.js';
import type { ContactRecovery } from './recovery.js';
import type { Session } from '../session.js';
import type { WireContact } from './columns.js';
import { contactEndpoints, type WireNewContact, type WireMemberships } from './endpoints.js';
import { INPUT_MEMBER, type CreateSerwerSmsContactInput, type UpdateSerwerSmsContactInput } from './inputs.js';

/** How contacts of an account are written. */
export function createContactWrites(session: Session, reads: ContactReads, recovery: ContactRecovery): ContactWrites {
  const rowWriter = createRowWriter(session, reads, recovery);

  /** The groups to send: those requested, else the row's own, so that it stays there. A row in no group has none to leave. */
  async function groupsToSend(
    row: WireContact,
    requestedGroups: WireMemberships | undefined,
    writeAttempt: WriteAttempt,
  ): Promise<Pick<WireNewContact, 'group_id'>> {
    if (requestedGroups !== undefined && !isEmptyList(requestedGroups)) return { group_id: requestedGroups };
    const currentGroup = await reads.readGroupKey(row, writeAttempt);
    return currentGroup === null ? {} : { group_id: requestedGroups ?? toWireId(currentGroup) };
  }

  return {
    create: {
      [INPUT_MEMBER]: eraseCreateInput(async (input: CreateSerwerSmsContactInput, writeAttempt) => {
        const { changes, userErrors } = validateContact(input, session);
        throwIfInvalid(userErrors);
        return rowWriter.createRow(omitEmpty(changes), { phone: ['phone'], id: ['groupIds'] }, writeAttempt);
      }),
    },
    update: {
      [INPUT_MEMBER]: eraseUpdateInput(async (key, input: UpdateSerwerSmsContactInput, writeAttempt) => {
        if (!isKey(key)) throw notFoundError('contact', null);
        const { changes, userErrors } = validateContact(input, session);
        throwIfInvalid(userErrors);
        if (Object.keys(changes).length === 0) return { result: { key } };
        const row = await rowWriter.requireRow(key, null, writeAttempt);
        const { group_id: requestedGroups, ...columns } = changes;
        const groups = await groupsToSend(row, requestedGroups, writeAttempt);
        writeAttempt.recordRecoveryHint(
          recovery.updateHint(key, { ...columns, ...(requestedGroups === undefined ? {} : groups) }, writeAttempt),
        );
        const fieldPaths = {
          phone: changes.phone === undefined ? undefined : ['phone'],
          id: requestedGroups === undefined ? undefined : ['groupIds'],
        };
        return rowWriter.updateRow(row, { ...columns, ...groups }, fieldPaths, writeAttempt);
      }),
    },
    remove: async (key, writeAttempt) => {
      if (!isKey(key)) {
        throw new ProviderFailure(session.upstream.name, 'not-found', notFoundError('contact', null).message, {
          sent: 'yes',
        });
      }
      await session.call(contactEndpoints.delete, { id: toWireId(key) }, writeAttempt);
    },
    ...createMembershipWrites(rowWriter, reads, recovery),
  };
}
