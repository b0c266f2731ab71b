import { isIP } from 'node:net';

/**
 * Which `Host` headers are ours. On loopback only names of loopback and the public one: a page of another site that
 * points its own name at 127.0.0.1 would else be of one origin with us, and could read everything.
 */
export function createHostCheck(
  listenHost: string,
  publicUrl: string | undefined,
): (host: string | undefined) => boolean {
  if (!isLoopback(listenHost)) return () => true;
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).hostname;
  // HTTP/1.0 sends none, and then no browser does.
  return (host) => host === undefined || isLoopback(nameOf(host)) || nameOf(host) === publicHost;
}

function nameOf(host: string): string {
  return host.replace(/:\d*$/, '').toLowerCase();
}

function isLoopback(name: string): boolean {
  if (name === 'localhost' || name.endsWith('.localhost') || name === '::1' || name === '[::1]') return true;
  return isIP(name) === 4 && name.startsWith('127.');
}
