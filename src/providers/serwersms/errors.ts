import type { ReportedError } from '../../wire/endpoint.js';
import { optional, text, wholeNumber } from '../../wire/value-readers.js';
import { record } from '../../wire/structure-readers.js';
import { UnreadableValue } from '../../wire/unreadable-value.js';

const errorAnswer = record({ error: record({ code: wholeNumber, message: optional(text) }) });

/** InvalidUser, InvalidRole, InvalidIP, an account that is not active, numbers that may not be seen. */
const AUTH_CODES: readonly number[] = [1001, 1002, 1003, 1005, 1007, 1008];
/** Of these: what the user's role does not allow, while others of his calls are. */
const FORBIDDEN_CODES: readonly number[] = [1005, 1008];
const INVALID_ID_CODE = 1004;
/** The parameter that a code names; the others name none. */
const PARAMETER_OF_CODE: Readonly<Record<number, string>> = { [INVALID_ID_CODE]: 'id', 2001: 'phone' };

/** The documented error object, which comes inside a 200; a server that fails or throttles is judged by its status. */
export function readProviderError(status: number, body: unknown): ReportedError | undefined {
  if (status === 429 || status >= 500 || typeof body !== 'object' || body === null) return undefined;
  if (!('error' in body)) return 'success' in body && isFalse(body.success) ? { kind: 'rejected' } : undefined;
  try {
    const { code, message } = errorAnswer(body, 'error').error;
    return {
      kind: kindOf(code),
      message: message ?? undefined,
      rejectedField: PARAMETER_OF_CODE[code],
      isForbidden: FORBIDDEN_CODES.includes(code),
    };
  } catch (error) {
    // The push page prints an error that is text: no documented object, so it may not speak.
    if (error instanceof UnreadableValue) return { kind: 'rejected' };
    throw error;
  }
}

function kindOf(code: number): ReportedError['kind'] {
  if (AUTH_CODES.includes(code)) return 'auth';
  return code === INVALID_ID_CODE ? 'not-found' : 'rejected';
}

/** Flags may come as text. */
function isFalse(success: unknown): boolean {
  return success === false || success === 'false';
}
