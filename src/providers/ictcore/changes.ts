import { ProviderFailure } from '../../transport/failure.js';
import { segment } from '../../wire/caller.js';
import type { Endpoint } from '../../wire/endpoint.js';
import { describe, json, text, Unreadable, type JsonValue, type Reader } from '../../wire/read.js';
import type { Writing } from '../../operations/intent.js';
import { column } from './columns.js';
import { isKey } from './key.js';
import type { Way } from './way.js';

/** What goes into a body, in the server's own names. */
export type Body = Readonly<Record<string, string | number>>;
/** What an answer says beyond its status: an object, `true`, `false`, a number, or nothing at all. */
export type Said = JsonValue | undefined;
export type Change<Input> = Endpoint<Input, Said>;

const said: Reader<Said> = column(json);

/** Reads the key of what was made: a bare number or text on real servers, an object with this column in the guide. */
export function madeKey(name: string): Reader<string> {
  const bare: Reader<string> = (value, at) => {
    const key = text(value, at);
    if (!isKey(key)) throw new Unreadable('an id', at, describe(value));
    return key;
  };
  return (value, at) => {
    if (typeof value !== 'object' || value === null) return bare(value, at);
    const told = new Map<string, unknown>(Object.entries(value));
    return bare(told.get(name) ?? told.get('id'), `${at}.${name}`);
  };
}

/** `POST {path}`, which answers the new thing's key. */
export function creation(path: string, keyColumn: string): Endpoint<Body, string> {
  return {
    name: `POST ${path}`,
    method: 'POST',
    path: () => path,
    body: (body) => body,
    effect: 'acts',
    answer: madeKey(keyColumn),
  };
}

/** `PUT {path}/{id}`: what the body leaves out is kept. */
export function update(path: string, below = ''): Change<{ readonly key: string; readonly body: Body }> {
  return {
    name: `PUT ${path}/{id}${below}`,
    method: 'PUT',
    path: ({ key }) => `${path}/${segment(key)}${below}`,
    body: ({ body }) => body,
    effect: 'replaces',
    answer: said,
  };
}

/** `DELETE {path}/{id}`, or what is below it. */
export function deletion(path: string, below = ''): Change<string> {
  return {
    name: `DELETE ${path}/{id}${below}`,
    method: 'DELETE',
    path: (key) => `${path}/${segment(key)}${below}`,
    effect: 'replaces',
    answer: said,
  };
}

/** A thing and another that it is joined with, or parted from. */
export interface Pair {
  readonly key: string;
  readonly other: string;
}

/** `PUT` or `DELETE {path}/{id}/{below}/{other}`, without a body. */
export function pairing(method: 'PUT' | 'DELETE', path: string, below: string): Change<Pair> {
  return {
    name: `${method} ${path}/{id}/${below}/{id}`,
    method,
    path: ({ key, other }) => `${path}/${segment(key)}/${below}/${segment(other)}`,
    effect: 'replaces',
    answer: said,
  };
}

/** Sends a change. A bare `false` in a 200 is a no. */
export async function send<Input>(
  { call, upstream }: Pick<Way, 'call' | 'upstream'>,
  endpoint: Change<Input>,
  input: Input,
  writing: Writing,
): Promise<Said> {
  const answer = await call(endpoint, input, writing);
  if (answer !== false) return answer;
  const message = `${endpoint.name} was refused (status 200): the server answered "false" and no reason`;
  throw new ProviderFailure(upstream.name, 'rejected', message, { status: 200, sent: 'yes' });
}

/** The key of something to be changed, or the failure that it is not there: a malformed key is not sent. */
export function existing(key: string, noun: string, upstream: string): string {
  if (isKey(key)) return key;
  const message = `There is no ${noun} "${key.slice(0, 40)}": ids of ICTCore are whole numbers from 1.`;
  // As if the server had said so: it is proved of this one thing, whatever becomes of others.
  throw new ProviderFailure(upstream, 'not-found', message, { sent: 'yes' });
}
