import { isUtf8 } from 'node:buffer';

import type { Now } from '../transport/clock.js';
import type { UpstreamResponse } from '../transport/exchange.js';
import { ProviderFailure, type FailureDetails, type FailureKind } from '../transport/failure.js';
import { redact, type SecretOwner } from '../transport/redact.js';
import { retryAfterMs } from '../transport/retry-after.js';
import { sanitizeMessage } from './sanitize-message.js';
import { mediaTypeOf } from './content-type.js';
import type { Codec, ProviderApi, Endpoint } from './endpoint.js';
import { kindOfStatus, failureSentence, sentOf } from './status.js';
import { skipUnreadableRows, type OnUnreadableValue } from './row-readers.js';
import { UnreadableValue } from './unreadable-value.js';
import type { Reader } from './reader.js';

/** A body that was parsed, or in one half-sentence why it could not be. */
type ParsedBody = { readonly value: unknown } | { readonly trouble: string };

/** Told of each row that is left out. */
export type OnUnreadableRow = (failure: ProviderFailure) => void;

/** Reads an answer to an endpoint, or throws the ProviderFailure that it is; the raw body is in no message. */
export function readAnswer<Input, Answer>(
  { connection, codec, readProviderError, readUnparsableBody }: ProviderApi,
  { name, answer, seeOther }: Endpoint<Input, Answer>,
  response: UpstreamResponse,
  now: Now,
  onUnreadableRow?: OnUnreadableRow,
): Answer {
  const { status } = response;
  const { secretOwner = connection.upstream } = connection;
  const fail = (
    kind: FailureKind,
    sentence: string,
    {
      cause,
      rejectedField,
      providerMessage,
      isForbidden,
    }: Pick<FailureDetails, 'cause' | 'rejectedField' | 'providerMessage' | 'isForbidden'> = {},
  ): never => {
    const message = redact(secretOwner, `${name} ${sentence}`);
    const wait = kind === 'rate-limited' || status === 503 ? retryAfterMs(response, now) : undefined;
    throw new ProviderFailure(connection.upstream, kind, message, {
      status,
      retryAfterMs: wait,
      sent: sentOf(kind),
      rejectedField,
      isForbidden: kind === 'auth' && (isForbidden ?? status === 403),
      providerMessage: providerMessage === undefined ? undefined : redact(secretOwner, providerMessage),
      ...(cause === undefined ? {} : { cause }),
    });
  };

  const reportUnreadableRow: OnUnreadableValue | undefined =
    onUnreadableRow &&
    ((error) => {
      // A list inside an object is not named by its operation, so its path is part of the message.
      const at = error.path.startsWith(name) ? error.path : `${name}${error.path}`;
      const found = `a row is left out that can't be read: expected ${error.expected} at ${at}, found ${error.found}`;
      const message = redact(
        secretOwner,
        `${name} ${failureSentence('protocol', status)}: ${sanitizeMessage(secretOwner, found)}`,
      );
      onUnreadableRow(
        new ProviderFailure(connection.upstream, 'protocol', message, { status, sent: 'yes', cause: error }),
      );
    });

  const read = (value: unknown, reader: Reader<Answer>, what: string): Answer => {
    try {
      return skipUnreadableRows(reportUnreadableRow, () => reader(value, name));
    } catch (error) {
      if (!(error instanceof UnreadableValue)) throw error;
      return fail(
        'protocol',
        `${failureSentence('protocol', status)}: ${what}, ${sanitizeMessage(secretOwner, error.message)}`,
        {
          cause: error,
        },
      );
    }
  };

  if (status === 303 && seeOther) return read(response.headers['location'], seeOther, 'its location');
  const statusKind = kindOfStatus(status);
  if (statusKind === 'protocol') return fail(statusKind, failureSentence(statusKind, status));
  const parsed = parseBody(secretOwner, codec, response);
  const reported = 'value' in parsed ? readProviderError?.(status, parsed.value) : undefined;
  if (reported) {
    const providerMessage = sanitizeMessage(secretOwner, reported.message ?? '');
    const sentence = `${failureSentence(reported.kind, status)}${providerMessage && `: ${providerMessage}`}`;
    return fail(reported.kind, sentence, {
      rejectedField: reported.rejectedField,
      providerMessage,
      isForbidden: reported.isForbidden,
    });
  }
  const unparsed = 'trouble' in parsed ? readUnparsableBody?.(response.body) : undefined;
  if (unparsed) {
    const kind = statusKind ?? unparsed.kind;
    return fail(kind, `${failureSentence(kind, status)}: ${unparsed.message}`);
  }
  if (statusKind) return fail(statusKind, failureSentence(statusKind, status));
  if ('trouble' in parsed) return fail('protocol', `${failureSentence('protocol', status)}: ${parsed.trouble}`);
  return read(parsed.value, answer, safeMediaType(response));
}

function parseBody(secretOwner: SecretOwner, codec: Codec, response: UpstreamResponse): ParsedBody {
  const { body, headers } = response;
  if (body.length === 0) return { value: undefined };
  const contentType = headers['content-type'];
  const type = safeMediaType(response);
  // An answer without a content type may still be what was requested; parsing decides.
  if (contentType !== undefined && !codec.accepts(contentType))
    return { trouble: `${type} instead of ${mediaTypeOf(codec.contentType)}` };
  // Whatever charset it names: another encoding would give other names to people.
  if (!isUtf8(body)) return { trouble: `${type}, but the body is not UTF-8` };
  try {
    return { value: codec.parse(body.toString('utf8')) };
  } catch (error) {
    if (error instanceof SyntaxError) return { trouble: `${type}, but ${sanitizeMessage(secretOwner, error.message)}` };
    throw error;
  }
}

function safeMediaType({ headers }: UpstreamResponse): string {
  const type = mediaTypeOf(headers['content-type'] ?? '');
  return /^[\w.+-]{1,40}\/[\w.+-]{1,60}$/.test(type) ? type : 'a body of no known type';
}
