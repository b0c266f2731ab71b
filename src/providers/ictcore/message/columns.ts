import type { Document, Message, messageTypes, Recording, Template, Text } from '../../../graph/message/types.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';
import { encodeId } from '../../../graph/values/id.js';
import { declareColumns } from '../../../wire/columns.js';
import { decimal, optional, text, int32 } from '../../../wire/value-readers.js';
import type { Reader } from '../../../wire/reader.js';
import { textOrEmpty } from '../shared/reads/column-readers.js';
import type { WireNames } from '../shared/writes/body.js';
import { textRule, type Rules } from '../shared/writes/rules.js';
import { charsetRule, longTextRule, qualityRule } from './input-rules.js';
import { formatMessageKey, type MessageWord } from './key.js';

type Typename = InstanceType<(typeof messageTypes)[number]>['__typename'];
type Source = 'list' | 'item';
type ColumnName<Row> = Exclude<keyof Row & string, '__typename' | 'id' | 'upstream' | 'upstreamId'>;

const shared = {
  name: { wire: 'name', read: textOrEmpty, rule: textRule({ maxBytes: 128, required: true }) },
  description: { wire: 'description', read: optional(text), rule: textRule({ maxBytes: 255, multiline: true }) },
} as const;
const fileType = { wire: 'type', read: optional(text) } as const;

/** Release 1.2 does not measure recordings that it is given, and says 0. */
const roundedLength: Reader<number | null> = (value, at) => {
  const length = optional(decimal)(value, at);
  return length ? int32(Math.round(length), at) : null;
};

const documentColumns = declareColumns<Document, ColumnName<Document>, Source>()({
  ...shared,
  type: fileType,
  pages: { wire: 'pages', read: optional(int32) },
  quality: { wire: 'quality', read: optional(text), in: ['item'], rule: qualityRule },
});

const recordingColumns = declareColumns<Recording, ColumnName<Recording>, Source>()({
  ...shared,
  lengthSeconds: { wire: 'length', read: roundedLength },
  codec: { wire: 'codec', read: optional(text), in: ['item'] },
});

const templateColumns = declareColumns<Template, ColumnName<Template>, Source>()({
  ...shared,
  type: fileType,
  subject: { wire: 'subject', read: textOrEmpty, rule: textRule({ maxBytes: 255, required: true }) },
  body: { wire: 'body', read: optional(text), in: ['item'], rule: longTextRule(true) },
  bodyAlt: { wire: 'body_alt', read: optional(text), in: ['item'], rule: longTextRule(false) },
});

const textColumns = declareColumns<Text, ColumnName<Text>, Source>()({
  ...shared,
  data: { wire: 'data', read: optional(text), in: ['item'], rule: longTextRule(true) },
  type: { wire: 'type', read: optional(text), rule: charsetRule },
});

/** What the columns of every kind of messages have in common. */
interface MessageColumns {
  readonly readers: Readonly<Record<string, Reader<unknown>>>;
  readonly cellsOf: (answer: object, source: Source) => Pick<Message, ColumnName<Message>>;
  readonly absentFrom: (source: Source) => readonly string[];
  readonly wireNames: WireNames;
  readonly rules: Rules;
}

/** Columns by kind. Lists of the guide hold what real servers leave to items, and its recordings are documents. */
export const messageColumns = {
  document: documentColumns,
  recording: recordingColumns,
  template: templateColumns,
  text: textColumns,
} satisfies Readonly<Record<MessageWord, MessageColumns>>;

const TYPENAMES: Readonly<Record<MessageWord, Typename>> = {
  document: 'Document',
  recording: 'Recording',
  template: 'Template',
  text: 'Text',
};

/** A message as an answer holds it: a row of a list lacks the columns that only items hold. */
export function toMessage(
  wire: object,
  word: MessageWord,
  id: string,
  source: Source,
  upstream: UpstreamValue,
): Message & { readonly __typename: Typename } {
  return {
    __typename: TYPENAMES[word],
    id: encodeId(upstream.name, 'message', formatMessageKey(word, id)),
    upstream,
    upstreamId: id,
    ...messageColumns[word].cellsOf(wire, source),
  };
}
