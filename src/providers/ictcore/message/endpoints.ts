import { record } from '../../../wire/structure-readers.js';
import { text } from '../../../wire/value-readers.js';
import { UnreadableValue } from '../../../wire/unreadable-value.js';
import type { Reader } from '../../../wire/reader.js';
import { orAbsent } from '../shared/reads/column-readers.js';
import { defineItemEndpoint, defineListEndpoint } from '../shared/reads/read-endpoints.js';
import { defineCreateEndpoint, defineDeleteEndpoint, defineUpdateEndpoint } from '../shared/writes/write-endpoints.js';
import { messageColumns } from './columns.js';
import type { MessageWord } from './key.js';

/** What lists of messages are searched by, of what filters ask. */
export const MESSAGE_SEARCHES = ['name'] as const;

/** Searches of lists of messages. */
export type MessageQuery = Readonly<Partial<Record<(typeof MESSAGE_SEARCHES)[number], string>>>;

/** A message's columns, with its id. */
interface WithId<Id> {
  readonly id: Id;
  readonly columns: object;
}

/** The endpoints of one kind, e.g. `/messages/documents`. */
function defineMessageEndpoints(word: MessageWord) {
  const idColumn = `${word}_id`;
  const path = `/messages/${word}s`;
  const ids = record({ [idColumn]: orAbsent(text) });
  const columns = record(messageColumns[word].readers);
  const listed: Reader<WithId<string>> = (value, at) => {
    const id = ids(value, at)[idColumn];
    if (typeof id !== 'string') throw new UnreadableValue('an id', `${at}.${idColumn}`, 'none');
    return { id, columns: columns(value, at) };
  };
  // The guide's items do not hold their id.
  const item: Reader<WithId<string | null | undefined>> = (value, at) => ({
    id: ids(value, at)[idColumn],
    columns: columns(value, at),
  });
  return {
    list: defineListEndpoint(path, listed, (query: MessageQuery) => query),
    read: defineItemEndpoint(path, item),
    create: defineCreateEndpoint(path, idColumn),
    update: defineUpdateEndpoint(path),
    delete: defineDeleteEndpoint(path),
  };
}

/** Endpoints by kind. */
export const messageEndpoints: Readonly<Record<MessageWord, ReturnType<typeof defineMessageEndpoints>>> = {
  document: defineMessageEndpoints('document'),
  recording: defineMessageEndpoints('recording'),
  template: defineMessageEndpoints('template'),
  text: defineMessageEndpoints('text'),
};
