import { isLoopback } from '../transport/loopback.js';

/**
 * Which `Host` headers are accepted. A server on loopback accepts only names of loopback and the public host: another
 * site's page can point its own name at 127.0.0.1, would then share an origin with this server and could read everything.
 */
export function createHostCheck(
  listenHost: string,
  publicUrl: string | undefined,
): (host: string | undefined) => boolean {
  if (!isLocalName(listenHost)) return () => true;
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).hostname;
  // HTTP/1.0 has no Host header, and no browser speaks HTTP/1.0: undefined is served.
  const serves = (host = 'localhost'): boolean => isLocalName(nameOf(host)) || nameOf(host) === publicHost;
  // Nearly all requests name the same one.
  let latestServed: string | undefined;
  return (host) => {
    if (host === latestServed) return true;
    const isServed = serves(host);
    if (isServed) latestServed = host;
    return isServed;
  };
}

function nameOf(host: string): string {
  return host.replace(/:\d*$/, '').toLowerCase();
}

/** Browsers resolve every name below `localhost` to loopback themselves; a config may write `::1` without brackets. */
function isLocalName(name: string): boolean {
  return isLoopback(name) || name.endsWith('.localhost') || name === '::1';
}
