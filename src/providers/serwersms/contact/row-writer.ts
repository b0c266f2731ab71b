import { notFoundError } from '../../../graph/mutations/target.js';
import type { WrittenItem } from '../../../graph/ports/writes.js';
import type { ProviderWriteResult, WriteAttempt } from '../../../operations/intent.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { isKey, toWireId } from '../key.js';
import { withFieldErrors, type FieldPaths } from '../field-errors.js';
import type { ContactReads } from './reads.js';
import type { ContactRecovery } from './recovery.js';
import type { Session } from '../session.js';
import { textColumnsOf, type WireContact } from './columns.js';
import { contactEndpoints, type WireNewContact, type WireMemberships } from './endpoints.js';

/** The steps that all writes of contacts share. */
export interface RowWriter {
  readonly createRow: (
    contact: WireNewContact,
    fieldPaths: FieldPaths,
    writeAttempt: WriteAttempt,
  ) => Promise<ProviderWriteResult<WrittenItem>>;
  /** Sends a whole row with its changes: whether SerwerSMS keeps what an edit leaves out is not documented. */
  readonly updateRow: (
    row: WireContact,
    changes: WireNewContact,
    fieldPaths: FieldPaths,
    writeAttempt: WriteAttempt,
  ) => Promise<ProviderWriteResult<WrittenItem>>;
  /** The row with this key. Without one it throws InvalidInputError: NOT_FOUND at this field. */
  readonly requireRow: (
    key: string,
    field: readonly string[] | null,
    writeAttempt: WriteAttempt,
  ) => Promise<WireContact>;
}

export function createRowWriter({ call }: Session, reads: ContactReads, recovery: ContactRecovery): RowWriter {
  /** How a contact leaves all groups is not documented, so its row is read after the edit. */
  async function verifyUngrouped(
    row: WireContact,
    { id }: FieldPaths,
    writeAttempt: WriteAttempt,
  ): Promise<Pick<ProviderWriteResult<WrittenItem>, 'mistakes' | 'unknownFailures'>> {
    try {
      if ((await reads.readGroupKey(row, writeAttempt)) === null) return {};
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      return { unknownFailures: [error] };
    }
    const message = 'SerwerSMS kept the contact in its group: take it out in its panel, or delete this contact.';
    return { mistakes: [{ code: 'UPSTREAM_REJECTED', message, field: id ?? null }] };
  }

  return {
    createRow: async (contact, fieldPaths, writeAttempt) => {
      writeAttempt.recordRecoveryHint(await recovery.creationHint(contact, writeAttempt));
      const { id } = await withFieldErrors(call(contactEndpoints.create, contact, writeAttempt), fieldPaths);
      return { result: { key: id } };
    },
    updateRow: async (row, changes, fieldPaths, writeAttempt) => {
      const mergedColumns = { ...textColumnsOf(row), ...changes };
      const edited = { id: toWireId(row.id), ...mergedColumns };
      const { id } = await withFieldErrors(call(contactEndpoints.update, edited, writeAttempt), fieldPaths);
      const result = { key: id ?? row.id };
      if (!isEmptyList(changes.group_id)) return { result };
      const currentRow = { ...row, id: result.key, phone: mergedColumns.phone ?? null };
      return { result, ...(await verifyUngrouped(currentRow, fieldPaths, writeAttempt)) };
    },
    requireRow: async (key, field, writeAttempt) => {
      const row = isKey(key) ? await reads.readContact(key, writeAttempt) : undefined;
      if (!row) throw notFoundError('contact', field);
      return row;
    },
  };
}

export function isEmptyList(groups: WireMemberships | undefined): boolean {
  return Array.isArray(groups) && groups.length === 0;
}
