const HIDDEN = '***';
/** Shorter values would blot out words that are no secret. */
const SHORTEST = 4;
/** Tickets come and go; the oldest are forgotten. */
const REMEMBERED = 64;

const secretParameter = /([?&][^=&#]*(?:token|password|key|secret|auth)[^=&#]*=)[^&#\s]*/gi;
const known = new Map<string, Set<string>>();

/** Notes credentials of an upstream, so that `redact` hides them however they are spelt. */
export function rememberSecrets(upstream: string, ...secrets: readonly string[]): void {
  const spellings = known.get(upstream) ?? new Set<string>();
  for (const secret of secrets) {
    if (secret.length < SHORTEST) continue;
    for (const spelling of spellingsOf(secret)) spellings.add(spelling);
  }
  for (const oldest of spellings) {
    if (spellings.size <= REMEMBERED) break;
    spellings.delete(oldest);
  }
  known.set(upstream, spellings);
}

/** Forgets what was noted for an upstream. */
export function forgetSecrets(upstream: string): void {
  known.delete(upstream);
}

/** The text without any secret noted for this upstream. */
export function redact(upstream: string, text: string): string {
  // The longest first: one secret may be part of another.
  const spellings = [...(known.get(upstream) ?? [])].sort((one, other) => other.length - one.length);
  return spellings.reduce((rest, spelling) => rest.replaceAll(spelling, HIDDEN), text);
}

/** The text without the values of query parameters whose names look secret, e.g. `?token=…`. */
export function redactQuery(text: string): string {
  return text.replace(secretParameter, `$1${HIDDEN}`);
}

function spellingsOf(secret: string): string[] {
  const inForm = new URLSearchParams({ '': secret }).toString().slice(1);
  return [
    secret,
    inForm,
    encodeURIComponent(Buffer.from(secret).toString()),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64'),
  ];
}
