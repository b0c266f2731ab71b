import type { Endpoint } from '../../../wire/endpoint.js';
import { decimal, optional, text, wholeNumber } from '../../../wire/value-readers.js';
import { orAbsent } from '../shared/reads/column-readers.js';
import { formatMessageKey, type MessageWord } from './key.js';
import { defineItemEndpoint, defineListEndpoint } from '../shared/reads/read-endpoints.js';
import type { ReadValue, Reader } from '../../../wire/reader.js';
import { record } from '../../../wire/structure-readers.js';
import { UnreadableValue } from '../../../wire/unreadable-value.js';

const sharedColumns = { name: optional(text), description: optional(text), type: optional(text) };

/** What is told of each kind; the guide's recordings are documents, and its lists tell what real ones leave to items. */
export const documentColumns = record({ ...sharedColumns, pages: optional(wholeNumber), quality: orAbsent(text) });
export const recordingColumns = record({ ...sharedColumns, length: optional(decimal), codec: orAbsent(text) });
export const templateColumns = record({
  ...sharedColumns,
  subject: optional(text),
  body: orAbsent(text),
  body_alt: orAbsent(text),
});
export const textColumns = record({ ...sharedColumns, data: orAbsent(text) });

export type WireDocument = ReadValue<typeof documentColumns>;
export type WireRecording = ReadValue<typeof recordingColumns>;
export type WireTemplate = ReadValue<typeof templateColumns>;
export type WireText = ReadValue<typeof textColumns>;

/** Searches of lists of messages. */
export interface MessageQuery {
  readonly name?: string | undefined;
}

/** What is told of a message, with its id. */
interface WithId<Id, Columns> {
  readonly id: Id;
  readonly columns: Columns;
}

export interface MessageEndpoints<Columns> {
  readonly list: Endpoint<MessageQuery, ReadonlyArray<WithId<string, Columns>>>;
  /** The guide's items do not tell their id. */
  readonly read: Endpoint<string, WithId<string | null | undefined, Columns>>;
}

/** The list and the items of one kind, e.g. `/messages/documents`. */
export function messageEndpoints<Columns>(word: MessageWord, columns: Reader<Columns>): MessageEndpoints<Columns> {
  const name = `${word}_id`;
  const ids = record({ [name]: orAbsent(text) });
  const path = `/messages/${word}s`;
  const listed: Reader<WithId<string, Columns>> = (value, at) => {
    const id = ids(value, at)[name];
    if (typeof id !== 'string') throw new UnreadableValue('an id', `${at}.${name}`, 'none');
    return { id, columns: columns(value, at) };
  };
  return {
    list: defineListEndpoint(path, listed, ({ name: part }: MessageQuery) => ({ name: part })),
    read: defineItemEndpoint(path, (value, at) => ({ id: ids(value, at)[name], columns: columns(value, at) })),
  };
}

/** The path of a message's file, below the base. */
export function mediaPath(word: MessageWord, id: string): string {
  return `/messages/${formatMessageKey(word, id).replace('/', 's/')}/media`;
}
