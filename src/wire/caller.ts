import { wallClock, type Now } from '../transport/clock.js';
import type { Asking, Request, Response } from '../transport/exchange.js';
import { ProviderFailure } from '../transport/failure.js';
import { readAnswer, type OnLeftOut } from './answer.js';
import type { Caller, Dialect, Endpoint } from './endpoint.js';
import { queryOf, Unsendable } from './path.js';

export { clean } from './clean.js';
export { segment, Unsendable } from './path.js';

/** Speaks to endpoints in one dialect: every failure is a ProviderFailure, an abort gives the signal's reason. */
export function createCaller(dialect: Dialect, now: Now = wallClock): Caller {
  return (endpoint, input, asking) =>
    ask(dialect, endpoint, input, asking, async (response, leftOut) =>
      readAnswer(dialect, endpoint, response, now, leftOut),
    );
}

/** Sends to an endpoint and has the answer read; what comes of both goes into the upstream's health. */
export async function ask<Input, Answer, Value>(
  dialect: Dialect,
  endpoint: Endpoint<Input, Answer>,
  input: Input,
  asking: Asking,
  read: (response: Response, leftOut: OnLeftOut | undefined) => Promise<Value>,
): Promise<Value> {
  const { exchange, health } = dialect.connection;
  const request = toRequest(dialect, endpoint, input, asking);
  let first: ProviderFailure | undefined;
  let isJudged = false;
  const leftOut = (failure: ProviderFailure): void => {
    // Some rows of a long list are read later.
    if (!first && isJudged) health?.failed(failure);
    first ??= failure;
    asking.unreadable?.(failure);
  };
  try {
    const isOptional = asking.unreadable !== undefined && endpoint.effect === 'reads';
    const value = await read(await exchange(request), isOptional ? leftOut : undefined);
    health?.succeeded();
    // Not well, and not down: what it gave beside can be read.
    if (first) health?.failed(first);
    isJudged = true;
    return value;
  } catch (error) {
    // Whoever leaves before the answer says nothing about the provider.
    if (error instanceof ProviderFailure && !asking.signal?.aborted) health?.failed(error);
    throw error;
  }
}

function toRequest<Input, Answer>(
  { connection, basePath, codec }: Dialect,
  { name, method, path, query, body, effect }: Endpoint<Input, Answer>,
  input: Input,
  asking: Asking,
): Request {
  try {
    const request = {
      operation: name,
      method,
      path: `${basePath}${path(input)}${query ? queryOf(query(input)) : ''}`,
      effect,
      asking,
    };
    if (!body) return { ...request, headers: codec.headers };
    const headers = { ...codec.headers, 'content-type': codec.contentType };
    return { ...request, headers, body: codec.write(body(input)) };
  } catch (error) {
    if (!(error instanceof Unsendable)) throw error;
    throw new ProviderFailure(connection.upstream, 'rejected', `${name} was not sent: ${error.message}`, {
      sent: 'no',
      cause: error,
    });
  }
}
