import { createSecretFinder } from '../../../../transport/secret-finder.js';
import { ProviderFailure } from '../../../../transport/failure.js';

/** Sends a write that holds secrets. A failure whose message repeats one loses the server's words. */
export async function concealSecrets<Answer>(
  secrets: ReadonlyArray<string | null | undefined>,
  write: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    const isRepeated = repeatsSecret(
      secrets.flatMap((secret) => secret ?? []),
      error.message,
    );
    if (!isRepeated) throw error;
    const { upstream, kind, status, retryAfterMs, sent } = error;
    const message = `The write failed (status ${status ?? 'unknown'}); what the server said of it would repeat a secret`;
    throw new ProviderFailure(upstream, kind, message, { status, retryAfterMs, sent });
  }
}

/** Whether a message repeats a secret or, cut at its end, the beginning of one. Messages have one blank for any run of blanks. */
function repeatsSecret(secrets: readonly string[], message: string): boolean {
  const cleaned = secrets.map((secret) =>
    secret
      .split(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/u)
      .join(' ')
      .trim(),
  );
  const finder = createSecretFinder([...new Set([...secrets, ...cleaned])].filter((secret) => secret !== ''));
  const isCut = message.endsWith('…');
  return finder.find(isCut ? message.slice(0, -1) : message, isCut).length > 0;
}
