const HIDDEN = '***';
/** Shorter values would blot out words that are no secret. */
const SHORTEST = 4;
/** Tickets come and go; what was said with an older one is long past. */
const TICKETS = 8;

const secretParameter = /([?&][^=&#]*(?:token|password|key|secret|auth)[^=&#]*=)[^&#\s]*/gi;

interface Known {
  readonly fixed: Set<string>;
  /** Oldest first. */
  readonly tickets: Set<string>;
  /** Every spelling of all of them, the longest first; made when it is first needed: each attempt is told. */
  spellings: readonly string[] | undefined;
}

const known = new Map<string, Known>();

/** Notes credentials of an upstream, so that `redact` hides them however they are spelt. */
export function rememberSecrets(upstream: string, ...secrets: readonly string[]): void {
  for (const secret of secrets) {
    if (secret.length >= SHORTEST) changed(upstream).fixed.add(secret);
  }
}

/** Notes a ticket of an upstream, as a secret that later ones replace. */
export function rememberTicket(upstream: string, ticket: string): void {
  const { tickets } = changed(upstream);
  if (ticket.length >= SHORTEST) tickets.add(ticket);
  for (const oldest of tickets) {
    if (tickets.size <= TICKETS) break;
    tickets.delete(oldest);
  }
}

/** Forgets what was noted for an upstream. */
export function forgetSecrets(upstream: string): void {
  known.delete(upstream);
}

/** The text without any secret noted for this upstream. */
export function redact(upstream: string, text: string): string {
  const secrets = known.get(upstream);
  if (!secrets) return text;
  secrets.spellings ??= spellingsOfAll(secrets);
  return secrets.spellings.reduce((rest, spelling) => rest.replaceAll(spelling, HIDDEN), text);
}

/** The text without the values of query parameters whose names look secret, e.g. `?token=…`. */
export function redactQuery(text: string): string {
  return text.replace(secretParameter, `$1${HIDDEN}`);
}

/** The secrets of an upstream, about to change. */
function changed(upstream: string): Known {
  const secrets = known.get(upstream) ?? { fixed: new Set(), tickets: new Set(), spellings: undefined };
  secrets.spellings = undefined;
  known.set(upstream, secrets);
  return secrets;
}

/** One secret may be part of another: the longest come first. */
function spellingsOfAll({ fixed, tickets }: Known): readonly string[] {
  const spellings = new Set([...fixed, ...tickets].flatMap(spellingsOf));
  return [...spellings].sort((one, other) => other.length - one.length);
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
