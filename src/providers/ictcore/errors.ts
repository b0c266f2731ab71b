import type { Codec, ReportedError } from '../../wire/endpoint.js';
import { jsonCodec } from '../../wire/json.js';
import { optional, text, wholeNumber } from '../../wire/value-readers.js';
import { kindOfStatus } from '../../wire/status.js';
import { record } from '../../wire/structure-readers.js';
import { UnreadableValue } from '../../wire/unreadable-value.js';

/** JSON, also where it is called plain text: only an `Accept` with exactly `application/json` is answered as such. */
export const codec: Codec = jsonCodec({ alsoAccept: ['text/plain'] });

const errorAnswer = record({ error: record({ code: wholeNumber, message: optional(text) }) });

/** The documented error object, in an answer of any status: exceptions of libraries come as code 0 in a 200. */
export function readProviderError(status: number, body: unknown): ReportedError | undefined {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
  try {
    const { code, message } = errorAnswer(body, 'error').error;
    return {
      kind: failureKindOf(code),
      message: message ?? undefined,
      rejectedField: pointOf(message ?? ''),
      isForbidden: code === 403,
    };
  } catch (error) {
    if (!(error instanceof UnreadableValue)) throw error;
    // It is not the documented object, so that it gives no message. Where the status is an error that is enough.
    return kindOfStatus(status) ? undefined : { kind: 'rejected' };
  }
}

/**
 * Codes are HTTP statuses, and 0. Code 0 is `rejected` and not `unavailable`: a library of the server threw on what was
 * sent, and would again. 500 is `unavailable`: the database or the switch failed, and may be back. 501 is `rejected`:
 * it means "not implemented".
 */
function failureKindOf(code: number): ReportedError['kind'] {
  if (code === 501) return 'rejected';
  const kind = kindOfStatus(code);
  return code < 300 || kind === undefined || kind === 'protocol' ? 'rejected' : kind;
}

/** The thing that a message is about, in the server's word: `contact` of "Contact not found" and "contact is missing". */
function pointOf(message: string): string | undefined {
  const [, missing, invalid] =
    /^(\w+) (?:not found|is missing)$|^Data validation failed, for (\w+)$/.exec(message) ?? [];
  return (missing ?? invalid)?.toLowerCase().replace(/_id$/, '');
}
