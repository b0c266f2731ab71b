import { subscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';

/** A longer head is passed on, and undici's parser refuses it. */
const MAX_HEAD_BYTES = 16 * 1024;
/** Any 1xx except 101, which does not answer anything that we send. */
const INTERIM_STATUS_LINE = /^HTTP\/1\.[01] 1(?!01)\d\d[ \r]/;
const HTTP_PREFIX = 'HTTP/1.';
const STATUS_LINE_PREFIX_BYTES = 13;
/** Where the first digit of the status is. */
const STATUS_CODE_AT = 'HTTP/1.1 '.length;
const DIGIT_ONE = 0x31;

/** By socket of undici's clients: called when a request is sent, because the next bytes then begin a head. */
const headFilters = new WeakMap<Socket, () => void>();
let isInstalled = false;

/**
 * Keeps interim answers from undici's parser. The parser takes an unrequested 100 for a broken answer, although RFC
 * 9110 (15.2) requires clients to parse any 1xx, and proxies send them. Undici publishes its sockets and requests on
 * its diagnostics channels.
 */
export function skipInterimResponses(): void {
  if (isInstalled) return;
  isInstalled = true;
  subscribe('undici:client:connected', (message) => {
    const socket = socketOf(message);
    if (socket) headFilters.set(socket, filterHeads(socket));
  });
  subscribe('undici:client:sendHeaders', (message) => {
    const socket = socketOf(message);
    if (socket) headFilters.get(socket)?.();
  });
}

function socketOf(message: unknown): Socket | undefined {
  const socket = typeof message === 'object' && message !== null && 'socket' in message ? message.socket : undefined;
  return socket instanceof Socket ? socket : undefined;
}

/** Hides interim heads from the reader of this socket. The returned function says that a head comes next. */
function filterHeads(socket: Socket): () => void {
  let isHead = false;
  let buffered: Buffer = Buffer.alloc(0);
  /** The part of the held bytes that the parser may see; nothing while they may still be an interim head. */
  const filterChunk = (chunk: Buffer): Buffer => {
    if (!isHead) return chunk;
    // Nearly all heads begin with another digit.
    if (buffered.length === 0 && chunk.length > STATUS_CODE_AT && chunk[STATUS_CODE_AT] !== DIGIT_ONE) {
      isHead = false;
      return chunk;
    }
    buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk]);
    for (;;) {
      const lineStart = buffered.toString('latin1', 0, STATUS_LINE_PREFIX_BYTES);
      const isShort =
        lineStart.length < STATUS_LINE_PREFIX_BYTES && lineStart.startsWith(HTTP_PREFIX.slice(0, lineStart.length));
      if (buffered.length === 0 || isShort) return Buffer.alloc(0);
      const end = INTERIM_STATUS_LINE.test(lineStart) ? buffered.indexOf('\r\n\r\n') : undefined;
      if (end === -1 && buffered.length <= MAX_HEAD_BYTES) return Buffer.alloc(0);
      if (end === undefined || end === -1) {
        const whole = buffered;
        isHead = false;
        buffered = Buffer.alloc(0);
        return whole;
      }
      buffered = buffered.subarray(end + 4);
    }
  };
  const read = socket.read.bind(socket);
  socket.read = (size?: number): unknown => {
    for (;;) {
      const chunk: unknown = read(size);
      if (!Buffer.isBuffer(chunk)) return chunk;
      const filtered = filterChunk(chunk);
      if (filtered.length > 0) return filtered;
    }
  };
  return () => {
    isHead = true;
  };
}
