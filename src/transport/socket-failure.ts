import { ProviderFailure, type FailureKind } from './failure.js';
import { REFUSED_ADDRESS } from './resolve-host.js';

const CUT_OFF = 'cut off';
const NOT_HTTP = 'not HTTP';

/** What a socket's error means, in words that name no host: undici's own messages do. */
export function toProviderFailure(
  upstream: string,
  operation: string,
  error: Error,
  sent: 'no' | 'unknown',
): ProviderFailure {
  const [kind, problem] = proxyRejection(error) ?? describeSocketError(errorCodeOf(error));
  return new ProviderFailure(upstream, kind, `${operation}: ${problem}`, { sent, cause: withoutReceivedBytes(error) });
}

function describeSocketError(code: string): readonly [FailureKind, string] {
  switch (code) {
    case 'ECONNREFUSED':
      return ['unavailable', 'the connection was refused'];
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return ['unavailable', 'the name of the server could not be resolved'];
    case REFUSED_ADDRESS:
      return ['unavailable', 'the name of the server leads to an address at which no provider can be'];
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return ['unavailable', 'no connection came about in time'];
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return ['timeout', 'it fell silent'];
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return ['unavailable', 'there is no way to the server'];
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
    // Said of an answer that ends in the middle, where it announced the end of the connection too.
    case 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH':
    case CUT_OFF:
      return ['unavailable', 'the connection broke'];
    case 'UND_ERR_CLOSED':
    case 'UND_ERR_DESTROYED':
      return ['unavailable', 'the gateway is closing its connections'];
    case 'UND_ERR_INVALID_ARG':
    case 'UND_ERR_NOT_SUPPORTED':
      return ['rejected', 'it holds something that HTTP cannot carry'];
    case 'UND_ERR_HEADERS_OVERFLOW':
      return ['protocol', 'the headers of the answer are too large'];
    case NOT_HTTP:
      return ['protocol', 'the answer is not HTTP'];
    default:
      if (/CERT|TLS|SSL|SELF_SIGNED|VERIFY|EPROTO/.test(code))
        return ['unavailable', 'no secure connection came about'];
      return ['unavailable', 'the connection failed'];
  }
}

/** Undici gives the status of a refused tunnel only in its message. Nothing of the request has been sent then. */
function proxyRejection(error: Error): readonly [FailureKind, string] | undefined {
  const [, status] = /^Proxy response \((\d+)\)/.exec(error.message) ?? [];
  return status === undefined ? undefined : ['unavailable', `the proxy refused to connect with ${status}`];
}

function errorCodeOf(error: Error): string {
  // The parser gives no code, but the bytes at which it stumbled: none where it waited for more.
  if (isParserError(error)) return 'data' in error && error.data === '' ? CUT_OFF : NOT_HTTP;
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The parser's errors carry what was received, which belongs in no log. */
function withoutReceivedBytes(error: Error): Error {
  return isParserError(error) ? new Error(error.message) : error;
}

function isParserError(error: Error): boolean {
  return error.name === 'HTTPParserError';
}
