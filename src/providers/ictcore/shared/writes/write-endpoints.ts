import { ProviderFailure } from '../../../../transport/failure.js';
import { encodeSegment } from '../../../../wire/caller.js';
import type { Endpoint } from '../../../../wire/endpoint.js';
import { json, text, type JsonValue } from '../../../../wire/value-readers.js';
import type { WriteAttempt } from '../../../../operations/intent.js';
import { orAbsent } from '../reads/column-readers.js';
import { isKey } from '../reads/keys.js';
import type { Session } from '../../session.js';
import type { Reader } from '../../../../wire/reader.js';
import { describeType, UnreadableValue } from '../../../../wire/unreadable-value.js';

/** The values of a body, by the server's names. */
export type WriteBody = Readonly<Record<string, string | number>>;
/** The body of an answer to a write: an object, `true`, `false`, a number, or none. */
export type WriteAnswer = JsonValue | undefined;
export type WriteEndpoint<Input> = Endpoint<Input, WriteAnswer>;

export const writeAnswer: Reader<WriteAnswer> = orAbsent(json);

/** Reads the key of a new thing: a bare number or text of real servers, an object with this column in the guide. */
export function createdKey(name: string): Reader<string> {
  const bare: Reader<string> = (value, at) => {
    const key = text(value, at);
    if (!isKey(key)) throw new UnreadableValue('an id', at, describeType(value));
    return key;
  };
  return (value, at) => {
    if (typeof value !== 'object' || value === null) return bare(value, at);
    const fields = new Map<string, unknown>(Object.entries(value));
    return bare(fields.get(name) ?? fields.get('id'), `${at}.${name}`);
  };
}

/** `POST {path}`, which answers the new thing's key. */
export function defineCreateEndpoint(path: string, keyColumn: string): Endpoint<WriteBody, string> {
  return {
    name: `POST ${path}`,
    method: 'POST',
    path: () => path,
    body: (body) => body,
    effect: 'acts',
    answer: createdKey(keyColumn),
  };
}

/** `PUT {path}/{id}`: what the body leaves out is kept. */
export function defineUpdateEndpoint(
  path: string,
  below = '',
): WriteEndpoint<{ readonly key: string; readonly body: WriteBody }> {
  return {
    name: `PUT ${path}/{id}${below}`,
    method: 'PUT',
    path: ({ key }) => `${path}/${encodeSegment(key)}${below}`,
    body: ({ body }) => body,
    effect: 'replaces',
    answer: writeAnswer,
  };
}

/** `DELETE {path}/{id}`, or what is below it. */
export function defineDeleteEndpoint(path: string, below = ''): WriteEndpoint<string> {
  return {
    name: `DELETE ${path}/{id}${below}`,
    method: 'DELETE',
    path: (key) => `${path}/${encodeSegment(key)}${below}`,
    effect: 'replaces',
    answer: writeAnswer,
  };
}

/** The keys of two things that are linked or unlinked. */
export interface LinkKeys {
  readonly key: string;
  readonly other: string;
}

/** `PUT` or `DELETE {path}/{id}/{below}/{other}`, without a body. */
export function defineLinkEndpoint(method: 'PUT' | 'DELETE', path: string, below: string): WriteEndpoint<LinkKeys> {
  return {
    name: `${method} ${path}/{id}/${below}/{id}`,
    method,
    path: ({ key, other }) => `${path}/${encodeSegment(key)}/${below}/${encodeSegment(other)}`,
    effect: 'replaces',
    answer: writeAnswer,
  };
}

/** Sends a change. A bare `false` in a 200 is a rejection. */
export async function sendWrite<Input>(
  { call, upstream }: Pick<Session, 'call' | 'upstream'>,
  endpoint: WriteEndpoint<Input>,
  input: Input,
  writeAttempt: WriteAttempt,
): Promise<WriteAnswer> {
  const answer = await call(endpoint, input, writeAttempt);
  if (answer !== false) return answer;
  const message = `${endpoint.name} was refused (status 200): the server answered "false" and no reason`;
  throw new ProviderFailure(upstream.name, 'rejected', message, { status: 200, sent: 'yes' });
}

/** The key of a thing to be changed. A malformed one is not sent, and fails as one that does not exist. */
export function requireValidKey(key: string, noun: string, upstream: string): string {
  if (isKey(key)) return key;
  const message = `There is no ${noun} "${key.slice(0, 40)}": ids of ICTCore are whole numbers from 1.`;
  // `sent: 'yes'` makes it final for this one thing, also where other things of the same write fail.
  throw new ProviderFailure(upstream, 'not-found', message, { sent: 'yes' });
}
