import type { TransmissionBackend } from '../../graph/transmission/backend.js';
import type { Transmission } from '../../graph/transmission/transmission.js';
import type { Asking } from '../../transport/exchange.js';
import { unlessMissing } from '../../wire/missing.js';
import { isKey, readEach } from './key.js';
import { transmissionEndpoints } from './transmission-endpoints.js';
import { pushdown } from './transmission-filter.js';
import { lateOfTransmissions } from './transmission-late.js';
import { listTransmissions, transmissionPage } from './transmission-list.js';
import { toWholeTransmission } from './transmission-row.js';
import { transmissionWrites } from './transmission-write.js';
import type { Doubt } from './turns.js';
import type { Way } from './way.js';

/** Columns by the name of the condition that looks at them. */
const COLUMNS: Readonly<Record<string, string>> = { programId: 'programKey', campaignId: 'campaignKey' };

/** Transmissions of an installation. */
export function transmissionBackend(way: Way, doubt: Doubt): TransmissionBackend {
  const list = listTransmissions(way);
  const page = transmissionPage(way);
  const read = async (key: string, asking: Asking): Promise<Transmission | undefined> => {
    const found = await unlessMissing(way.call(transmissionEndpoints.read, key, asking));
    return found && toWholeTransmission(found, key, way);
  };
  const late = lateOfTransmissions(way, { list, read });
  // One list beats an item for each; what lay beyond a list that was cut is read by item.
  const byKeys: TransmissionBackend['byKeys'] = async (asked, asking) => {
    const keys = new Set(asked.filter(isKey));
    if (keys.size < 2) return readEach([...keys], read, asking);
    const { rows, partial } = await list({}, asking);
    const found = new Map(rows.flatMap((row) => (keys.has(row.upstreamId) ? [[row.upstreamId, row]] : [])));
    const beyond = partial ? [...keys].filter((key) => !found.has(key)) : [];
    return new Map([...found, ...(await readEach(beyond, read, asking))]);
  };
  return {
    pushdown,
    choosy: ['program', 'contact', 'account'],
    list: async function* (request, asking) {
      yield await page(request, asking);
    },
    byKeys,
    writes: transmissionWrites(way, { byKeys }, doubt),
    late,
    complete: async (rows, lacking, asking) => {
      const columns = lacking.map((column) => COLUMNS[column] ?? column);
      const found = await late(rows, columns, asking);
      return rows.map((row) => Object.assign({}, row, found.get(row.id)));
    },
  };
}
