import type { FailureKind } from '../transport/failure.js';
import type { Refusal } from './endpoint.js';

/** What a status means where the provider's own error does not say it better; undefined for a success. */
export function kindOfStatus(status: number): Refusal['kind'] | 'unreadable' | undefined {
  if (status >= 200 && status < 300) return undefined;
  // Never followed: it would take bodies with passwords to wherever it points.
  if (status < 400) return 'unreadable';
  if (status === 401 || status === 403) return 'denied';
  if (status === 404 || status === 410) return 'missing';
  if (status === 408 || status >= 500) return 'unreachable';
  return status === 429 ? 'throttled' : 'refused';
}

/** What happened, as the second half of a sentence that begins with the operation. */
export function sentenceOf(kind: FailureKind, status: number): string {
  switch (kind) {
    case 'denied':
      return `was not allowed with our credentials (status ${status})`;
    case 'missing':
      return `found nothing there (status ${status})`;
    case 'refused':
      return `was refused (status ${status})`;
    case 'throttled':
      return `was told to slow down (status ${status})`;
    case 'unreadable':
      return status >= 300 && status < 400
        ? `met an unexpected redirect (status ${status})`
        : `had an answer that its documents do not describe (status ${status})`;
    case 'unreachable':
    case 'late':
    case 'crowded':
      return `failed on the server's side (status ${status})`;
  }
}

/** Whether an answer of this kind proves that the call did nothing: only a whole "no" does. */
export function sentOf(kind: FailureKind): 'yes' | 'unknown' {
  return kind === 'unreachable' || kind === 'unreadable' || kind === 'late' ? 'unknown' : 'yes';
}
