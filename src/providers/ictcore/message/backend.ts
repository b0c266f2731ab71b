import { decodeId } from '../../../graph/values/id.js';
import type { MessageBackend } from '../../../graph/message/backend.js';
import type { Message, MessageKind } from '../../../graph/message/types.js';
import type { PushdownOffer } from '../../../query/plan.js';
import { paramOf } from '../../../query/query-params.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { selectColumns, mergeColumns } from '../../../graph/ports/deferred.js';
import { readOncePerRequest } from '../shared/reads/deferred.js';
import { messageKinds, type MessageKindReader } from './kinds.js';
import { parseMessageKey, type MessageWord } from './key.js';
import { createMessageWrites } from './writes.js';
import { containsPushdown } from '../shared/reads/text-pushdown.js';
import type { Session } from '../session.js';

/** Messages of an installation, kind by kind: documents, recordings, templates and texts are lists of their own. */
export function createMessageBackend(session: Session): MessageBackend {
  const kinds = messageKinds(session).map((kind) => ({ ...kind, readItems: readOncePerRequest(kind.read) }));
  const byKeys: MessageBackend['byKeys'] = async (keys, callOptions) => {
    const found = await Promise.all(kinds.map((kind) => readByIds(kind, idsOf(kind.word, keys), callOptions)));
    return new Map(found.flat().map((row) => [keyOf(row), row]));
  };
  return {
    pushdown: {
      offers: {
        ...containsPushdown('name'),
        // One kind is one list.
        kind: (kind: MessageKind): PushdownOffer => ({ precision: 'exact', params: { kind: MESSAGE_WORD_OF[kind] } }),
      },
      window: false,
      hasStableOrder: true,
      columns: ['id', 'name', 'kind'],
    },
    list: async function* ({ params }, callOptions) {
      const onlyKind = paramOf(params, 'kind');
      const query = { name: paramOf(params, 'name') };
      const selectedKinds = kinds.filter(({ word }) => onlyKind === undefined || word === onlyKind);
      const lists = await Promise.all(selectedKinds.map((kind) => kind.list(query, callOptions)));
      yield { rows: lists.flat() };
    },
    byKeys,
    writes: createMessageWrites(session, { byKeys }),
    // Each row that comes here lacks something that its item has.
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

const MESSAGE_WORD_OF: Readonly<Record<MessageKind, MessageWord>> = {
  DOCUMENT: 'document',
  RECORDING: 'recording',
  TEMPLATE: 'template',
  TEXT: 'text',
};

const keyOf = ({ id }: { readonly id: string }): string => decodeId(id).key;

function idsOf(word: MessageWord, keys: readonly string[]): ReadonlySet<string> {
  return new Set(
    keys.flatMap((key) => {
      const found = parseMessageKey(key);
      return found?.word === word ? [found.id] : [];
    }),
  );
}

/** One message is its item, several are their kind's list. */
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
