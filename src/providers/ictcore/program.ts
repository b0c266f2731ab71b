import type { ProgramBackend } from '../../graph/program/backend.js';
import type { Program, ProgramType } from '../../graph/program/program.js';
import type { Offer } from '../../query/plan.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { unlessMissing } from '../../wire/missing.js';
import { isKey, keyOrNull, paramOf } from './key.js';
import { columnsOf, eachOnce } from './late.js';
import { messageKey } from './message-key.js';
import { programEndpoints as endpoints, type ProgramQuery, type WireProgram } from './program-endpoints.js';
import type { ListPrograms } from './program-list.js';
import { SENT, toListedProgram, wordOf } from './program-row.js';
import { programWrites } from './program-write.js';
import { containing } from './text-filter.js';
import type { Way } from './way.js';

/** What only the item of a program tells. */
function toLate(wire: WireProgram, { type }: Program): LateColumns {
  const word = SENT[type];
  const sent = word && keyOrNull(wire[`${word}_id`]);
  return {
    accountKey: keyOrNull(wire.account_id),
    messageKey: word && sent ? messageKey(word, sent) : null,
    data: wire.text,
  };
}

interface LateColumns {
  readonly accountKey: string | null;
  readonly messageKey: string | null;
  readonly data: string | null;
}

/** Programs of an installation. */
export function programBackend(way: Way, listAll: ListPrograms): ProgramBackend {
  const { call, upstream } = way;
  const list = async (query: ProgramQuery, asking: Asking) => {
    const listed = await call(endpoints.listPrograms, query, asking);
    return listed.map((wire) => toListedProgram(wire, upstream));
  };
  const readItems = eachOnce(async (key, asking) => {
    const found = await unlessMissing(call(endpoints.readProgram, key, asking));
    return found?.program_id === undefined || found.program_id === key ? found : undefined;
  });
  // Never items: they do not tell the type.
  const byKeys: ProgramBackend['byKeys'] = async (asked, asking) => {
    const keys = new Set(asked.filter(isKey));
    if (keys.size === 0) return new Map();
    const [only] = keys;
    const programs =
      keys.size === 1
        ? await list({ program_id: only }, asking)
        : (await listAll(asking)).map((wire) => toListedProgram(wire, upstream));
    return new Map(programs.flatMap((row) => (keys.has(row.upstreamId) ? [[row.upstreamId, row]] : [])));
  };
  return {
    pushdown: {
      offers: {
        ...containing('name'),
        // `LIKE '%…%'`: a type that we do not know may have the word in its own.
        type: (type: ProgramType): Offer | undefined => {
          const word = wordOf(type);
          return word === undefined ? undefined : { grip: 'inexact', params: { type: word } };
        },
      },
      window: false,
      columns: ['id', 'name', 'type'],
    },
    list: async function* ({ params }, asking) {
      yield { rows: await list({ type: paramOf(params, 'type'), name: paramOf(params, 'name') }, asking) };
    },
    byKeys,
    writes: programWrites(way, { byKeys }),
    late: async (rows, columns, asking) => {
      const items = await readItems(
        rows.map(({ upstreamId }) => upstreamId),
        asking,
      );
      return columnsOf(rows, columns, (row) => {
        const found = items.get(row.upstreamId);
        return found && !(found instanceof ProviderFailure) ? toLate(found, row) : found;
      });
    },
  };
}
