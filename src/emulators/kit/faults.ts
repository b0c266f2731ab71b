import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Reply } from './http.js';
import { isStream, truncateStream } from './streaming.js';

/** What goes wrong. Each has its own meaning for a caller: was the request read, was it acted on, did the answer come? */
export type FaultKind =
  | { readonly kind: 'slow'; readonly delayMs: number }
  | { readonly kind: 'hang' }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  | { readonly kind: 'throttle'; readonly retryAfter?: string }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'garbage' }
  | { readonly kind: 'html' }
  | { readonly kind: 'truncate' }
  | { readonly kind: 'resetBefore' }
  | { readonly kind: 'resetAfterRead' }
  | { readonly kind: 'resetAfterEffect' };

/** Which requests it applies to: all that match, `times` times (without `times`: until `heal`). */
export type Fault = FaultKind & {
  readonly method?: string;
  /** Part of the path, e.g. `/contacts`. */
  readonly path?: string;
  readonly times?: number;
};

/** The scripted faults of one emulator, taken in the order in which they were scripted. */
export interface Faults {
  readonly add: (fault: Fault) => void;
  readonly clear: () => void;
  readonly take: (method: string, path: string) => Fault | undefined;
}

export function createFaults(): Faults {
  let scriptedFaults: Array<{ fault: Fault; remaining: number }> = [];
  return {
    add: (fault) => scriptedFaults.push({ fault, remaining: fault.times ?? Infinity }),
    clear: () => (scriptedFaults = []),
    take: (method, path) => {
      const found = scriptedFaults.find(
        ({ fault, remaining }) =>
          remaining > 0 && (fault.method ?? method) === method && (!fault.path || path.includes(fault.path)),
      );
      if (found) found.remaining -= 1;
      return found?.fault;
    },
  };
}

/** Replies that a fault needs in the provider's own words. */
export interface FaultReplies {
  readonly unauthorized: Reply;
  readonly throttled: Reply;
}

/** The reply of a fault, or undefined where the provider answers as usual. */
export async function replyInstead(fault: Fault, replies: FaultReplies): Promise<Reply | undefined> {
  switch (fault.kind) {
    case 'slow':
      await sleep(fault.delayMs, undefined, { ref: false });
      return undefined;
    case 'status':
      return { status: fault.status, headers: fault.headers ?? {}, body: fault.body ?? '' };
    case 'throttle':
      return {
        ...replies.throttled,
        headers: {
          ...replies.throttled.headers,
          ...(fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter }),
        },
      };
    case 'unauthorized':
      return replies.unauthorized;
    case 'garbage':
      return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"items":[{"id":1,"na\u0000' };
    case 'html':
      return {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>',
      };
    case 'hang':
    case 'truncate':
    case 'resetBefore':
    case 'resetAfterRead':
    case 'resetAfterEffect':
      return undefined;
  }
}

/** Announces the whole body, sends half of it (of a stream, half of its first piece) and drops the connection. */
export async function sendTruncated(response: ServerResponse, reply: Reply): Promise<void> {
  if (isStream(reply.body)) return truncateStream(response, reply, reply.body);
  const body = Buffer.from(reply.body ?? '');
  response.writeHead(reply.status, { ...reply.headers, 'content-length': body.length + 1 });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}
