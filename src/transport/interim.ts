import { subscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';

/** A head that is longer is the parser's to refuse. */
const LONGEST_HEAD = 16 * 1024;
/** Any 1xx but 101, which is no answer to what we send. */
const INTERIM = /^HTTP\/1\.[01] 1(?!01)\d\d[ \r]/;
const SHAPE = 'HTTP/1.';
const STATUS_LINE_BEGIN = 13;

/** By the sockets of undici's clients: told that a request leaves, so that the next bytes begin a head. */
const sockets = new WeakMap<Socket, () => void>();
let isInstalled = false;

/**
 * Keeps interim answers from undici's parser: it takes a 100 that nobody asked for to be a broken answer, though RFC 9110
 * (15.2) has clients parse any 1xx, and proxies send them. Undici tells its sockets and requests on its diagnostics channels.
 */
export function passOverInterim(): void {
  if (isInstalled) return;
  isInstalled = true;
  subscribe('undici:client:connected', (message) => {
    const socket = socketOf(message);
    if (socket) sockets.set(socket, filterHeads(socket));
  });
  subscribe('undici:client:sendHeaders', (message) => {
    const socket = socketOf(message);
    if (socket) sockets.get(socket)?.();
  });
}

function socketOf(message: unknown): Socket | undefined {
  const socket = typeof message === 'object' && message !== null && 'socket' in message ? message.socket : undefined;
  return socket instanceof Socket ? socket : undefined;
}

/** Has the socket's reader see no interim heads; what is returned says that a head comes next. */
function filterHeads(socket: Socket): () => void {
  let isHead = false;
  let held: Buffer = Buffer.alloc(0);
  /** What the parser may see of all that was held; nothing while that may still be an interim head. */
  const pass = (chunk: Buffer): Buffer => {
    if (!isHead) return chunk;
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (;;) {
      const begin = held.toString('latin1', 0, STATUS_LINE_BEGIN);
      const isShort = begin.length < STATUS_LINE_BEGIN && begin.startsWith(SHAPE.slice(0, begin.length));
      if (held.length === 0 || isShort) return Buffer.alloc(0);
      const end = INTERIM.test(begin) ? held.indexOf('\r\n\r\n') : undefined;
      if (end === -1 && held.length <= LONGEST_HEAD) return Buffer.alloc(0);
      if (end === undefined || end === -1) {
        const whole = held;
        isHead = false;
        held = Buffer.alloc(0);
        return whole;
      }
      held = held.subarray(end + 4);
    }
  };
  const read = socket.read.bind(socket);
  socket.read = (size?: number): unknown => {
    for (;;) {
      const chunk: unknown = read(size);
      if (!Buffer.isBuffer(chunk)) return chunk;
      const passed = pass(chunk);
      if (passed.length > 0) return passed;
    }
  };
  return () => {
    isHead = true;
  };
}
