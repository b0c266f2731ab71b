import { mediaTypeOf } from '../../../wire/content-type.js';
import type { FileWord } from './endpoints.js';

/** The content type to send, or why none will do, as half a sentence. */
export type SendableType = { readonly type: string } | { readonly refusal: string };

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

/** Types that the server takes, which it compares to the letter, by the names that clients use for them. */
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
    `${OPEN_XML}.wordprocessingml.document`,
    `${OPEN_XML}.spreadsheetml.sheet`,
    `${OPEN_XML}.presentationml.presentation`,
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
  // The standard name of MP3 is not on the server's list.
  ['audio/mpeg', 'audio/mpeg3'],
  ['audio/mp3', 'audio/mpeg3'],
  ['audio/x-mp3', 'audio/mpeg3'],
]);

const MEDIA_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,120}$/;
const BINARY_TYPE = 'application/octet-stream';
/** The server reads a body of these types as fields, and not as a file. */
const FORM_TYPES: readonly string[] = ['application/json', 'application/x-www-form-urlencoded'];

/** The content type that the server takes for a client's, for the file of a message of this kind. */
export function sendableType(word: FileWord, contentType: string | undefined): SendableType {
  const type = mediaTypeOf(contentType ?? '');
  const found = MEDIA_TYPE.test(type) ? type : undefined;
  switch (word) {
    case 'document':
      return lookUpType(
        DOCUMENTS,
        found,
        'application/pdf, image/tiff, image/png, image/jpeg or that of an office document',
      );
    case 'recording':
      return lookUpType(RECORDINGS, found, 'audio/wav, audio/x-gsm or audio/mpeg');
    case 'template':
      if (found?.startsWith('multipart/')) {
        return { refusal: 'the file must be the whole body, and not a part of multipart/form-data' };
      }
      return { type: found === undefined || FORM_TYPES.includes(found) ? BINARY_TYPE : found };
  }
}

function lookUpType(types: ReadonlyMap<string, string>, found: string | undefined, expected: string): SendableType {
  const type = found && types.get(found);
  return type ? { type } : { refusal: `its content-type must be ${expected}, not ${found ?? 'missing'}` };
}

/** The content type that a file is served with and the end of its name; the server's own type is used where it can be right. */
export function toServedFile(
  word: FileWord,
  upstreamType: string | undefined,
): { readonly contentType: string; readonly extension: string } {
  const contentType = servedType(word, upstreamType);
  return { contentType, extension: EXTENSIONS[contentType] ?? '' };
}

function servedType(word: FileWord, upstreamType = ''): string {
  switch (word) {
    case 'document':
      return upstreamType.startsWith('image/') ? upstreamType : 'application/pdf';
    case 'recording':
      return upstreamType.startsWith('audio/') && upstreamType !== 'audio/x-wav' ? upstreamType : 'audio/wav';
    case 'template':
      return MEDIA_TYPE.test(upstreamType) ? upstreamType : BINARY_TYPE;
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
