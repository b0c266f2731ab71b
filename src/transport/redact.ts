import { createSecretFinder, type SecretFinder } from './secret-finder.js';

const MASK = '***';
/** Shorter values would blot out words that are no secret. */
const MIN_SECRET_LENGTH = 4;
/** Tickets come and go; what was said with an older one is long past. */
const MAX_ACCESS_TOKENS = 8;

const secretParameter = /([?&][^=&#]*(?:token|password|key|secret|auth)[^=&#]*=)[^&#\s]*/gi;

interface UpstreamSecrets {
  readonly credentials: Set<string>;
  /** Oldest first. */
  readonly accessTokens: Set<string>;
  /** Made on first use and kept, because every attempt is redacted. */
  finder: SecretFinder | undefined;
}

const secretsByUpstream = new Map<string, UpstreamSecrets>();

/** Notes credentials of an upstream, so that `redact` hides them however they are spelt. */
export function registerSecrets(upstream: string, ...secrets: readonly string[]): void {
  for (const secret of secrets) {
    if (secret.length >= MIN_SECRET_LENGTH) secretsForUpdate(upstream).credentials.add(secret);
  }
}

/** Registers an access token of an upstream as a secret, which the next token replaces. */
export function registerAccessToken(upstream: string, accessToken: string): void {
  const { accessTokens } = secretsForUpdate(upstream);
  if (accessToken.length >= MIN_SECRET_LENGTH) accessTokens.add(accessToken);
  for (const oldest of accessTokens) {
    if (accessTokens.size <= MAX_ACCESS_TOKENS) break;
    accessTokens.delete(oldest);
  }
}

/** Forgets what was noted for an upstream. */
export function unregisterSecrets(upstream: string): void {
  const others = (holders.get(upstream) ?? 1) - 1;
  if (others > 0) {
    holders.set(upstream, others);
    return;
  }
  holders.delete(upstream);
  secretsByUpstream.delete(upstream);
}

/** That one more connection needs the secrets of an upstream: one may take the place of another before that is closed. */
export function holdSecrets(upstream: string): void {
  holders.set(upstream, (holders.get(upstream) ?? 0) + 1);
}

const holders = new Map<string, number>();

/**
 * The text without any secret noted for this upstream, however it is spelt. `isCut`: the text was longer, and what it
 * ends with may be the beginning of a secret.
 */
export function redact(upstream: string, text: string, { isCut = false } = {}): string {
  const secrets = secretsByUpstream.get(upstream);
  if (!secrets) return text;
  secrets.finder ??= createSecretFinder([...secrets.credentials, ...secrets.accessTokens]);
  const spans = secrets.finder.find(text, isCut);
  if (spans.length === 0) return text;
  let redacted = '';
  let readTo = 0;
  for (const { start, end } of spans) {
    redacted += text.slice(readTo, start) + MASK;
    readTo = end;
  }
  return redacted + text.slice(readTo);
}

/** The text without the values of query parameters whose names look secret, e.g. `?token=…`. */
export function redactQuery(text: string): string {
  return text.replace(secretParameter, `$1${MASK}`);
}

/** The secrets of an upstream, about to change. */
function secretsForUpdate(upstream: string): UpstreamSecrets {
  const secrets = secretsByUpstream.get(upstream) ?? {
    credentials: new Set(),
    accessTokens: new Set(),
    finder: undefined,
  };
  secrets.finder = undefined;
  secretsByUpstream.set(upstream, secrets);
  return secrets;
}
