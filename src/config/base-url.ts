import { isLoopback } from '../transport/loopback.js';
import { isRefusedAddress } from '../transport/refused-addresses.js';

/** An address that requests are sent to, taken apart: `https://zrh.cloudsigma.com` and `/api/2.0`. */
export interface BaseUrl {
  readonly origin: string;
  /** Without a slash at its end; empty for the root. */
  readonly basePath: string;
}

/** The parts of a base URL, or what is wrong with it as a sentence that does not repeat it. */
export function readBaseUrl(text: string, { allowInsecure }: { readonly allowInsecure: boolean }): BaseUrl | string {
  const url = readPlainUrl(text);
  if (typeof url === 'string') return url;
  if (url.protocol === 'http:' && !allowInsecure && !isLoopback(url.hostname)) {
    return 'expected https: (credentials would travel readable; "allowInsecure: true" permits it for this upstream)';
  }
  if (isRefusedAddress(url.hostname.replace(/^\[|\]$/g, ''))) {
    return 'expected the address of a server, and not one by which a machine speaks to itself or its cloud';
  }
  return { origin: url.origin, basePath: url.pathname.replace(/\/$/, '') };
}

/** How clients reach the gateway, without a slash at its end, or what is wrong with it as a sentence. */
export function readPublicUrl(text: string): { readonly publicUrl: string } | string {
  const url = readPlainUrl(text);
  return typeof url === 'string' ? url : { publicUrl: url.href.replace(/\/$/, '') };
}

function readPlainUrl(text: string): URL | string {
  const example = 'such as https://api.example.com/v1';
  // The URL parser drops or changes these silently.
  if (/[\s\\\p{Cc}\p{Cs}]/u.test(text)) return `expected a URL without spaces, backslashes or line ends, ${example}`;
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) return `expected a URL with http or https, ${example}`;
  const url = new URL(text);
  if (url.username || url.password || /^https?:\/\/[^/]*@/i.test(text)) {
    return 'expected a URL without a user name or password; they belong under "auth"';
  }
  if (/[?#]/.test(text)) return `expected a URL without "?" and "#", ${example}`;
  const path = text.replace(/^https?:\/\/[^/]*/i, '');
  if (/\/\/|%2f|%5c|%00/i.test(path) || path.split('/').some((part) => /^(\.|%2e){1,2}$/i.test(part))) {
    return `expected a URL whose path has no empty parts and no "." or "..", ${example}`;
  }
  return url;
}
