import { encodeId } from '../../graph/id.js';
import type { Document, Message, Recording, Template, Text } from '../../graph/message/message.js';
import type { UpstreamValue } from '../../graph/upstream/upstream.js';
import { compareIds } from '../../query/order.js';
import type { Asking } from '../../transport/exchange.js';
import type { Reader } from '../../wire/read.js';
import { unlessMissing } from '../../wire/missing.js';
import { told } from './columns.js';
import {
  documentColumns,
  messageEndpoints,
  recordingColumns,
  templateColumns,
  textColumns,
  type MessageQuery,
  type WireDocument,
  type WireRecording,
  type WireTemplate,
  type WireText,
} from './message-endpoints.js';
import { messageKey, type MessageWord } from './message-key.js';
import type { Way } from './way.js';

/** One kind of messages of an installation. */
export interface Kind {
  readonly word: MessageWord;
  /** In the order of their ids. */
  readonly list: (query: MessageQuery, asking: Asking) => Promise<readonly Message[]>;
  readonly read: (id: string, asking: Asking) => Promise<Message | undefined>;
}

type Row<Of> = Omit<Of, keyof Message>;

const documentRow = ({ type, pages, quality }: WireDocument): Row<Document> => ({
  __typename: 'Document',
  type,
  pages,
  ...told({ quality }),
});

const recordingRow = ({ length, codec }: WireRecording): Row<Recording> => ({
  __typename: 'Recording',
  // Release 1.2 does not measure what it is given, and says 0.
  lengthSeconds: length ? Math.round(length) : null,
  ...told({ codec }),
});

const templateRow = ({ type, subject, body, body_alt: bodyAlt }: WireTemplate): Row<Template> => ({
  __typename: 'Template',
  type,
  subject: subject ?? '',
  ...told({ body, bodyAlt }),
});

const textRow = ({ type, data }: WireText): Row<Text> => ({ __typename: 'Text', type, ...told({ data }) });

/** The kinds of messages, in the order in which they are listed. */
export function messageKinds(way: Way): readonly Kind[] {
  return [
    kindOf(way, 'document', documentColumns, documentRow, { quality: null }),
    kindOf(way, 'recording', recordingColumns, recordingRow, { codec: null }),
    kindOf(way, 'template', templateColumns, templateRow, { body: null, bodyAlt: null }),
    kindOf(way, 'text', textColumns, textRow, { data: null }),
  ];
}

interface Named {
  readonly name: string | null;
  readonly description: string | null;
}

/** `unset`: what an item leaves out it has not. */
function kindOf<Columns extends Named>(
  { call, upstream }: Way,
  word: MessageWord,
  columns: Reader<Columns>,
  toRow: (columns: Columns) => object,
  unset: object,
): Kind {
  const endpoints = messageEndpoints(word, columns);
  return {
    word,
    list: async (query, asking) => {
      const listed = await call(endpoints.list, query, asking);
      return listed
        .map((wire) => Object.assign(shared(wire.columns, word, wire.id, upstream), toRow(wire.columns)))
        .sort(compareIds);
    },
    read: async (id, asking) => {
      const wire = await unlessMissing(call(endpoints.read, id, asking));
      if (!wire || (wire.id !== undefined && wire.id !== id)) return undefined;
      return Object.assign(shared(wire.columns, word, id, upstream), unset, toRow(wire.columns));
    },
  };
}

function shared({ name, description }: Named, word: MessageWord, id: string, upstream: UpstreamValue): Message {
  return {
    id: encodeId(upstream.name, 'message', messageKey(word, id)),
    upstream,
    upstreamId: id,
    name: name ?? '',
    description,
  };
}
