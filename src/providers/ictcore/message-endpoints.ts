import type { Endpoint } from '../../wire/endpoint.js';
import { decimal, optional, record, text, Unreadable, wholeNumber, type Read, type Reader } from '../../wire/read.js';
import { column } from './columns.js';
import { messageKey, type MessageWord } from './message-key.js';
import { item, listing } from './reads.js';

const shared = { name: optional(text), description: optional(text), type: optional(text) };

/** What is told of each kind; the guide's recordings are documents, and its lists tell what real ones leave to items. */
export const documentColumns = record({ ...shared, pages: optional(wholeNumber), quality: column(text) });
export const recordingColumns = record({ ...shared, length: optional(decimal), codec: column(text) });
export const templateColumns = record({
  ...shared,
  subject: optional(text),
  body: column(text),
  body_alt: column(text),
});
export const textColumns = record({ ...shared, data: column(text) });

export type WireDocument = Read<typeof documentColumns>;
export type WireRecording = Read<typeof recordingColumns>;
export type WireTemplate = Read<typeof templateColumns>;
export type WireText = Read<typeof textColumns>;

/** Searches of lists of messages. */
export interface MessageQuery {
  readonly name?: string | undefined;
}

/** What is told of a message, with its id. */
interface Identified<Id, Columns> {
  readonly id: Id;
  readonly columns: Columns;
}

export interface MessageEndpoints<Columns> {
  readonly list: Endpoint<MessageQuery, ReadonlyArray<Identified<string, Columns>>>;
  /** The guide's items do not tell their id. */
  readonly read: Endpoint<string, Identified<string | null | undefined, Columns>>;
}

/** The list and the items of one kind, e.g. `/messages/documents`. */
export function messageEndpoints<Columns>(word: MessageWord, columns: Reader<Columns>): MessageEndpoints<Columns> {
  const name = `${word}_id`;
  const ids = record({ [name]: column(text) });
  const path = `/messages/${word}s`;
  const listed: Reader<Identified<string, Columns>> = (value, at) => {
    const id = ids(value, at)[name];
    if (typeof id !== 'string') throw new Unreadable('an id', `${at}.${name}`, 'none');
    return { id, columns: columns(value, at) };
  };
  return {
    list: listing(path, listed, ({ name: part }: MessageQuery) => ({ name: part })),
    read: item(path, (value, at) => ({ id: ids(value, at)[name], columns: columns(value, at) })),
  };
}

/** The path of a message's file, below the base. */
export function mediaPath(word: MessageWord, id: string): string {
  return `/messages/${messageKey(word, id).replace('/', 's/')}/media`;
}
