import type { ProgramBackend } from '../../../graph/program/backend.js';
import type { Program, ProgramType } from '../../../graph/program/types.js';
import type { PushdownOffer } from '../../../query/plan.js';
import { paramOf } from '../../../query/query-params.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { isKey, keyOrNull } from '../shared/reads/keys.js';
import { selectColumns } from '../../../graph/ports/deferred.js';
import { readOncePerRequest } from '../shared/reads/deferred.js';
import { formatMessageKey } from '../message/key.js';
import { programEndpoints as endpoints, type ProgramQuery, type WireProgram } from './endpoints.js';
import type { ProgramListLoader } from './list-loader.js';
import { SENT_MESSAGE_WORDS, toListedProgram, programWordOf } from './columns.js';
import { createProgramWrites } from './writes.js';
import { containsPushdown } from '../shared/reads/text-pushdown.js';
import type { Session } from '../session.js';

/** What only the item of a program tells. */
function toItemColumns(wire: WireProgram, { type }: Program): ItemColumns {
  const word = SENT_MESSAGE_WORDS[type];
  const sent = word && keyOrNull(wire[`${word}_id`]);
  return {
    accountKey: keyOrNull(wire.account_id),
    messageKey: word && sent ? formatMessageKey(word, sent) : null,
    data: wire.text,
  };
}

interface ItemColumns {
  readonly accountKey: string | null;
  readonly messageKey: string | null;
  readonly data: string | null;
}

/** Programs of an installation. */
export function createProgramBackend(session: Session, loadAll: ProgramListLoader): ProgramBackend {
  const { call, upstream } = session;
  const list = async (query: ProgramQuery, callOptions: CallOptions) => {
    const listed = await call(endpoints.list, query, callOptions);
    return listed.map((wire) => toListedProgram(wire, upstream));
  };
  const readItems = readOncePerRequest(async (key, callOptions) => {
    const found = await unlessMissing(call(endpoints.read, key, callOptions));
    return found?.program_id === undefined || found.program_id === key ? found : undefined;
  });
  // Never items: they do not tell the type.
  const byKeys: ProgramBackend['byKeys'] = async (requestedKeys, callOptions) => {
    const keys = new Set(requestedKeys.filter(isKey));
    if (keys.size === 0) return new Map();
    const [only] = keys;
    const programs =
      keys.size === 1
        ? await list({ program_id: only }, callOptions)
        : (await loadAll(callOptions)).map((wire) => toListedProgram(wire, upstream));
    return new Map(programs.flatMap((row) => (keys.has(row.upstreamId) ? [[row.upstreamId, row]] : [])));
  };
  return {
    pushdown: {
      offers: {
        ...containsPushdown('name'),
        // `LIKE '%…%'`: a type that we do not know may have the word in its own.
        type: (type: ProgramType): PushdownOffer | undefined => {
          const word = programWordOf(type);
          return word === undefined ? undefined : { precision: 'superset', params: { type: word } };
        },
      },
      window: false,
      columns: ['id', 'name', 'type'],
    },
    list: async function* ({ params }, callOptions) {
      yield { rows: await list({ type: paramOf(params, 'type'), name: paramOf(params, 'name') }, callOptions) };
    },
    byKeys,
    writes: createProgramWrites(session, { byKeys }),
    fetchDeferred: async (rows, columns, callOptions) => {
      const items = await readItems(
        rows.map(({ upstreamId }) => upstreamId),
        callOptions,
      );
      return selectColumns(rows, columns, (row) => {
        const found = items.get(row.upstreamId);
        return found && !(found instanceof ProviderFailure) ? toItemColumns(found, row) : found;
      });
    },
  };
}
