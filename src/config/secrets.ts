import { scalarTextsOf } from './unsafe-texts.js';

/** Shorter values would also mask words that are not secret. The gateway's own messages never repeat a value. */
const MIN_SECRET_LENGTH = 4;

/**
 * All values that no message may repeat: those from the environment, everything under any `auth`, and the secret that
 * signs URLs.
 */
export function secretsOf(value: unknown, environmentValues: readonly string[]): string[] {
  return [...new Set([...environmentValues, ...secretTextsOf(value)])]
    .filter(({ length }) => length >= MIN_SECRET_LENGTH)
    .sort((one, other) => other.length - one.length);
}

/** The message with every secret replaced by `***`. */
export function redactSecrets(message: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), message);
}

/** The file's own `auth` holds digests of keys, and words that messages are made of. */
function secretTextsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { auth, ...rest } = value as { readonly auth?: unknown };
  const keys = Object.values(mapOf(mapOf(auth)['keys']));
  return [...keys.flatMap((key) => scalarTextsOf(mapOf(key)['sha256'])), ...credentialsBelow(rest)];
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function credentialsBelow(value: unknown): string[] {
  return Object.entries(mapOf(value)).flatMap(([key, each]) =>
    key === 'auth' || key === 'mediaSecret' || key === 'redis' || key === 'proxy'
      ? scalarTextsOf(each)
      : credentialsBelow(each),
  );
}
