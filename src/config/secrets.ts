import { scalarTextsOf } from './unsafe-texts.js';

/** Shorter values would blot out words that are no secret; our own messages never repeat a value anyway. */
const MIN_SECRET_LENGTH = 4;

/** Everything in a config that no complaint may repeat: what came from the environment, all under any `auth`, and what signs URLs. */
export function secretsOf(value: unknown, environmentValues: readonly string[]): string[] {
  return [...new Set([...environmentValues, ...secretTextsOf(value)])]
    .filter(({ length }) => length >= MIN_SECRET_LENGTH)
    .sort((one, other) => other.length - one.length);
}

/** The message with `***` in the place of every secret. */
export function redactSecrets(message: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), message);
}

function secretTextsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'auth' || key === 'mediaSecret' || key === 'redis' || key === 'proxy'
      ? scalarTextsOf(each)
      : secretTextsOf(each),
  );
}
