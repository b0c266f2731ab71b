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
    const isRepeated = secrets.some((secret) => secret && repeatsSecret(secret, error.message));
    if (!isRepeated) throw error;
    const { upstream, kind, status, retryAfterMs, sent } = error;
    const message = `The write failed (status ${status ?? 'unknown'}); what the server said of it would repeat a secret`;
    throw new ProviderFailure(upstream, kind, message, { status, retryAfterMs, sent });
  }
}

/** Whether a message repeats a secret or, cut at its end, the beginning of one. Messages have one blank for any run of blanks. */
function repeatsSecret(secret: string, message: string): boolean {
  const cleaned = secret
    .split(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/u)
    .join(' ')
    .trim();
  if (message.includes(secret) || (cleaned !== '' && message.includes(cleaned))) return true;
  if (!message.endsWith('…')) return false;
  const line = message.slice(0, -1);
  return Array.from(cleaned, (_, index) => cleaned.slice(0, index + 1)).some((prefix) => line.endsWith(prefix));
}
