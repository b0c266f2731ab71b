import type { FailureKind } from '../transport/failure.js';
import type { ReportedError } from './endpoint.js';

/** What a status means if the provider's own error does not say more; undefined for a success. */
export function kindOfStatus(status: number): ReportedError['kind'] | 'protocol' | undefined {
  if (status >= 200 && status < 300) return undefined;
  // Redirects are never followed: they would send bodies with passwords to another address.
  if (status < 400) return 'protocol';
  if (status === 401 || status === 403) return 'auth';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 408 || status >= 500) return 'unavailable';
  return status === 429 ? 'rate-limited' : 'rejected';
}

/** What happened, as the second half of a sentence that begins with the operation. */
export function failureSentence(kind: FailureKind, status: number): string {
  switch (kind) {
    case 'auth':
      return `was not allowed with our credentials (status ${status})`;
    case 'not-found':
      return `found nothing there (status ${status})`;
    case 'rejected':
      return `was refused (status ${status})`;
    case 'rate-limited':
      return `was told to slow down (status ${status})`;
    case 'protocol':
      return status >= 300 && status < 400
        ? `met an unexpected redirect (status ${status})`
        : `had an answer that its documents do not describe (status ${status})`;
    case 'unavailable':
    case 'timeout':
    case 'overloaded':
    case 'over-budget':
      return `failed on the server's side (status ${status})`;
  }
}

/** Whether an answer of this kind proves that the call did nothing: only an explicit refusal does. */
export function sentOf(kind: FailureKind): 'yes' | 'unknown' {
  return kind === 'unavailable' || kind === 'protocol' || kind === 'timeout' ? 'unknown' : 'yes';
}
