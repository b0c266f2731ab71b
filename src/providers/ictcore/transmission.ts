import type { TransmissionBackend } from '../../graph/transmission/backend.js';
import type { Transmission } from '../../graph/transmission/transmission.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { unlessMissing } from '../../wire/missing.js';
import type { AttemptReads } from './attempt-reads.js';
import { isKey } from './key.js';
import { readApart, unlessAnyFailed, type Answers } from './late.js';
import type { ListPrograms } from './program-list.js';
import { transmissionEndpoints } from './transmission-endpoints.js';
import { pushdown } from './transmission-filter.js';
import { lateOfTransmissions } from './transmission-late.js';
import { listTransmissions, transmissionPage } from './transmission-list.js';
import { isOrphaned, tellingOrphans } from './transmission-orphan.js';
import { toWholeTransmission } from './transmission-row.js';
import { transmissionWrites } from './transmission-write.js';
import type { Doubt } from './turns.js';
import type { Way } from './way.js';

/** Columns by the name of the condition that looks at them. */
const COLUMNS: Readonly<Record<string, string>> = { programId: 'programKey', campaignId: 'campaignKey' };

/** What transmissions share with other nouns. */
interface Shared {
  readonly doubt: Doubt;
  readonly attempts: AttemptReads;
  readonly programs: ListPrograms;
}

/** Transmissions of an installation. */
export function transmissionBackend(wire: Way, { doubt, attempts, programs }: Shared): TransmissionBackend {
  const way = tellingOrphans(wire);
  const list = listTransmissions(way);
  const page = transmissionPage(list);
  const readItem = async (key: string, asking: Asking): Promise<Transmission | undefined> => {
    const found = await unlessMissing(way.call(transmissionEndpoints.read, key, asking));
    return found && toWholeTransmission(found, key, way);
  };
  /** The item, or where the server can't load it the row of the list. */
  const read = async (key: string, asking: Asking): Promise<Transmission | undefined> => {
    try {
      return await readItem(key, asking);
    } catch (error) {
      if (!isOrphaned(error)) throw error;
      const { rows } = await list({ transmission_id: key }, asking);
      return rows.find(({ upstreamId }) => upstreamId === key);
    }
  };
  const readEach = readApart(read);
  const late = lateOfTransmissions(way, { list, readItem, attempts, programs });
  const eachByKey = async (asked: readonly string[], asking: Asking): Promise<Answers<Transmission>> => {
    const keys = new Set(asked.filter(isKey));
    if (keys.size < 2) return readEach([...keys], asking);
    const { rows, truncated } = await list({}, asking);
    const found = new Map(rows.flatMap((row) => (keys.has(row.upstreamId) ? [[row.upstreamId, row]] : [])));
    const beyond = truncated ? [...keys].filter((key) => !found.has(key)) : [];
    return new Map([...found, ...(await readEach(beyond, asking))]);
  };
  const byKeys: TransmissionBackend['byKeys'] = async (keys, asking) => unlessAnyFailed(await eachByKey(keys, asking));
  return {
    pushdown,
    list: async function* (request, asking) {
      yield await page(request, asking);
    },
    byKeys,
    eachByKey,
    writes: transmissionWrites(way, { byKeys, readItem }, doubt),
    late,
    complete: async (rows, lacking, asking) => {
      const columns = lacking.map((column) => COLUMNS[column] ?? column);
      const found = await late(rows, columns, asking);
      return rows.map((row) => {
        const cells = found.get(row.id) ?? {};
        const failure = Object.values(cells).find((cell) => cell instanceof ProviderFailure);
        // Whether the row belongs in the list can't be told, and none is dropped without a word.
        if (failure) throw failure;
        return Object.assign({}, row, cells);
      });
    },
  };
}
