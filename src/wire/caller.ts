import { toError } from '../transport/abort.js';
import { wallClock, type Now } from '../transport/clock.js';
import type { CallOptions, UpstreamRequest, UpstreamResponse } from '../transport/exchange.js';
import { ProviderFailure } from '../transport/failure.js';
import { readAnswer, type OnUnreadableRow } from './answer.js';
import type { Caller, Codec, ProviderApi, Endpoint } from './endpoint.js';
import { encodeQuery, UnsendableValue } from './path.js';

export { sanitizeMessage } from './sanitize-message.js';
export { encodeSegment, UnsendableValue } from './path.js';

/**
 * Calls endpoints of one provider: every failure is a ProviderFailure, and an abort rejects with the signal's reason.
 */
export function createCaller(api: ProviderApi, now: Now = wallClock): Caller {
  return (endpoint, input, callOptions) =>
    callEndpoint(api, endpoint, input, callOptions, (response, leftOut) =>
      readAnswer(api, endpoint, response, now, leftOut),
    );
}

/** Sends to an endpoint and has the answer read; what comes of both goes into the upstream's health. */
export function callEndpoint<Input, Answer, Value>(
  api: ProviderApi,
  endpoint: Endpoint<Input, Answer>,
  input: Input,
  callOptions: CallOptions,
  read: (response: UpstreamResponse, onUnreadableRow: OnUnreadableRow | undefined) => Value | Promise<Value>,
): Promise<Value> {
  const { exchange, health } = api.connection;
  let firstUnreadable: ProviderFailure | undefined;
  let isRecorded = false;
  const leftOut = (failure: ProviderFailure): void => {
    // Some rows of a long list are read later.
    if (!firstUnreadable && isRecorded) health?.recordFailure(failure);
    firstUnreadable ??= failure;
    callOptions.onUnreadableRow?.(failure);
  };
  const succeed = (value: Value): Value => {
    health?.recordSuccess();
    // Not well, and not down: what it gave beside can be read.
    if (firstUnreadable) health?.recordFailure(firstUnreadable);
    isRecorded = true;
    return value;
  };
  const fail = (error: unknown): never => {
    // Whoever leaves before the answer says nothing about the provider.
    if (error instanceof ProviderFailure && !callOptions.signal?.aborted) health?.recordFailure(error);
    throw error;
  };
  let request: UpstreamRequest;
  try {
    request = toUpstreamRequest(api, endpoint, input, callOptions);
  } catch (error) {
    return Promise.reject(toError(error));
  }
  return exchange(request).then((response) => {
    const maySkipRows = callOptions.onUnreadableRow !== undefined && endpoint.effect === 'reads';
    let value: Value | Promise<Value>;
    try {
      value = read(response, maySkipRows ? leftOut : undefined);
    } catch (error) {
      return fail(error);
    }
    return value instanceof Promise ? value.then(succeed, fail) : succeed(value);
  }, fail);
}

function toUpstreamRequest<Input, Answer>(
  { connection, basePath, codec }: ProviderApi,
  { name, method, path, query, body, effect }: Endpoint<Input, Answer>,
  input: Input,
  callOptions: CallOptions,
): UpstreamRequest {
  try {
    return {
      operation: name,
      method,
      path: `${basePath}${path(input)}${query ? encodeQuery(query(input)) : ''}`,
      headers: body ? headersOfBodies(codec) : codec.headers,
      body: body && codec.write(body(input)),
      effect,
      callOptions,
    };
  } catch (error) {
    if (!(error instanceof UnsendableValue)) throw error;
    throw new ProviderFailure(connection.upstream, 'rejected', `${name} was not sent: ${error.message}`, {
      sent: 'no',
      cause: error,
    });
  }
}

const bodyHeaders = new WeakMap<Codec, UpstreamRequest['headers']>();

/** Made once, so that they can be signed once. */
function headersOfBodies(codec: Codec): UpstreamRequest['headers'] {
  let headers = bodyHeaders.get(codec);
  if (!headers) {
    headers = { ...codec.headers, 'content-type': codec.contentType };
    bodyHeaders.set(codec, headers);
  }
  return headers;
}
