import { ServerResponse, type IncomingMessage } from 'node:http';

/**
 * A response, and what belongs to it. Node calls one listener for all that ends with it: adding a listener takes longer than
 * what most of them do.
 */
export class ServedResponse<Message extends IncomingMessage = IncomingMessage> extends ServerResponse<Message> {
  /** Becomes a header of whatever is answered. */
  requestId: string | undefined = undefined;
  /** When it was asked for, in milliseconds of the monotonic clock. */
  readonly askedAt = performance.now();
  /** For how long its reader may take nothing of it, in milliseconds; 0: for as long as it likes. */
  idleMs = 0;
  /** Whether it was answered for its body that had not come in time. */
  isOverdue = false;
  /** Whether its reader took all of it, or has gone. */
  isOver = false;
  readonly #atClose: Array<() => void> = [];

  constructor(request: Message) {
    super(request);
    this.on('prefinish', cutSlowReader);
    this.on('close', callAtClose);
  }

  /** Calls this once it is over: now, if it is. */
  atClose(call: () => void): void {
    if (this.isOver) call();
    else this.#atClose.push(call);
  }

  callAtClose(): void {
    if (this.isOver) return;
    this.isOver = true;
    for (const call of this.#atClose) call();
  }
}

/**
 * Cuts the connection of a client that does not read its answer: after this time without one byte being taken. Until then the
 * whole answer is in memory, and with it whatever else the client has asked for on this connection.
 */
function cutSlowReader(this: ServedResponse): void {
  // Most answers are taken at once, and then no timer is needed.
  if (this.idleMs === 0 || this.writableLength === 0) return;
  // The timer of the socket: each byte that is taken restarts it.
  this.setTimeout(this.idleMs, () => this.destroy());
}

function callAtClose(this: ServedResponse): void {
  this.callAtClose();
}
