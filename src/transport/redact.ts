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

/** Whose secrets they are: an upstream's, by its name, or one caller's, whose texts no other caller's secrets change. */
export type SecretOwner = string | object;

const secretsByUpstream = new Map<string, UpstreamSecrets>();
const secretsByCaller = new WeakMap<object, UpstreamSecrets>();

/** Notes credentials, so that `redact` hides them however they are spelt. A caller's are forgotten together with it. */
export function registerSecrets(owner: SecretOwner, ...secrets: readonly string[]): void {
  for (const secret of secrets) {
    if (secret.length >= MIN_SECRET_LENGTH) secretsForUpdate(owner).credentials.add(secret);
  }
}

/** Registers an access token as a secret, which the next token replaces. */
export function registerAccessToken(owner: SecretOwner, accessToken: string): void {
  const { accessTokens } = secretsForUpdate(owner);
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
 * The text without any secret of this owner, however it is spelt. `isCut`: the text was longer, and what it ends with
 * may be the beginning of a secret.
 */
export function redact(owner: SecretOwner, text: string, { isCut = false } = {}): string {
  const secrets = typeof owner === 'string' ? secretsByUpstream.get(owner) : secretsByCaller.get(owner);
  if (!secrets) return text;
  secrets.finder ??= createSecretFinder([...secrets.credentials, ...secrets.accessTokens]);
  return mask(text, secrets.finder, isCut);
}

/** The text without any secret that callers brought themselves: for the log, which is nobody's answer. */
export function redactCallers(text: string): string {
  if (callers.size === 0) return text;
  callersFinder ??= createSecretFinder(
    [...callers].flatMap((caller) => {
      const { credentials, accessTokens } = secretsByCaller.get(caller.deref() ?? callers) ?? NO_SECRETS;
      return [...credentials, ...accessTokens];
    }),
  );
  return mask(text, callersFinder, false);
}

const NO_SECRETS = { credentials: new Set<string>(), accessTokens: new Set<string>() };
const callers = new Set<WeakRef<object>>();
let callersFinder: SecretFinder | undefined;
const goneCallers = new FinalizationRegistry<WeakRef<object>>((caller) => {
  callers.delete(caller);
  callersFinder = undefined;
});

function mask(text: string, finder: SecretFinder, isCut: boolean): string {
  const spans = finder.find(text, isCut);
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
  // Nearly all paths have none.
  if (!text.includes('?') && !text.includes('&')) return text;
  return text.replace(secretParameter, `$1${MASK}`);
}

/** The secrets of an owner, about to change. */
function secretsForUpdate(owner: SecretOwner): UpstreamSecrets {
  const found = typeof owner === 'string' ? secretsByUpstream.get(owner) : secretsByCaller.get(owner);
  const secrets = found ?? { credentials: new Set(), accessTokens: new Set(), finder: undefined };
  secrets.finder = undefined;
  if (typeof owner === 'string') secretsByUpstream.set(owner, secrets);
  else {
    callersFinder = undefined;
    if (!found) {
      secretsByCaller.set(owner, secrets);
      const caller = new WeakRef(owner);
      callers.add(caller);
      goneCallers.register(owner, caller);
    }
  }
  return secrets;
}
