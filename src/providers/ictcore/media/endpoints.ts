import { encodeSegment } from '../../../wire/caller.js';
import type { FileTransfer } from '../../../wire/file-transfer.js';
import type { MessageWord } from '../message/key.js';

/** Kinds of messages that have a file. */
export type FileWord = Exclude<MessageWord, 'text'>;

/** What a client sends. */
interface SentFile {
  readonly length: number | undefined;
  readonly body: NonNullable<FileTransfer['stream']['body']>;
}

/** A longer silence than this ends a transfer. */
const IDLE_MS = 60_000;
const stream: FileTransfer['stream'] = { idleTimeoutMs: IDLE_MS };
/** Errors with a status of 200: a page that PHP printed, or an object. */
const ERROR_TYPES = ['text/html', 'application/json'];

const filePath = (word: FileWord, id: string): string => `/messages/${word}s/${encodeSegment(id)}/media`;
const csvPath = (key: string): string => `/groups/${encodeSegment(key)}/csv`;

function sent(type: string, { length, body }: SentFile): Pick<FileTransfer, 'headers' | 'stream' | 'rejectedTypes'> {
  const size = length === undefined ? {} : { 'content-length': String(length) };
  return { headers: { 'content-type': type, ...size }, stream: { ...stream, body }, rejectedTypes: [] };
}

/** Transfers of files. */
export const mediaEndpoints = {
  /** `shown` stands for the key in the endpoint's name. */
  readCsv: (key: string, shown: string): FileTransfer => ({
    name: `GET /groups/${shown}/csv`,
    method: 'GET',
    path: csvPath(key),
    effect: 'reads',
    stream,
    rejectedTypes: ERROR_TYPES,
  }),
  // Imported twice, the contacts are there twice. Any parameter of the type, such as a charset, would be refused.
  importCsv: (key: string, file: SentFile): FileTransfer => ({
    name: 'POST /groups/{id}/csv',
    method: 'POST',
    path: csvPath(key),
    effect: 'acts',
    ...sent('text/csv', file),
  }),
  readFile: (word: FileWord, id: string): FileTransfer => ({
    name: `GET /messages/${word}s/{id}/media`,
    method: 'GET',
    path: filePath(word, id),
    effect: 'reads',
    stream,
    // An attachment of a template may be JSON.
    rejectedTypes: word === 'template' ? ['text/html'] : ERROR_TYPES,
  }),
  writeFile: (word: FileWord, id: string, type: string, file: SentFile): FileTransfer => ({
    name: `PUT /messages/${word}s/{id}/media`,
    method: 'PUT',
    path: filePath(word, id),
    effect: 'replaces',
    ...sent(type, file),
  }),
};
