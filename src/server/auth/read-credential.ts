import type { CallerRefusal, CredentialSource } from './authenticate.js';

/** The one credential of a request. */
export interface CallerCredential {
  readonly is: 'credential';
  /** `bearer` may be a key or a token; `key` is one of the header for keys alone. */
  readonly kind: 'bearer' | 'key';
  readonly text: string;
}

/** Longer credentials are not looked at: hashing and decoding them would be work for whoever sends them. */
const MAX_LENGTH = 8192;
const BEARER = /^bearer +([\x21-\x7e]+) *$/i;

/** Reads the credential of a request's headers. More than one is refused: a proxy may have checked another than we would. */
export function readCredential({ headersDistinct }: CredentialSource): CallerCredential | CallerRefusal {
  const authorization = headersDistinct['authorization'] ?? [];
  const apiKey = headersDistinct['x-api-key'] ?? [];
  if (authorization.length + apiKey.length > 1) {
    const message = 'A request has one credential: either one header "authorization" or one "x-api-key".';
    return { is: 'refused', status: 400, code: 'BAD_REQUEST', message };
  }
  const [key] = apiKey;
  const text = key ?? BEARER.exec(authorization[0] ?? '')?.[1] ?? '';
  if (text === '' || text.length > MAX_LENGTH) return unknownCaller();
  return { is: 'credential', kind: key === undefined ? 'bearer' : 'key', text };
}

const UNKNOWN_CALLER = {
  is: 'refused',
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'This gateway answers to known callers only: send "authorization: Bearer KEY", or "x-api-key: KEY".',
} as const;

/** One answer for all that is wrong with a credential: what exactly would help only to guess one. */
export function unknownCaller(): CallerRefusal {
  return UNKNOWN_CALLER;
}
