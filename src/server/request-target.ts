import type { IncomingMessage } from 'node:http';

/**
 * Converts a target in absolute form, as proxies and some clients send it, to a path and the `Host` of the target (RFC
 * 9112, 3.2.2). False if it is no URL, or if a request of HTTP/1.1 names no host at all.
 */
export function normalizeTarget(request: IncomingMessage): boolean {
  const { url = '/' } = request;
  if (request.headers.host === undefined && request.httpVersion !== '1.0') return false;
  if (url.startsWith('/') || !/^https?:\/\//i.test(url)) return true;
  if (!URL.canParse(url)) return false;
  const { host } = new URL(url);
  const rest = /^https?:\/\/[^/?#]*([^#]*)/i.exec(url)?.[1] ?? '';
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
  request.headers.host = host;
  return true;
}
