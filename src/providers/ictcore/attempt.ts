import type { Items } from '../../graph/listing.js';
import type { TransmissionAttempt } from '../../graph/transmission/transmission.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { unlessMissing } from '../../wire/missing.js';
import type { AttemptReads } from './attempt-reads.js';
import { attemptKeyOf, spotOf, toAttempt, toResult, type Spot } from './attempt-row.js';
import { columnsOf, lacking, together, unlessAnyFailed, type Answers } from './late.js';
import { transmissionEndpoints } from './transmission-endpoints.js';
import type { Way } from './way.js';

/** Columns that only the detail of a transmission tells. */
const OF_DETAIL: readonly string[] = ['response', 'spooledAt', 'startedAt', 'connectedAt', 'endedAt'];

/** Attempts to deliver, which ICTCore calls spools. */
export function attemptBackend({ call, upstream }: Way, reads: AttemptReads): Items<TransmissionAttempt> {
  /** The attempts at these spots, by their keys: one request for each transmission. */
  const readWhole = async (spots: readonly Spot[], asking: Asking): Promise<Answers<TransmissionAttempt>> => {
    const details = await reads.attempts([...new Set(spots.map(({ transmission }) => transmission))], asking);
    return new Map(
      spots.flatMap((spot): Array<[string, TransmissionAttempt | ProviderFailure]> => {
        const detail = details.get(spot.transmission);
        const found =
          detail instanceof ProviderFailure
            ? detail
            : detail?.attempts.find(({ upstreamId }) => upstreamId === spot.spool);
        return found ? [[attemptKeyOf(spot), found]] : [];
      }),
    );
  };

  /** One attempt by the status of its spool: whoever follows it wants no more. */
  const readStatus = async (spot: Spot, asking: Asking): Promise<TransmissionAttempt | undefined> => {
    const status = await unlessMissing(call(transmissionEndpoints.attemptStatus, spot.spool, asking));
    return status === undefined ? undefined : toAttempt(status, spot, upstream);
  };

  const eachByKey = async (keys: readonly string[], asking: Asking): Promise<Answers<TransmissionAttempt>> => {
    const spots = keys.flatMap((key) => spotOf(key) ?? []);
    const [only, second] = spots;
    if (!only || second) return readWhole(spots, asking);
    const found = await readStatus(only, asking);
    return new Map(found ? [[attemptKeyOf(only), found]] : []);
  };

  return {
    byKeys: async (keys, asking) => unlessAnyFailed(await eachByKey(keys, asking)),
    eachByKey,
    late: async (rows, columns, asking) => {
      const stepless = columns.includes('results') ? lacking(rows, ['results'], columns) : [];
      const [details, steps] = await Promise.all([
        readWhole(lacking(rows, OF_DETAIL, columns).map(placeOf), asking),
        reads.steps(
          stepless.map(({ upstreamId }) => upstreamId),
          asking,
        ),
      ]);
      const ofDetail = columns.filter((column) => OF_DETAIL.includes(column));
      return together(
        columnsOf(rows, ofDetail, (row) => details.get(attemptKeyOf(placeOf(row)))),
        columnsOf(stepless, ['results'], (row) => {
          const found = steps.get(row.upstreamId);
          if (!found || found instanceof ProviderFailure) return found;
          return { results: found.steps.map((step) => toResult(step, placeOf(row), upstream)) };
        }),
      );
    },
  };
}

function placeOf({ transmissionKey: transmission, upstreamId: spool }: TransmissionAttempt): Spot {
  return { transmission, spool };
}
