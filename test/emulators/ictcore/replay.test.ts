import { describe, expect, test } from 'vitest';

import { CAPTURES, replay, type Capture } from './replay.js';

/** Captures that this emulator does not answer as the real server did, and why. */
const DIFFERENT: Readonly<Record<number, string>> = {
  107: 'the document was converted to TIFF and back to PDF; here the bytes come back as they went in',
};
const COMPARED = [
  'content-type',
  'www-authenticate',
  'content-disposition',
  'cache-control',
  'access-control-allow-origin',
  'access-control-allow-methods',
  'access-control-expose-headers',
];

const answers = await replay();

/** A recorded body with what no two runs share taken out: tokens, times and the random name of a recording's file. */
function comparable(text: string): string {
  return text
    .replaceAll(/"eyJ[\w.-]+"/g, '"<jwt>"')
    .replaceAll(/("(?:date_created|last_run|last_updated)":)"\d{10}"/g, '$1"<time>"')
    .replaceAll(/recording\w{6}\.wav/g, 'recording<random>.wav');
}

function bodyOf(capture: number, { bodyEncoding, body, bodyTruncatedFrom }: Capture['response']): string {
  const answered = answers.get(capture)?.body.toString(bodyEncoding ?? 'utf8') ?? '';
  return bodyTruncatedFrom === undefined ? answered : answered.slice(0, body.length);
}

/** The types of a JSON value, all the way down; the body itself where it is no JSON. */
function shapeOf(body: string): unknown {
  const typesOf = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(typesOf);
    if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, typesOf(item)]));
  };
  try {
    return typesOf(JSON.parse(body));
  } catch {
    return body;
  }
}

interface Compared {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | null>>;
  readonly shape: unknown;
  /** Beyond the shape: values, order of rows and keys, escapes and line ends. */
  readonly text: string;
}

const rows = CAPTURES.map(({ capture, note = '', request, response }) => {
  const headers = response.headers.filter(([name]) => COMPARED.includes(name.toLowerCase()));
  const answer = answers.get(capture);
  const side = (status: number | undefined, body: string, head: (name: string, value: string) => string | null) => ({
    status,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, head(name, value)])),
    shape: shapeOf(comparable(body)),
    text: comparable(body),
  });
  return {
    title: `capture ${capture}: ${request.method} ${request.path} ${note}`.trim(),
    capture,
    reads: request.method === 'GET',
    recorded: side(response.status, response.body, (_name, value) => comparable(value)) satisfies Compared,
    answered: side(answer?.status, bodyOf(capture, response), (name) => {
      const value = answer?.headers.get(name) ?? null;
      return value === null ? null : comparable(value);
    }) satisfies Compared,
  };
});

describe('what a real server was recorded to answer', () => {
  test.each(rows.filter(({ capture }) => !(capture in DIFFERENT)))('$title', ({ recorded, answered }) => {
    expect(answered).toEqual(recorded);
  });

  test('every exception still is one', () => {
    const different = rows.filter(({ recorded, answered }) => JSON.stringify(recorded) !== JSON.stringify(answered));
    expect(different.map(({ capture }) => String(capture))).toEqual(Object.keys(DIFFERENT));
  });

  test.each([
    ['reads', true],
    ['writes', false],
  ])('of the %s, 95 of 100 hold in status and shape', (_what, reads) => {
    const asked = rows.filter((row) => row.reads === reads);
    const held = asked.filter(
      ({ recorded, answered }) =>
        recorded.status === answered.status && JSON.stringify(recorded.shape) === JSON.stringify(answered.shape),
    );
    expect(held.length / asked.length).toBeGreaterThanOrEqual(0.95);
  });
});
