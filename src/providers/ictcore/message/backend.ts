import { mapInPages } from '../../../graph/lists/pages.js';
import { decodeId } from '../../../graph/values/id.js';
import type { MessageBackend } from '../../../graph/message/backend.js';
import type { Message } from '../../../graph/message/types.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { selectColumns, mergeColumns } from '../../../graph/ports/deferred.js';
import { readOncePerRequest } from '../shared/reads/deferred.js';
import { messageKinds, type MessageKindReader } from './kinds.js';
import { parseMessageKey, type MessageWord } from './key.js';
import { createMessageWrites } from './writes.js';
import { searchParams } from '../shared/reads/search-params.js';
import { MESSAGE_SEARCHES } from './endpoints.js';
import { listedWords, messagePushdown } from './pushdown.js';
import type { Session } from '../session.js';

/** Messages of an installation, kind by kind: documents, recordings, templates and texts are lists of their own. */
export function createMessageBackend(session: Session): MessageBackend {
  const kinds = messageKinds(session).map((kind) => ({ ...kind, readItems: readOncePerRequest(kind.read) }));
  const byKeys: MessageBackend['byKeys'] = async (keys, callOptions) => {
    const found = await Promise.all(kinds.map((kind) => readByIds(kind, idsOf(kind.word, keys), callOptions)));
    return new Map(found.flat().map((row) => [keyOf(row), row]));
  };
  return {
    pushdown: messagePushdown,
    list: async function* ({ params }, callOptions) {
      const words = listedWords(params);
      const query = searchParams(params, MESSAGE_SEARCHES);
      const selectedKinds = kinds.filter(({ word }) => words.includes(word));
      const lists = await Promise.all(selectedKinds.map((kind) => kind.list(query, callOptions)));
      yield* mapInPages(lists.flat(), (row) => row);
    },
    byKeys,
    writes: createMessageWrites(session, { byKeys }),
    // Every row that gets here lacks a column that its item holds.
    fetchDeferred: async (rows, columns, callOptions) => {
      const parts = kinds.map(async ({ word, readItems }) => {
        const rowsOfKind = rows.filter((row) => parseMessageKey(keyOf(row))?.word === word);
        const ids = rowsOfKind.map(({ upstreamId }) => upstreamId);
        const items = await readItems(ids, callOptions);
        return selectColumns(rowsOfKind, columns, ({ upstreamId }) => items.get(upstreamId));
      });
      return mergeColumns(...(await Promise.all(parts)));
    },
  };
}

const keyOf = ({ id }: { readonly id: string }): string => decodeId(id).key;

function idsOf(word: MessageWord, keys: readonly string[]): ReadonlySet<string> {
  return new Set(
    keys.flatMap((key) => {
      const found = parseMessageKey(key);
      return found?.word === word ? [found.id] : [];
    }),
  );
}

/** One message is read as an item, several as the list of their kind. */
async function readByIds(
  { list, read }: MessageKindReader,
  ids: ReadonlySet<string>,
  callOptions: CallOptions,
): Promise<readonly Message[]> {
  const [only] = ids;
  if (only === undefined) return [];
  if (ids.size > 1) return (await list({}, callOptions)).filter(({ upstreamId }) => ids.has(upstreamId));
  const found = await read(only, callOptions);
  return found ? [found] : [];
}
