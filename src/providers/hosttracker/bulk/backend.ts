import { invalidInput } from '../../../graph/mutations/target.js';
import type { DeletedItems } from '../../../graph/ports/writes.js';
import type { ProviderWriteResult, WriteAttempt } from '../../../operations/intent.js';
import type { ForEachField } from '../../../wire/column-inputs.js';
import { deleteCountedContacts } from './deletion.js';
import type { DeleteHostTrackerContactsInput, UpdateHostTrackerContactsInput } from './inputs.js';
import { validateGeneralFields } from '../contact/input-rules.js';
import { wireFieldsOf, type ValidatedField } from '../wire-fields.js';
import { validateOptionChoices } from '../options/input-rules.js';
import { bulkUpdateHint, expectedDigests } from '../contact/recovery.js';
import { toReadFilter, toWriteFilter, type WriteFilter } from './write-filter.js';
import { toContact, type WireContact } from '../contact/columns.js';
import { throwInputErrors, type WriteDependencies } from '../contact/writes.js';

/** What a change sends: all but the filter, which says whom it is about. */
type ChangeFields = Omit<UpdateHostTrackerContactsInput, 'filter'>;

/** Writes to all contacts of one account that match a filter. Both results are the keys of those contacts. */
export interface HostTrackerBulkBackend {
  readonly updateContacts: (
    input: UpdateHostTrackerContactsInput,
    writeAttempt: WriteAttempt,
  ) => Promise<ProviderWriteResult<DeletedItems>>;
  readonly deleteContacts: (
    input: DeleteHostTrackerContactsInput,
    writeAttempt: WriteAttempt,
  ) => Promise<ProviderWriteResult<DeletedItems>>;
}

declare module '../../../graph/ports/backends.js' {
  interface Backends {
    readonly hostTrackerBulk: HostTrackerBulkBackend;
  }
}

export function createBulkBackend(dependencies: WriteDependencies): HostTrackerBulkBackend {
  const { session, endpoints, readMatching, options } = dependencies;

  /** Keys of the contacts that match now. An input error where HostTracker's filter matches others than the graph's. */
  const requireMatchingKeys = async (
    { query, matches }: WriteFilter,
    writeAttempt: WriteAttempt,
  ): Promise<readonly string[]> => {
    if (!query) return [];
    const rows = await readMatching(query, () => true, { ...writeAttempt, bypassCache: true });
    const others = rows.filter((row) => !matches(toContact(row, session)));
    if (others.length === 0) return rows.map(({ id }) => id);
    const message = `HostTracker gives ${others.length} contacts that do not match this filter, and would write to them too; take ids from \`contacts\` and give them as \`upstreamIds\`.`;
    throw invalidInput(message, ['filter']);
  };

  /** Keys of the contacts that match now: those that HostTracker's part of the filter finds are tested by the whole. */
  const readMatchingKeys = async (
    { query, matches }: WriteFilter,
    writeAttempt: WriteAttempt,
  ): Promise<readonly string[]> => {
    const isWanted = (row: WireContact): boolean => matches(toContact(row, session));
    const rows = await readMatching(query ?? {}, isWanted, { ...writeAttempt, bypassCache: true });
    return rows.map(({ id }) => id);
  };

  return {
    updateContacts: async (input, writeAttempt) => {
      const filter = toWriteFilter(input.filter);
      const fieldsOfInput: ForEachField<ChangeFields, readonly ValidatedField[]> = validateGeneralFields(input, false);
      const validated = Object.values(fieldsOfInput).flat();
      await throwInputErrors(validated, () => validateOptionChoices(input, undefined, options, writeAttempt));
      const keys = await requireMatchingKeys(filter, writeAttempt);
      const fields = wireFieldsOf(validated);
      if (keys.length === 0 || fields.length === 0 || !filter.query) return { result: { keys } };
      const expected = expectedDigests(input, writeAttempt.digest);
      if (expected) writeAttempt.recordRecoveryHint(bulkUpdateHint(keys, expected));
      const answer = await session.call(endpoints.updateMany, { query: filter.query, fields }, writeAttempt);
      return { result: { keys: answer?.flatMap(({ id }) => id ?? []) ?? keys } };
    },
    deleteContacts: async ({ filter: filterInput, expectedCount }, writeAttempt) => {
      const { isFullyPushedDown, ...filter } = toReadFilter(filterInput);
      const keys = await (isFullyPushedDown
        ? requireMatchingKeys(filter, writeAttempt)
        : readMatchingKeys(filter, writeAttempt));
      return deleteCountedContacts(
        { keys, query: isFullyPushedDown ? (filter.query ?? undefined) : undefined, expectedCount },
        dependencies,
        writeAttempt,
      );
    },
  };
}
