import { describe, expect, test } from 'vitest';

import { CAPTURES, replay } from './ictcore-replay.js';

/** Captures that this emulator does not answer as the real server did, and why. */
const NOT_REPLAYED: Readonly<Record<number, string>> = {
  316: 'dave is made by POST /users, which is not emulated',
  317: 'carol is made by POST /users, which is not emulated',
  321: 'carol is made by POST /users, which is not emulated',
  343: 'carol is made by POST /users, which is not emulated',
  344: 'carol is made by POST /users, which is not emulated',
  347: 'that a user needs an account of his own hangs on /accounts, which is not emulated',
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

const rows = CAPTURES.map(({ capture, note = '', request, response }) => ({
  title: `capture ${capture}: ${request.method} ${request.path} ${note}`.trim(),
  capture,
  response,
}));

describe('what a real server was recorded to answer', () => {
  test.each(rows.filter(({ capture }) => !(capture in NOT_REPLAYED)))('$title', ({ capture, response }) => {
    const answer = answers.get(capture);
    expect(answer?.status).toBe(response.status);
    for (const [name, value] of response.headers) {
      if (COMPARED.includes(name.toLowerCase())) expect(answer?.headers.get(name), name).toBe(value);
    }
    const body = answer?.body ?? '';
    expect(shapeOf(body)).toEqual(shapeOf(response.body));
    // Beyond the shape it is the same text: order of rows and keys, escapes and line ends. Only tokens differ.
    expect(body.replaceAll(/"eyJ[\w.-]+"/g, '"<jwt>"')).toBe(response.body);
  });

  test('every exception still is one', () => {
    const kept = Object.keys(NOT_REPLAYED).filter((capture) => {
      const { response } = rows.find((row) => row.capture === Number(capture)) ?? {};
      const answer = answers.get(Number(capture));
      return response?.status !== answer?.status || shapeOf(response?.body ?? '') !== shapeOf(answer?.body ?? '');
    });
    expect(kept).toEqual(Object.keys(NOT_REPLAYED));
  });
});
