import type { UpstreamRequest } from './exchange.js';

type RequestHeaders = UpstreamRequest['headers'];

/**
 * Puts these headers in place of others of the same name. Requests of one kind share their headers, and those without a
 * body are many: what they become is made once.
 */
export function amendHeaders(added: RequestHeaders): (headers: RequestHeaders) => RequestHeaders {
  const amended = new WeakMap<RequestHeaders, RequestHeaders>();
  return (headers) => {
    let all = amended.get(headers);
    if (!all) {
      all = { ...headers, ...added };
      amended.set(headers, all);
    }
    return all;
  };
}

/** Signs requests with these headers, made once for each token. */
export function tokenHeaders(
  headersOf: (token: string) => RequestHeaders,
): (request: UpstreamRequest, token: string) => UpstreamRequest {
  let latest: string | undefined;
  let amend = amendHeaders({});
  return (request, token) => {
    if (token !== latest) amend = amendHeaders(headersOf(token));
    latest = token;
    return { ...request, headers: amend(request.headers) };
  };
}
