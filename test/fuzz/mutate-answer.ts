import type { StubReply } from '../support/stub-server.js';
import { HOSTILE_NUMBERS, HOSTILE_TEXTS, HOSTILE_VALUES } from './hostile-values.js';
import { mutateBytes } from './mutate-bytes.js';
import type { Random } from './random.js';

/** What goes back on the wire. */
export interface HostileReply extends Omit<StubReply, 'body'> {
  readonly body: Buffer;
}

const STATUSES = [
  200, 201, 202, 204, 206, 301, 303, 304, 400, 401, 403, 404, 405, 409, 418, 422, 429, 451, 500, 502, 503, 504, 599,
];
const TYPES = [
  'text/html',
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'text/csv',
  'image/png',
  '',
  ';;;',
];

/** The answer with faults: in its values mostly, as those get the furthest. */
export function mutateAnswer(
  random: Random,
  { status, headers, body }: StubReply,
  others: readonly Buffer[],
): HostileReply {
  const kind = random.below(20);
  const bytes = Buffer.from(body);
  if (kind === 0) return { status: random.pick(STATUSES), headers, body: bytes };
  if (kind === 1) return { status, headers: { ...headers, 'content-type': random.pick(TYPES) }, body: bytes };
  if (kind === 2) return { status, headers, body: random.pick(others) };
  if (kind <= 4) return { status, headers, body: mutateBytes(random, bytes, others) };
  if (kind === 5) return { status, headers, body: Buffer.from(nest(random, body)) };
  if (kind === 6) return { status, headers: { ...headers, ...hostileHeader(random) }, body: bytes };
  const mutated = /^\s*</.test(body) ? mutateXml(random, body) : mutateJson(random, body);
  return { status, headers, body: Buffer.from(mutated) };
}

function hostileHeader(random: Random): Readonly<Record<string, string>> {
  const name = random.pick([
    'location',
    'retry-after',
    'content-encoding',
    'link',
    'set-cookie',
    'date',
    'content-disposition',
  ]);
  return {
    [name]: random.pick([
      '',
      '-1',
      '1e9',
      'http://[',
      'gzip',
      'br',
      'x-unknown',
      'Thu, 99 Foo',
      '//other.example/',
      'a'.repeat(5000),
    ]),
  };
}

function nest(random: Random, body: string): string {
  const levels = random.pick([10, 200, 5000, 100_000]);
  if (/^\s*</.test(body)) return `${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}`;
  return random.pick([
    `${'['.repeat(levels)}${']'.repeat(levels)}`,
    `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`,
    body.replace(/:\s*("[^"]*"|\d+)/, () => `:${'['.repeat(levels)}${']'.repeat(levels)}`),
  ]);
}

function anyValue(random: Random): unknown {
  return random.pick([random.pick(HOSTILE_NUMBERS), random.pick(HOSTILE_TEXTS), random.pick(HOSTILE_VALUES)]);
}

function mutateXml(random: Random, body: string): string {
  const places = [...body.matchAll(/>[^<]*</g)];
  if (places.length === 0) return body;
  const { index, 0: found } = random.pick(places);
  const value = random.pick([
    `>${String(anyValue(random))}<`,
    '>&unknown;<',
    '>&#x110000;<',
    '><![CDATA[x]]><',
    '><!-- -- --><',
    '><other>1</other><',
    ' xsi:nil="true"><',
  ]);
  const start = random.chance(0.1) ? '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>' : '';
  return `${start}${body.slice(0, index)}${value}${body.slice(index + found.length)}`;
}

function mutateJson(random: Random, body: string): string {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return JSON.stringify(anyValue(random));
  }
  for (let left = 1 + random.below(3); left > 0; left -= 1) value = mutateValue(random, value);
  const text = JSON.stringify(value);
  // What JSON.stringify never writes.
  return random.chance(0.1)
    ? text.replace(/\d+|"[^"]*"(?=[,}])/, () => random.pick(['1e400', '-0', '1E+2', '"\\ud800"', '01']))
    : text;
}

/** The value with one part of it, at a random place, changed. */
function mutateValue(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.06)) return changeValue(random, value);
  if (Array.isArray(value)) {
    if (value.length === 0) return [anyValue(random)];
    if (random.chance(0.1)) return repeat(value[0], random.pick([2, 300, 3000]));
    const at = random.below(value.length);
    return value.map((part: unknown, index) => (index === at ? mutateValue(random, part) : part));
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return { a: anyValue(random) };
  const [name] = random.pick(entries);
  if (random.chance(0.1)) return Object.fromEntries(entries.filter(([each]) => each !== name));
  return Object.fromEntries(
    entries.map(([each, part]) => [each, each === name ? mutateValue(random, part) : part] as const),
  );
}

/** Lists in lists that are repeated would be gigabytes, and make this process stand still. */
function repeat(value: unknown, times: number): unknown[] {
  const longest = Math.floor(MAX_REPEATED_LENGTH / JSON.stringify([value]).length);
  return Array.from({ length: Math.max(1, Math.min(times, longest)) }, () => value);
}

const MAX_REPEATED_LENGTH = 4_000_000;

function changeValue(random: Random, value: unknown): unknown {
  if (random.chance(0.2)) return typeof value === 'number' ? String(value) : Number(value);
  if (random.chance(0.2)) return random.pick([[value], { value }, String(value)]);
  return anyValue(random);
}
