import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

import type { Reply } from '../kit/http.js';
import { CoreException, PhpError } from './errors.js';
import type { Query } from './filters.js';
import type { Answer } from './route.js';
import { HALF_A_LETTER } from './table.js';

const REALM = 'ICTCore Framework :: REST API Server';
const TYPES = {
  json: 'application/json',
  xml: 'application/xml',
  html: 'text/html;charset=UTF-8',
  plain: 'text/plain;charset=UTF-8',
  txt: 'text/plain;charset=UTF-8',
} as const;

export type Format = keyof typeof TYPES;

/** `?format=` before a suffix before `Accept`, in which only an item of exactly `application/json` counts. */
export function formatOf(query: Query, suffix: string | undefined, headers: IncomingHttpHeaders): Format {
  const asked = [query['format'], suffix].find((name): name is Format => name !== undefined && isFormat(name));
  const accepted = (headers.accept ?? '').replace(/\s+/g, '').split(',');
  return asked ?? (accepted.includes('application/json') ? 'json' : 'plain');
}

export function isFormat(name: string): name is Format {
  return Object.hasOwn(TYPES, name);
}

export function toReply(answer: Answer, format: Format): Reply {
  switch (answer.kind) {
    case 'value':
      return valueReply(200, answer.value, format);
    case 'nothing':
      return emptyReply(200);
    case 'file':
      return fileReply(answer.name, sniff(answer.content), answer.content);
    case 'media': {
      const reply = fileReply(answer.name, answer.type, answer.content);
      return { ...reply, headers: { ...reply.headers, 'content-length': String(answer.size) } };
    }
  }
}

function fileReply(name: string, type: string, body: NonNullable<Reply['body']>): Reply {
  return {
    status: 200,
    headers: {
      'content-description': 'File Transfer',
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'content-transfer-encoding': 'binary',
      expires: '0',
      'cache-control': 'must-revalidate, post-check=0, pre-check=0',
      pragma: 'public',
      ...cookie(),
    },
    body,
  };
}

/** What an exception becomes; anything that is not the server's own is a bug of the emulator and passes on. */
export function errorReply(error: unknown, format: Format): Reply {
  if (error instanceof PhpError) return emptyReply(500);
  if (!(error instanceof CoreException)) throw error;
  const { code, message } = error;
  const reply = valueReply(code === 0 ? 200 : code, { error: { code, message } }, format);
  const challenge = code === 401 && message.startsWith('Invalid credentials');
  return challenge ? { ...reply, headers: { 'www-authenticate': `Basic realm="${REALM}"`, ...reply.headers } } : reply;
}

/** Not one byte, and PHP's own content type. */
export function emptyReply(status: number): Reply {
  return { status, headers: { 'content-type': 'text/html; charset=UTF-8', ...cookie() } };
}

function valueReply(status: number, value: unknown, format: Format): Reply {
  return {
    status,
    headers: {
      'cache-control': 'no-cache, must-revalidate',
      expires: '0',
      'content-type': TYPES[format],
      ...cookie(),
    },
    body: format === 'xml' ? toXml(value) : toJson(value),
  };
}

function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  // `json_encode` fails on the whole of it, and nobody looks whether it did.
  return json.includes(toJsonEscape(HALF_A_LETTER)) ? '' : json.replaceAll('/', '\\/');
}

const toJsonEscape = (character: string): string => JSON.stringify(character).slice(1, -1);

function toXml(value: unknown): string {
  // Only the empty list was recorded (capture 20).
  if (Array.isArray(value) && value.length === 0) return '<?xml version="1.0"?>\n\n';
  throw new PhpError('XML of anything but an empty list is not known');
}

/** The server asks libmagic, which does not know CSV. */
function sniff(content: string): string {
  if (content === '') return 'inode/x-empty; charset=binary';
  return `text/plain; charset=${/^[\0-\x7f]*$/.test(content) ? 'us-ascii' : 'utf-8'}`;
}

/** A new session with every answer; it carries no login. */
function cookie(): Readonly<Record<string, string>> {
  return { 'set-cookie': `ictcore=${randomBytes(13).toString('hex')}; path=/` };
}
