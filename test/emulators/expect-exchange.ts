import { expect } from 'vitest';

import type { DocumentedExchange } from '../support/exchange.js';

const WILDCARD = '{{any}}';
// Node's fetch writes these itself.
const OWNED_BY_FETCH = ['host', 'connection', 'content-length', 'transfer-encoding'];

/** Sends a documented request to an emulator and expects the documented response, links to its host leading to itself. */
export async function expectAnswered(exchange: DocumentedExchange, url: string): Promise<void> {
  const { request, response } = exchange;
  const answer = await fetch(url + request.target, {
    method: request.method,
    headers: Object.entries(request.headers).filter(([name]) => !OWNED_BY_FETCH.includes(name)),
    redirect: 'manual',
    ...(request.body === '' ? {} : { body: request.body }),
  });
  const host = request.headers['host'];
  const here = (text: string): string => (host ? text.replaceAll(`https://${host}`, url) : text);
  const body = await answer.text();
  expect(answer.status, body).toBe(response.status);
  for (const [name, value] of Object.entries(response.headers)) {
    if (OWNED_BY_FETCH.includes(name)) continue;
    const given = answer.headers.get(name) ?? '';
    // A documented media type says nothing against a charset.
    const compared = name === 'content-type' && !value.includes(';') ? given.replace(/;.*$/, '') : given;
    expect(wild(here(value), compared), `header ${name}`).toBe(here(value));
  }
  expectSameBody(body, here(response.body));
}

/** Compares as JSON value, as XML without its white space, or as trimmed text; `{{any}}` stands for any value. */
export function expectSameBody(actual: string, expected: string): void {
  const value = parsed(expected);
  if (value !== undefined) expect(wild(value, parsed(actual) ?? actual)).toEqual(value);
  else if (expected.startsWith('<')) expect(wild(tidyXml(expected), tidyXml(actual))).toBe(tidyXml(expected));
  else expect(wild(expected, actual.trim())).toBe(expected);
}

/** The actual value with each wildcard of the expected one put in the place of what it stands for. */
function wild(expected: unknown, actual: unknown): unknown {
  if (expected === WILDCARD) return actual === undefined || actual === null ? actual : WILDCARD;
  if (typeof expected === 'string' && typeof actual === 'string' && expected.includes(WILDCARD)) {
    const pattern = expected.split(WILDCARD).map(literally).join('[^<]*?');
    return new RegExp(`^${pattern}$`, 's').test(actual) ? expected : actual;
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return actual.map((item: unknown, index) => wild(expected[index], item));
  }
  if (isRecord(expected) && isRecord(actual)) {
    return Object.fromEntries(Object.entries(actual).map(([key, item]) => [key, wild(expected[key], item)]));
  }
  return actual;
}

function tidyXml(text: string): string {
  return text
    .replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?(<[^>]*>) ?/g, '$1')
    .replace(/ ?(\/?>)/g, '$1')
    .replace(/<([^\s/>]+)([^>]*[^/])?><\/\1>/g, '<$1$2/>')
    .trim();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
