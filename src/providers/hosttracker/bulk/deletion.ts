import { codeOf } from '../../../graph/values/errors.js';
import { provesRejection, provesNotDone } from '../../../graph/mutations/item-writes.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import type { DeletedItems } from '../../../graph/ports/writes.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import type { ProviderWriteResult, WriteAttempt } from '../../../operations/intent.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { fitsQuery, MAX_IDS_PER_QUERY } from '../contact/reads.js';
import type { ContactsQuery } from '../contact/endpoints.js';
import type { WriteDependencies } from '../contact/writes.js';

/** At most 1000 contacts are deleted by their ids in one mutation. They take several calls, each with its own timeout. */
export const MAX_DELETED_BY_IDS = 1000;
/** The calls that 1000 contacts take. */
export const MAX_DELETE_CALLS = Math.ceil(MAX_DELETED_BY_IDS / MAX_IDS_PER_QUERY);

export interface BulkDeletion {
  /** The contacts that matched when they were counted. */
  readonly keys: readonly string[];
  /** The filter as HostTracker's query; undefined where no query can hold it, so that ids are sent instead. */
  readonly query: ContactsQuery | undefined;
  readonly expectedCount: number;
}

/** Deletes the contacts that were counted. Nothing is deleted where their number is not the expected one. */
export async function deleteCountedContacts(
  { keys, query, expectedCount }: BulkDeletion,
  dependencies: WriteDependencies,
  writeAttempt: WriteAttempt,
): Promise<ProviderWriteResult<DeletedItems>> {
  const message = `${keys.length} contacts match this filter now, not ${expectedCount}; nothing was deleted. Look at them before you give another number.`;
  throwIfInvalid([
    keys.length === expectedCount ? undefined : inputError(['expectedCount'], message),
    query === undefined && keys.length > MAX_DELETED_BY_IDS
      ? inputError(['filter'], tooManyMessage(keys.length))
      : undefined,
  ]);
  if (keys.length === 0) return { result: { keys: [] } };
  writeAttempt.recordRecoveryHint({ look: 'gone', noun: 'contact', keys });
  const calls = query === undefined ? splitByQueryLength(keys) : [{ keys, query: narrowQuery(query, keys) }];
  const confirmedKeys: string[] = [];
  for (const [place, { query: partQuery, keys: partKeys }] of calls.entries()) {
    try {
      const answer = await dependencies.session.call(dependencies.endpoints.deleteMany, partQuery, writeAttempt);
      confirmedKeys.push(...(answer?.flatMap(({ id }) => id ?? []) ?? []));
    } catch (error) {
      // Nothing was done before the first call, so its failure is the outcome.
      if (place === 0 || !(error instanceof ProviderFailure)) throw error;
      return reportPartialDeletion(error, partKeys, { keys, confirmedKeys }, dependencies, writeAttempt);
    }
  }
  const { gone, unread: readFailure } = await readDeletedKeys(keys, confirmedKeys, dependencies, writeAttempt);
  const remaining = keys.length - gone.length;
  if (remaining === 0) return { result: { keys: gone } };
  if (readFailure) return { result: { keys: gone }, unknownFailures: [readFailure] };
  const partialMessage = `HostTracker deleted ${gone.length} of these contacts and kept ${remaining}.`;
  return {
    result: { keys: gone },
    mistakes: [{ code: 'UPSTREAM_REJECTED', message: partialMessage, field: ['filter'] }],
  };
}

function tooManyMessage(count: number): string {
  return `HostTracker can't hold this filter, so that its contacts are deleted by their ids, at most ${MAX_DELETED_BY_IDS} at once and not ${count}; nothing was deleted. Give a filter that matches fewer.`;
}

interface DeletionProgress {
  readonly keys: readonly string[];
  readonly confirmedKeys: readonly string[];
}

/** The outcome of a deletion of which one call failed. No call is sent after it. */
async function reportPartialDeletion(
  failure: ProviderFailure,
  partKeys: readonly string[],
  { keys, confirmedKeys }: DeletionProgress,
  dependencies: WriteDependencies,
  writeAttempt: WriteAttempt,
): Promise<ProviderWriteResult<DeletedItems>> {
  const { gone, unread } = await readDeletedKeys(keys, confirmedKeys, dependencies, writeAttempt);
  const remaining = keys.length - gone.length;
  if (remaining === 0) return { result: { keys: gone } };
  const isKnown = provesRejection(failure) || provesNotDone(failure) || partKeys.every((key) => gone.includes(key));
  const message = `${gone.length} of these contacts are gone and ${remaining} are not: after a failed call none was sent. ${failure.message}`;
  const userErrors: readonly UserErrorDetail[] = [{ code: codeOf(failure), message, field: ['filter'] }];
  const unknownFailures = [...(isKnown ? [] : [failure]), ...(unread ? [unread] : [])];
  return { result: { keys: gone }, mistakes: userErrors, unknownFailures };
}

/** The contacts that a new read does not find any more. Where the read fails, those that the answers name as deleted. */
async function readDeletedKeys(
  keys: readonly string[],
  confirmedKeys: readonly string[],
  { readMatching }: WriteDependencies,
  writeAttempt: WriteAttempt,
): Promise<{ readonly gone: readonly string[]; readonly unread?: ProviderFailure }> {
  try {
    const requestedKeys = new Set(keys);
    const query = fitsQuery(keys) ? { ids: keys } : {};
    const rows = await readMatching(query, ({ id }) => requestedKeys.has(id), { ...writeAttempt, bypassCache: true });
    const remainingKeys = new Set(rows.map(({ id }) => id));
    return { gone: keys.filter((key) => !remainingKeys.has(key)) };
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    const confirmed = new Set(confirmedKeys);
    return { gone: keys.filter((key) => confirmed.has(key)), unread: error };
  }
}

/** Parts of as many ids as one query holds. */
function splitByQueryLength(
  keys: readonly string[],
): ReadonlyArray<{ readonly keys: readonly string[]; readonly query: ContactsQuery }> {
  return Array.from({ length: Math.ceil(keys.length / MAX_IDS_PER_QUERY) }, (_, at) => {
    const part = keys.slice(at * MAX_IDS_PER_QUERY, (at + 1) * MAX_IDS_PER_QUERY);
    return { keys: part, query: { ids: part } };
  });
}

/** The filter with the ids that were counted, so that a contact that has come to match since is not deleted. */
function narrowQuery(query: ContactsQuery, keys: readonly string[]): ContactsQuery {
  if (query.ids) return query;
  const others = Object.values(query).flat().join('&');
  return fitsQuery(keys, encodeURIComponent(others).length + 100) ? { ...query, ids: keys } : query;
}
