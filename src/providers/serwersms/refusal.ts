import type { Refusal } from '../../wire/endpoint.js';
import { optional, record, text, Unreadable, wholeNumber } from '../../wire/read.js';

const failed = record({ error: record({ code: wholeNumber, message: optional(text) }) });

/** InvalidUser, InvalidRole, InvalidIP, an account that is not active, numbers that may not be seen. */
const DENIED: readonly number[] = [1001, 1002, 1003, 1005, 1007, 1008];
/** Of these: what the user's role does not allow, while others of his calls are. */
const FORBIDDEN: readonly number[] = [1005, 1008];
const INVALID_ID = 1004;
/** The parameter that a code names; the others name none. */
const POINTS: Readonly<Record<number, string>> = { [INVALID_ID]: 'id', 2001: 'phone' };

/** The documented error object, which comes inside a 200; a server that fails or throttles is judged by its status. */
export function refusal(status: number, body: unknown): Refusal | undefined {
  if (status === 429 || status >= 500 || typeof body !== 'object' || body === null) return undefined;
  if (!('error' in body)) return 'success' in body && isNo(body.success) ? { kind: 'rejected' } : undefined;
  try {
    const { code, message } = failed(body, 'error').error;
    return {
      kind: kindOf(code),
      message: message ?? undefined,
      point: POINTS[code],
      forbidden: FORBIDDEN.includes(code),
    };
  } catch (error) {
    // The push page prints an error that is text: no documented object, so it may not speak.
    if (error instanceof Unreadable) return { kind: 'rejected' };
    throw error;
  }
}

function kindOf(code: number): Refusal['kind'] {
  if (DENIED.includes(code)) return 'auth';
  return code === INVALID_ID ? 'not-found' : 'rejected';
}

/** Flags may come as text. */
function isNo(success: unknown): boolean {
  return success === false || success === 'false';
}
