import { mediaType } from '../../wire/content-type.js';
import type { MessageWord } from './message-key.js';

/** The content type to send, or in half a sentence why none will do. */
export type Sendable = { readonly type: string } | { readonly refusal: string };

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Types that the server takes, compared to the letter, under each name that clients have for them. */
const DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ...[
    'application/pdf',
    'image/tiff',
    'image/x-tiff',
    'image/png',
    'image/jpeg',
    'application/msword',
    'application/vnd.ms-excel',
    'application/vnd.ms-powerpoint',
    `${OFFICE}.wordprocessingml.document`,
    `${OFFICE}.spreadsheetml.sheet`,
    `${OFFICE}.presentationml.presentation`,
    'application/vnd.oasis.opendocument.text',
  ].map((type) => [type, type] as const),
  ['application/x-pdf', 'application/pdf'],
  ['image/tif', 'image/tiff'],
  ['image/jpg', 'image/jpeg'],
]);

const RECORDINGS: ReadonlyMap<string, string> = new Map([
  ...['audio/wav', 'audio/x-wav', 'audio/x-gsm', 'audio/mpeg3', 'audio/x-mpeg-3'].map((type) => [type, type] as const),
  ['audio/wave', 'audio/wav'],
  ['audio/vnd.wave', 'audio/wav'],
  ['audio/gsm', 'audio/x-gsm'],
  // What the rest of the world calls MP3 is not on the server's list.
  ['audio/mpeg', 'audio/mpeg3'],
  ['audio/mp3', 'audio/mpeg3'],
  ['audio/x-mp3', 'audio/mpeg3'],
]);

const TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,120}$/;
const UNTYPED = 'application/octet-stream';
/** Under these the server takes a body for a request with fields, and not for a file. */
const FIELDS: readonly string[] = ['application/json', 'application/x-www-form-urlencoded'];

/** How a client's content type is told to the server, for the file of a message of this kind. */
export function sendableType(word: Exclude<MessageWord, 'text'>, contentType: string | undefined): Sendable {
  const type = mediaType(contentType ?? '');
  const found = TYPE.test(type) ? type : undefined;
  switch (word) {
    case 'document':
      return known(
        DOCUMENTS,
        found,
        'application/pdf, image/tiff, image/png, image/jpeg or that of an office document',
      );
    case 'recording':
      return known(RECORDINGS, found, 'audio/wav, audio/x-gsm or audio/mpeg');
    case 'template':
      if (found?.startsWith('multipart/')) {
        return { refusal: 'the file must be the whole body, and not a part of multipart/form-data' };
      }
      return { type: found === undefined || FIELDS.includes(found) ? UNTYPED : found };
  }
}

function known(types: ReadonlyMap<string, string>, found: string | undefined, wanted: string): Sendable {
  const type = found && types.get(found);
  return type ? { type } : { refusal: `its content-type must be ${wanted}, not ${found ?? 'missing'}` };
}

/** What a file is served as, and the end of its name; what the server says counts where it can be true. */
export function servedAs(
  word: Exclude<MessageWord, 'text'>,
  said: string | undefined,
): { readonly contentType: string; readonly extension: string } {
  const contentType = servedType(word, said);
  return { contentType, extension: EXTENSIONS[contentType] ?? '' };
}

function servedType(word: Exclude<MessageWord, 'text'>, said = ''): string {
  switch (word) {
    case 'document':
      return said.startsWith('image/') ? said : 'application/pdf';
    case 'recording':
      return said.startsWith('audio/') && said !== 'audio/x-wav' ? said : 'audio/wav';
    case 'template':
      return TYPE.test(said) ? said : UNTYPED;
  }
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/tiff': '.tif',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'audio/wav': '.wav',
  'audio/x-gsm': '.gsm',
  'audio/mpeg': '.mp3',
  'text/plain': '.txt',
};
