import { isUtf8 } from 'node:buffer';

import type { Now } from '../transport/clock.js';
import type { UpstreamResponse } from '../transport/exchange.js';
import { ProviderFailure, type FailureDetails, type FailureKind } from '../transport/failure.js';
import { redact, type SecretOwner } from '../transport/redact.js';
import { retryAfterMs } from '../transport/retry-after.js';
import { decodeUtf8 } from '../transport/utf8.js';
import { sanitizeMessage } from './sanitize-message.js';
import { mediaTypeOf } from './content-type.js';
import type { CallerConnection, Codec, ProviderApi, Endpoint } from './endpoint.js';
import { kindOfStatus, failureSentence, sentOf } from './status.js';
import { skipUnreadableRows, type OnUnreadableValue } from './row-readers.js';
import { UnreadableValue } from './unreadable-value.js';
import type { Reader } from './reader.js';

/** A body that was parsed, or in one half-sentence why it could not be. */
type ParsedBody = { readonly value: unknown } | { readonly trouble: string };

/** Told of each row that is left out. */
export type OnUnreadableRow = (failure: ProviderFailure) => void;

/** What a failure says of the answer that it is. */
interface Answered {
  readonly connection: CallerConnection;
  readonly name: string;
  readonly response: UpstreamResponse;
  readonly now: Now;
}

/** Reads an answer to an endpoint, or throws the ProviderFailure that it is; the raw body is in no message. */
export function readAnswer<Input, Answer>(
  { connection, codec, readProviderError, readUnparsableBody }: ProviderApi,
  { name, answer, seeOther }: Endpoint<Input, Answer>,
  response: UpstreamResponse,
  now: Now,
  onUnreadableRow?: OnUnreadableRow,
): Answer {
  const { status, headers, body } = response;
  const answered: Answered = { connection, name, response, now };
  if (status === 303 && seeOther) return read(answered, headers['location'], seeOther, 'its location', onUnreadableRow);
  const statusKind = kindOfStatus(status);
  if (statusKind === 'protocol') throw failureOf(answered, statusKind);
  const secretOwner = secretOwnerOf(connection);
  const parsed = parseBody(secretOwner, codec, response);
  const reported = 'value' in parsed ? readProviderError?.(status, parsed.value) : undefined;
  if (reported) {
    const { kind, rejectedField, isForbidden } = reported;
    const providerMessage = sanitizeMessage(secretOwner, reported.message ?? '');
    throw failureOf(answered, kind, providerMessage, { rejectedField, providerMessage, isForbidden });
  }
  const unparsed = 'trouble' in parsed ? readUnparsableBody?.(body) : undefined;
  if (unparsed) throw failureOf(answered, statusKind ?? unparsed.kind, unparsed.message);
  if (statusKind) throw failureOf(answered, statusKind);
  if ('trouble' in parsed) throw failureOf(answered, 'protocol', parsed.trouble);
  return read(answered, parsed.value, answer, undefined, onUnreadableRow);
}

/** `what` is read, where that is not the body. */
function read<Answer>(
  answered: Answered,
  value: unknown,
  reader: Reader<Answer>,
  what: string | undefined,
  onUnreadableRow: OnUnreadableRow | undefined,
): Answer {
  // Of an answer full of them only the first is put into words: of the others it is told how many they are.
  let first: ProviderFailure | undefined;
  const report: OnUnreadableValue | undefined =
    onUnreadableRow &&
    ((error) => {
      onUnreadableRow((first ??= unreadableRow(answered, error)));
    });
  try {
    return skipUnreadableRows(report, reader, value, answered.name);
  } catch (error) {
    if (!(error instanceof UnreadableValue)) throw error;
    const found = sanitizeMessage(secretOwnerOf(answered.connection), error.message);
    throw failureOf(answered, 'protocol', `${what ?? safeMediaType(answered.response)}, ${found}`, { cause: error });
  }
}

/** The failure of this kind that an answer is; `reason` is the end of its sentence. */
function failureOf(
  { connection, name, response, now }: Answered,
  kind: FailureKind,
  reason = '',
  details: Pick<FailureDetails, 'cause' | 'rejectedField' | 'providerMessage' | 'isForbidden'> = {},
): ProviderFailure {
  const { status } = response;
  const { providerMessage, isForbidden = status === 403 } = details;
  const secretOwner = secretOwnerOf(connection);
  const message = redact(secretOwner, `${name} ${failureSentence(kind, status)}${reason && `: ${reason}`}`);
  return new ProviderFailure(connection.upstream, kind, message, {
    ...details,
    status,
    retryAfterMs: kind === 'rate-limited' || status === 503 ? retryAfterMs(response, now) : undefined,
    sent: sentOf(kind),
    isForbidden: kind === 'auth' && isForbidden,
    providerMessage: providerMessage === undefined ? undefined : redact(secretOwner, providerMessage),
  });
}

function unreadableRow({ connection, name, response: { status } }: Answered, error: UnreadableValue): ProviderFailure {
  const secretOwner = secretOwnerOf(connection);
  // A list inside an object is not named by its operation, so its path is part of the message.
  const at = error.path.startsWith(name) ? error.path : `${name}${error.path}`;
  const found = `a row is left out that can't be read: expected ${error.expected} at ${at}, found ${error.found}`;
  const sentence = `${name} ${failureSentence('protocol', status)}: ${sanitizeMessage(secretOwner, found)}`;
  const message = redact(secretOwner, sentence);
  return new ProviderFailure(connection.upstream, 'protocol', message, { status, sent: 'yes', cause: error });
}

function secretOwnerOf({ upstream, secretOwner = upstream }: CallerConnection): SecretOwner {
  return secretOwner;
}

function parseBody(secretOwner: SecretOwner, codec: Codec, response: UpstreamResponse): ParsedBody {
  const { body, headers } = response;
  if (body.length === 0) return { value: undefined };
  const contentType = headers['content-type'];
  // An answer without a content type may still be what was requested; parsing decides.
  if (contentType !== undefined && !codec.accepts(contentType))
    return { trouble: `${safeMediaType(response)} instead of ${mediaTypeOf(codec.contentType)}` };
  // Whatever charset it names: another encoding would give other names to people.
  if (!isUtf8(body)) return { trouble: `${safeMediaType(response)}, but the body is not UTF-8` };
  try {
    return { value: codec.parse(decodeUtf8(body)) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { trouble: `${safeMediaType(response)}, but ${sanitizeMessage(secretOwner, error.message)}` };
  }
}

function safeMediaType({ headers }: UpstreamResponse): string {
  const type = mediaTypeOf(headers['content-type'] ?? '');
  return /^[\w.+-]{1,40}\/[\w.+-]{1,60}$/.test(type) ? type : 'a body of no known type';
}
