import { isUtf8 } from 'node:buffer';

import type { Now } from '../transport/clock.js';
import type { Response } from '../transport/exchange.js';
import { ProviderFailure, type FailureDetails, type FailureKind } from '../transport/failure.js';
import { redact } from '../transport/redact.js';
import { retryAfterMs } from '../transport/retry-after.js';
import { clean } from './clean.js';
import { mediaType } from './content-type.js';
import type { Codec, Dialect, Endpoint } from './endpoint.js';
import type { Reader } from './read.js';
import { kindOfStatus, sentenceOf, sentOf } from './status.js';
import { leavingOut, type OnUnreadable } from './rows.js';
import { Unreadable } from './unreadable.js';

/** A body that was parsed, or in one half-sentence why it could not be. */
type Parsed = { readonly value: unknown } | { readonly trouble: string };

/** Told of each row that is left out. */
export type OnLeftOut = (failure: ProviderFailure) => void;

/** Reads an answer to an endpoint, or throws the ProviderFailure that it is; the raw body is in no message. */
export function readAnswer<Input, Answer>(
  { connection, codec, refusal, garbled }: Dialect,
  { name, answer, seeOther }: Endpoint<Input, Answer>,
  response: Response,
  now: Now,
  leftOut?: OnLeftOut,
): Answer {
  const { status } = response;
  const fail = (
    kind: FailureKind,
    sentence: string,
    { cause, point, words, forbidden }: Pick<FailureDetails, 'cause' | 'point' | 'words' | 'forbidden'> = {},
  ): never => {
    const message = redact(connection.upstream, `${name} ${sentence}`);
    const wait = kind === 'rate-limited' || status === 503 ? retryAfterMs(response, now) : undefined;
    throw new ProviderFailure(connection.upstream, kind, message, {
      status,
      retryAfterMs: wait,
      sent: sentOf(kind),
      point,
      forbidden: kind === 'auth' && (forbidden ?? status === 403),
      words: words === undefined ? undefined : redact(connection.upstream, words),
      ...(cause === undefined ? {} : { cause }),
    });
  };

  const tell: OnUnreadable | undefined =
    leftOut &&
    ((error) => {
      // A list inside of an object is not told by its operation.
      const at = error.at.startsWith(name) ? error.at : `${name}${error.at}`;
      const found = `a row is left out that can't be read: expected ${error.expected} at ${at}, found ${error.found}`;
      const message = redact(connection.upstream, `${name} ${sentenceOf('protocol', status)}: ${clean(found)}`);
      leftOut(new ProviderFailure(connection.upstream, 'protocol', message, { status, sent: 'yes', cause: error }));
    });

  const read = (value: unknown, reader: Reader<Answer>, what: string): Answer => {
    try {
      return leavingOut(tell, () => reader(value, name));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return fail('protocol', `${sentenceOf('protocol', status)}: ${what}, ${clean(error.message)}`, {
        cause: error,
      });
    }
  };

  if (status === 303 && seeOther) return read(response.headers['location'], seeOther, 'its location');
  const judged = kindOfStatus(status);
  if (judged === 'protocol') return fail(judged, sentenceOf(judged, status));
  const parsed = parseBody(codec, response);
  const refused = 'value' in parsed ? refusal?.(status, parsed.value) : undefined;
  if (refused) {
    const words = clean(refused.message ?? '');
    const sentence = `${sentenceOf(refused.kind, status)}${words && `: ${words}`}`;
    return fail(refused.kind, sentence, { point: refused.point, words, forbidden: refused.forbidden });
  }
  const sick = 'trouble' in parsed ? garbled?.(response.body) : undefined;
  if (sick) {
    const kind = judged ?? sick.kind;
    return fail(kind, `${sentenceOf(kind, status)}: ${sick.message}`);
  }
  if (judged) return fail(judged, sentenceOf(judged, status));
  if ('trouble' in parsed) return fail('protocol', `${sentenceOf('protocol', status)}: ${parsed.trouble}`);
  return read(parsed.value, answer, tellableType(response));
}

function parseBody(codec: Codec, response: Response): Parsed {
  const { body, headers } = response;
  if (body.length === 0) return { value: undefined };
  const said = headers['content-type'];
  const type = tellableType(response);
  // An answer that does not say what it is may be what we asked for: parsing tells.
  if (said !== undefined && !codec.accepts(said))
    return { trouble: `${type} instead of ${mediaType(codec.contentType)}` };
  // Whatever charset it names: another encoding would give other names to people.
  if (!isUtf8(body)) return { trouble: `${type}, but the body is not UTF-8` };
  try {
    return { value: codec.parse(body.toString('utf8')) };
  } catch (error) {
    if (error instanceof SyntaxError) return { trouble: `${type}, but ${clean(error.message)}` };
    throw error;
  }
}

function tellableType({ headers }: Response): string {
  const type = mediaType(headers['content-type'] ?? '');
  return /^[\w.+-]{1,40}\/[\w.+-]{1,60}$/.test(type) ? type : 'a body of no known type';
}
