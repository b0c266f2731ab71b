import type { TransmissionBackend } from '../../../graph/transmission/backend.js';
import type { Transmission } from '../../../graph/transmission/types.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import type { AttemptLoaders } from '../attempt/loaders.js';
import { isKey } from '../shared/reads/keys.js';
import { columnOfReference } from '../shared/reads/reference-columns.js';
import { readIndependently, throwFirstFailure, type ResultsByKey } from '../shared/reads/deferred.js';
import type { ProgramListLoader } from '../program/list-loader.js';
import { transmissionEndpoints } from './endpoints.js';
import { transmissionPushdown } from './pushdown.js';
import { createTransmissionFetch } from './deferred.js';
import { createTransmissionLister, createTransmissionPageReader } from './list.js';
import { isOrphanFailure, withOrphanErrors } from './orphan.js';
import { toTransmission } from './columns.js';
import { createTransmissionWrites } from './writes.js';
import type { OutcomeWindow } from '../shared/writes/action-tracker.js';
import type { Session } from '../session.js';

/** What transmissions share with other nouns. */
interface SharedLoaders {
  readonly outcomeWindow: OutcomeWindow;
  readonly attemptLoaders: AttemptLoaders;
  readonly loadPrograms: ProgramListLoader;
}

/** Transmissions of an installation. */
export function createTransmissionBackend(
  plainSession: Session,
  { outcomeWindow, attemptLoaders, loadPrograms }: SharedLoaders,
): TransmissionBackend {
  const session = withOrphanErrors(plainSession);
  const list = createTransmissionLister(session);
  const readPage = createTransmissionPageReader(list);
  const readItem = async (key: string, callOptions: CallOptions): Promise<Transmission | undefined> => {
    const found = await unlessMissing(session.call(transmissionEndpoints.read, key, callOptions));
    if (!found || (found.transmission_id !== undefined && found.transmission_id !== key)) return undefined;
    return toTransmission(found, key, 'item', { account: found.oAccount, contact: found.oContact }, session);
  };
  /** The item or, where the server can't load it, the row of the list. */
  const read = async (key: string, callOptions: CallOptions): Promise<Transmission | undefined> => {
    try {
      return await readItem(key, callOptions);
    } catch (error) {
      if (!isOrphanFailure(error)) throw error;
      const { rows } = await list({ transmission_id: key }, callOptions);
      return rows.find(({ upstreamId }) => upstreamId === key);
    }
  };
  const readEach = readIndependently(read);
  const fetchDeferred = createTransmissionFetch(session, { list, readItem, attemptLoaders, loadPrograms });
  const eachByKey = async (
    requestedKeys: readonly string[],
    callOptions: CallOptions,
  ): Promise<ResultsByKey<Transmission>> => {
    const keys = new Set(requestedKeys.filter(isKey));
    if (keys.size < 2) return readEach([...keys], callOptions);
    const { rows, truncated } = await list({}, callOptions);
    const found = new Map(rows.flatMap((row) => (keys.has(row.upstreamId) ? [[row.upstreamId, row]] : [])));
    const missed = truncated ? [...keys].filter((key) => !found.has(key)) : [];
    return new Map([...found, ...(await readEach(missed, callOptions))]);
  };
  const byKeys: TransmissionBackend['byKeys'] = async (keys, callOptions) =>
    throwFirstFailure(await eachByKey(keys, callOptions));
  return {
    pushdown: transmissionPushdown,
    list: async function* (request, callOptions) {
      // One page: what a filter needs of rows is then fetched for all of them at once.
      yield await readPage(request, callOptions);
    },
    byKeys,
    eachByKey,
    writes: createTransmissionWrites(session, { byKeys, readItem }, outcomeWindow),
    fetchDeferred: fetchDeferred,
    fetchColumns: async (rows, conditions, callOptions) => {
      const columns = conditions.map(columnOfReference);
      const found = await fetchDeferred(rows, columns, callOptions);
      return rows.map((row) => {
        const cells = found.get(row.id) ?? {};
        const failure = Object.values(cells).find((cell) => cell instanceof ProviderFailure);
        // Whether the row matches is not known, and no row is dropped without an error.
        if (failure) throw failure;
        return Object.assign({}, row, cells);
      });
    },
  };
}
