import type { Items } from '../../graph/listing.js';
import type { TransmissionAttempt } from '../../graph/transmission/transmission.js';
import type { Asking } from '../../transport/exchange.js';
import { unlessMissing } from '../../wire/missing.js';
import { attemptKeyOf, readAttemptResults, readAttempts, spotOf, toAttempt, type Spot } from './attempt-row.js';
import { readEach } from './key.js';
import { columnsOf, eachOnce, lacking, together } from './late.js';
import { transmissionEndpoints } from './transmission-endpoints.js';
import type { Way } from './way.js';

/** Columns that only the detail of a transmission tells. */
const OF_DETAIL: readonly string[] = ['response', 'spooledAt', 'startedAt', 'connectedAt', 'endedAt'];

/** Attempts to deliver, which ICTCore calls spools. */
export function attemptBackend(way: Way): Items<TransmissionAttempt> {
  const readDetails = eachOnce(readAttempts(way));

  /** The attempts at these spots, by their keys: one request for each transmission. */
  const readWhole = async (spots: readonly Spot[], asking: Asking) => {
    const details = await readDetails([...new Set(spots.map(({ transmission }) => transmission))], asking);
    return new Map(
      spots.flatMap((spot): Array<[string, TransmissionAttempt]> => {
        const detail = details.get(spot.transmission);
        if (detail instanceof Error) throw detail;
        const found = detail?.attempts.find(({ upstreamId }) => upstreamId === spot.spool);
        return found ? [[attemptKeyOf(spot), found]] : [];
      }),
    );
  };

  /** One attempt by the status of its spool: whoever follows it wants no more. */
  const readStatus = async (spot: Spot, asking: Asking): Promise<TransmissionAttempt | undefined> => {
    const status = await unlessMissing(way.call(transmissionEndpoints.attemptStatus, spot.spool, asking));
    return status === undefined ? undefined : toAttempt(status, spot, way.upstream);
  };

  return {
    byKeys: async (keys, asking) => {
      const spots = keys.flatMap((key) => spotOf(key) ?? []);
      const [only, second] = spots;
      if (!only || second) return readWhole(spots, asking);
      const found = await readStatus(only, asking);
      return new Map(found ? [[attemptKeyOf(only), found]] : []);
    },
    late: async (rows, columns, asking) => {
      const [details, results] = await Promise.all([
        readWhole(lacking(rows, OF_DETAIL, columns).map(placeOf), asking),
        readEachResults(columns.includes('results') ? lacking(rows, ['results'], columns) : [], asking),
      ]);
      const ofDetail = columns.filter((column) => OF_DETAIL.includes(column));
      return together(
        columnsOf(rows, ofDetail, (row) => details.get(attemptKeyOf(placeOf(row)))),
        columnsOf(rows, ['results'], ({ upstreamId }) => results.get(upstreamId)),
      );
    },
  };

  function readEachResults(rows: readonly TransmissionAttempt[], asking: Asking) {
    const spots = new Map(rows.map((row) => [row.upstreamId, placeOf(row)]));
    return readEach(
      [...spots.keys()],
      async (spool, asked) => {
        const spot = spots.get(spool);
        return spot && readAttemptResults(way, spot, asked);
      },
      asking,
    );
  }
}

function placeOf({ transmissionKey: transmission, upstreamId: spool }: TransmissionAttempt): Spot {
  return { transmission, spool };
}
