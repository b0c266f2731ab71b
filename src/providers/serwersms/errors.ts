import type { ReportedError } from '../../wire/endpoint.js';
import { optional, text, wholeNumber } from '../../wire/value-readers.js';
import { record } from '../../wire/structure-readers.js';
import { UnreadableValue } from '../../wire/unreadable-value.js';

const errorAnswer = record({ error: record({ code: wholeNumber, message: optional(text) }) });

/** InvalidUser, InvalidRole, InvalidIP, an account that is not active, numbers that may not be seen. */
const AUTH_CODES: readonly number[] = [1001, 1002, 1003, 1005, 1007, 1008];
/** Those that the user's role does not allow, while other calls of the user succeed. */
const FORBIDDEN_CODES: readonly number[] = [1005, 1008];
const INVALID_ID_CODE = 1004;
/** The parameter that a code names; the others name none. */
const PARAMETER_OF_CODE: Readonly<Record<number, string>> = { [INVALID_ID_CODE]: 'id', 2001: 'phone' };

/** Reads the documented error object, which comes with status 200. For a 429 and from 500 on the status decides. */
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
    // A page of the documentation shows an error that is text. It is no documented object, so its words are not passed on.
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
