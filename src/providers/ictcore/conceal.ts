import { ProviderFailure } from '../../transport/failure.js';

/** Does a write that holds secrets; a failure that repeats one is told without the server's words. */
export async function concealing<Answer>(
  secrets: ReadonlyArray<string | null | undefined>,
  write: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    const told = secrets.some((secret) => secret && error.message.includes(secret));
    if (!told) throw error;
    const { upstream, kind, status, retryAfterMs, sent } = error;
    const message = `The write failed (status ${status ?? 'unknown'}); what the server said of it would repeat a secret`;
    throw new ProviderFailure(upstream, kind, message, { status, retryAfterMs, sent });
  }
}
