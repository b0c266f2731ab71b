import { decodeId } from '../../graph/id.js';
import type { MessageBackend } from '../../graph/message/backend.js';
import type { Message, MessageKind } from '../../graph/message/message.js';
import type { Offer } from '../../query/plan.js';
import type { Asking } from '../../transport/exchange.js';
import { paramOf } from './key.js';
import { columnsOf, eachOnce, together } from './late.js';
import { messageKinds, type Kind } from './message-kinds.js';
import { readMessageKey, type MessageWord } from './message-key.js';
import { messageWrites } from './message-write.js';
import { containing } from './text-filter.js';
import type { Way } from './way.js';

/** Messages of an installation, kind by kind: documents, recordings, templates and texts are lists of their own. */
export function messageBackend(way: Way): MessageBackend {
  const kinds = messageKinds(way).map((kind) => ({ ...kind, readItems: eachOnce(kind.read) }));
  const byKeys: MessageBackend['byKeys'] = async (keys, asking) => {
    const found = await Promise.all(kinds.map((kind) => find(kind, idsOf(kind.word, keys), asking)));
    return new Map(found.flat().map((row) => [keyOf(row), row]));
  };
  return {
    pushdown: {
      offers: {
        ...containing('name'),
        // One kind is one list.
        kind: (kind: MessageKind): Offer => ({ grip: 'exact', params: { kind: WORDS[kind] } }),
      },
      window: false,
      ordered: true,
      columns: ['id', 'name', 'kind'],
    },
    list: async function* ({ params }, asking) {
      const only = paramOf(params, 'kind');
      const query = { name: paramOf(params, 'name') };
      const asked = kinds.filter(({ word }) => only === undefined || word === only);
      const lists = await Promise.all(asked.map((kind) => kind.list(query, asking)));
      yield { rows: lists.flat() };
    },
    byKeys,
    writes: messageWrites(way, { byKeys }),
    // Each row that comes here lacks something that its item has.
    late: async (rows, columns, asking) => {
      const parts = kinds.map(async ({ word, readItems }) => {
        const own = rows.filter((row) => readMessageKey(keyOf(row))?.word === word);
        const ids = own.map(({ upstreamId }) => upstreamId);
        const items = await readItems(ids, asking);
        return columnsOf(own, columns, ({ upstreamId }) => items.get(upstreamId));
      });
      return together(...(await Promise.all(parts)));
    },
  };
}

const WORDS: Readonly<Record<MessageKind, MessageWord>> = {
  DOCUMENT: 'document',
  RECORDING: 'recording',
  TEMPLATE: 'template',
  TEXT: 'text',
};

const keyOf = ({ id }: { readonly id: string }): string => decodeId(id).key;

function idsOf(word: MessageWord, keys: readonly string[]): ReadonlySet<string> {
  return new Set(
    keys.flatMap((key) => {
      const found = readMessageKey(key);
      return found?.word === word ? [found.id] : [];
    }),
  );
}

/** One message is its item, several are their kind's list. */
async function find({ list, read }: Kind, ids: ReadonlySet<string>, asking: Asking): Promise<readonly Message[]> {
  const [only] = ids;
  if (only === undefined) return [];
  if (ids.size > 1) return (await list({}, asking)).filter(({ upstreamId }) => ids.has(upstreamId));
  const found = await read(only, asking);
  return found ? [found] : [];
}
