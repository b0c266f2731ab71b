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
  /**
   * Every spelling of all secrets, the longest first. It is computed on first use and kept, because every attempt is
   * redacted.
   */
  spellings: readonly string[] | undefined;
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
  secretsByUpstream.delete(upstream);
}

/** The text without any secret noted for this upstream. */
export function redact(upstream: string, text: string): string {
  const secrets = secretsByUpstream.get(upstream);
  if (!secrets) return text;
  secrets.spellings ??= spellingsOfAll(secrets);
  return secrets.spellings.reduce((rest, spelling) => rest.replaceAll(spelling, MASK), text);
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
    spellings: undefined,
  };
  secrets.spellings = undefined;
  secretsByUpstream.set(upstream, secrets);
  return secrets;
}

/** One secret may be part of another: the longest come first. */
function spellingsOfAll({ credentials, accessTokens }: UpstreamSecrets): readonly string[] {
  const spellings = new Set([...credentials, ...accessTokens].flatMap(spellingsOf));
  return [...spellings].sort((one, other) => other.length - one.length);
}

function spellingsOf(secret: string): string[] {
  const formEncoded = new URLSearchParams({ '': secret }).toString().slice(1);
  return [
    secret,
    formEncoded,
    encodeURIComponent(Buffer.from(secret).toString()),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64'),
  ];
}
