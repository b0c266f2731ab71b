import type { Readable } from 'node:stream';

import { wallClock, type Now } from '../transport/clock.js';
import type { Asking, Effect, Flow } from '../transport/exchange.js';
import { ProviderFailure } from '../transport/failure.js';
import type { Connection } from '../transport/stack.js';
import { readAnswer } from './answer.js';
import { mediaType } from './content-type.js';
import type { Dialect } from './endpoint.js';
import { json } from './read.js';

/** A call whose bodies are files. */
export interface Transfer {
  /** The provider's own name for it, e.g. `GET /groups/{id}/csv`. */
  readonly name: string;
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Below the base URL, percent-encoded. */
  readonly path: string;
  readonly effect: Effect;
  readonly headers?: Readonly<Record<string, string>>;
  readonly flow: Flow;
  /** Media types that are no file: an error page with a status of 200. */
  readonly refuses: readonly string[];
}

/** A file as it comes. */
export interface Transferred {
  /** Without parameters, lower case; undefined when the provider does not say. */
  readonly contentType: string | undefined;
  readonly length: number | undefined;
  readonly body: Readable;
}

export type Transferrer = (transfer: Transfer, asking: Asking) => Promise<Transferred>;

interface FlowingDialect extends Dialect {
  readonly connection: Connection;
}

/** Sends and takes files in one dialect: an answer that is no success is read and judged like any other. */
export function createTransferrer(dialect: FlowingDialect, now: Now = wallClock): Transferrer {
  const { upstream, transfer: exchange, health } = dialect.connection;
  return async ({ name, method, path, effect, headers = {}, flow, refuses }, asking) => {
    const call = { name, method, path: () => path, effect, answer: json };
    try {
      const response = await exchange({
        operation: name,
        method,
        path: `${dialect.basePath}${path}`,
        headers: { ...dialect.codec.headers, ...headers },
        effect,
        asking,
        flow,
      });
      const { flow: body } = response;
      // Without a body that flows it is no success, and reading it throws.
      if (!body) return readAnswer(dialect, call, response, now) as never;
      const said = response.headers['content-type'];
      const contentType = said === undefined ? undefined : mediaType(said);
      if (contentType !== undefined && refuses.includes(contentType)) {
        body.destroy();
        throw new ProviderFailure(upstream, 'unreadable', `${name} answered ${contentType} instead of a file`, {
          status: response.status,
        });
      }
      health.succeeded();
      const length = Number(response.headers['content-length'] ?? NaN);
      return { contentType, length: Number.isSafeInteger(length) ? length : undefined, body };
    } catch (error) {
      if (error instanceof ProviderFailure && !asking.signal?.aborted) health.failed(error);
      throw error;
    }
  };
}
