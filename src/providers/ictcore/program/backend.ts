import type { ProgramBackend } from '../../../graph/program/backend.js';
import type { Program } from '../../../graph/program/types.js';
import { selectColumns } from '../../../graph/ports/deferred.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { formatMessageKey } from '../message/key.js';
import { readOncePerRequest } from '../shared/reads/deferred.js';
import { isKey, keyOrNull } from '../shared/reads/keys.js';
import { collectRows, listInPages } from '../shared/reads/list-rows.js';
import { searchParams } from '../shared/reads/search-params.js';
import type { Session } from '../session.js';
import { programColumns, toListedProgram } from './columns.js';
import { PROGRAM_SEARCHES, programEndpoints, type ProgramQuery, type WireProgram } from './endpoints.js';
import { programKindOfType } from './kinds.js';
import type { ProgramListLoader } from './list-loader.js';
import { programPushdown } from './pushdown.js';
import { createProgramWrites } from './writes.js';

/** The columns that only the item of a program holds. */
function toItemColumns(wire: WireProgram, { type }: Program): object {
  const word = programKindOfType(type)?.message;
  const messageId = word && keyOrNull(wire[`${word}_id`]);
  return {
    ...programColumns.cellsOf(wire, 'item'),
    messageKey: word && messageId ? formatMessageKey(word, messageId) : null,
  };
}

/** Programs of an installation. */
export function createProgramBackend(session: Session, loadAll: ProgramListLoader): ProgramBackend {
  const { call, upstream } = session;
  const list = (query: ProgramQuery, callOptions: CallOptions) =>
    listInPages(session, programEndpoints.list, query, (wire) => toListedProgram(wire, upstream), callOptions);
  const readItems = readOncePerRequest(async (key, callOptions) => {
    const found = await unlessMissing(call(programEndpoints.read, key, callOptions));
    return found?.program_id === undefined || found.program_id === key ? found : undefined;
  });
  // Read from lists, as items hold no type.
  const byKeys: ProgramBackend['byKeys'] = async (requestedKeys, callOptions) => {
    const keys = new Set(requestedKeys.filter(isKey));
    const [only, ...others] = keys;
    if (only === undefined) return new Map();
    const programs =
      others.length === 0
        ? await collectRows(list({ program_id: only }, callOptions))
        : (await loadAll(callOptions)).map((wire) => toListedProgram(wire, upstream));
    return new Map(programs.flatMap((row) => (keys.has(row.upstreamId) ? [[row.upstreamId, row]] : [])));
  };
  return {
    pushdown: programPushdown,
    list: ({ params }, callOptions) => list(searchParams(params, PROGRAM_SEARCHES), callOptions),
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
