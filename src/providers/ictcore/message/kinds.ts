import { encodeId } from '../../../graph/values/id.js';
import type { Document, Message, Recording, Template, Text } from '../../../graph/message/types.js';
import { compareIds } from '../../../query/order.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { withoutUndefined } from '../shared/reads/column-readers.js';
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
} from './endpoints.js';
import { formatMessageKey, type MessageWord } from './key.js';
import type { Session } from '../session.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';
import type { Reader } from '../../../wire/reader.js';

/** One kind of messages of an installation. */
export interface MessageKindReader {
  readonly word: MessageWord;
  /** In the order of their ids. */
  readonly list: (query: MessageQuery, callOptions: CallOptions) => Promise<readonly Message[]>;
  readonly read: (id: string, callOptions: CallOptions) => Promise<Message | undefined>;
}

type KindRow<Of> = Omit<Of, keyof Message>;

const toDocumentRow = ({ type, pages, quality }: WireDocument): KindRow<Document> => ({
  __typename: 'Document',
  type,
  pages,
  ...withoutUndefined({ quality }),
});

const toRecordingRow = ({ length, codec }: WireRecording): KindRow<Recording> => ({
  __typename: 'Recording',
  // Release 1.2 does not measure what it is given, and says 0.
  lengthSeconds: length ? Math.round(length) : null,
  ...withoutUndefined({ codec }),
});

const toTemplateRow = ({ type, subject, body, body_alt: bodyAlt }: WireTemplate): KindRow<Template> => ({
  __typename: 'Template',
  type,
  subject: subject ?? '',
  ...withoutUndefined({ body, bodyAlt }),
});

const toTextRow = ({ type, data }: WireText): KindRow<Text> => ({
  __typename: 'Text',
  type,
  ...withoutUndefined({ data }),
});

/** The kinds of messages, in the order in which they are listed. */
export function messageKinds(session: Session): readonly MessageKindReader[] {
  return [
    createKindReader(session, 'document', documentColumns, toDocumentRow, { quality: null }),
    createKindReader(session, 'recording', recordingColumns, toRecordingRow, { codec: null }),
    createKindReader(session, 'template', templateColumns, toTemplateRow, { body: null, bodyAlt: null }),
    createKindReader(session, 'text', textColumns, toTextRow, { data: null }),
  ];
}

interface NamedColumns {
  readonly name: string | null;
  readonly description: string | null;
}

/** `unset`: what an item leaves out it has not. */
function createKindReader<Columns extends NamedColumns>(
  { call, upstream }: Session,
  word: MessageWord,
  columns: Reader<Columns>,
  toRow: (columns: Columns) => object,
  unsetColumns: object,
): MessageKindReader {
  const endpoints = messageEndpoints(word, columns);
  return {
    word,
    list: async (query, callOptions) => {
      const listed = await call(endpoints.list, query, callOptions);
      return listed
        .map((wire) => Object.assign(toSharedRow(wire.columns, word, wire.id, upstream), toRow(wire.columns)))
        .sort(compareIds);
    },
    read: async (id, callOptions) => {
      const wire = await unlessMissing(call(endpoints.read, id, callOptions));
      if (!wire || (wire.id !== undefined && wire.id !== id)) return undefined;
      return Object.assign(toSharedRow(wire.columns, word, id, upstream), unsetColumns, toRow(wire.columns));
    },
  };
}

function toSharedRow(
  { name, description }: NamedColumns,
  word: MessageWord,
  id: string,
  upstream: UpstreamValue,
): Message {
  return {
    id: encodeId(upstream.name, 'message', formatMessageKey(word, id)),
    upstream,
    upstreamId: id,
    name: name ?? '',
    description,
  };
}
