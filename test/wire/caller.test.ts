import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';

import type { UpstreamRequest, UpstreamResponse } from '../../src/transport/exchange.js';
import { ProviderFailure } from '../../src/transport/failure.js';
import { createHealth, type Health } from '../../src/transport/health.js';
import { unregisterSecrets, registerSecrets } from '../../src/transport/redact.js';
import { createCaller, encodeSegment } from '../../src/wire/caller.js';
import type { Caller, ProviderApi, Endpoint, ReportedError } from '../../src/wire/endpoint.js';
import { jsonCodec } from '../../src/wire/json.js';
import { ignoredBody, optional, text, wholeNumber } from '../../src/wire/value-readers.js';
import { arrayOf, record } from '../../src/wire/structure-readers.js';

const contacts = {
  name: 'GET /contacts',
  method: 'GET',
  path: () => '/contacts',
  effect: 'reads',
  answer: arrayOf(record({ contact_id: wholeNumber })),
} as const satisfies Endpoint<undefined, unknown>;

const update = {
  name: 'PUT /contacts/{id}',
  method: 'PUT',
  path: ({ id }: { id: string }) => `/contacts/${encodeSegment(id)}`,
  query: ({ id }: { id: string }) => ({ notify: true, id: [id, id], none: undefined }),
  body: ({ id }: { id: string }) => ({ id }),
  effect: 'replaces',
  answer: ignoredBody,
} as const satisfies Endpoint<{ id: string }, unknown>;

interface Setup {
  readonly call: Caller;
  readonly health: Health;
  readonly requests: UpstreamRequest[];
}

function createSetup(outcome: UpstreamResponse | Error, readProviderError?: ProviderApi['readProviderError']): Setup {
  const requests: UpstreamRequest[] = [];
  const health = createHealth();
  const exchange = async (request: UpstreamRequest): Promise<UpstreamResponse> => {
    requests.push(request);
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  const api = { connection: { upstream: 'pbx', exchange, health }, basePath: '/api', codec: jsonCodec() };
  const call = createCaller(readProviderError ? { ...api, readProviderError } : api, () => Date.UTC(2026, 0, 1));
  return { call, health, requests };
}

function answer(
  status: number,
  body: string | Buffer = '',
  headers: Readonly<Record<string, string>> = {},
): UpstreamResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: Buffer.from(body) };
}

async function failure(
  outcome: UpstreamResponse | Error,
  readError?: ProviderApi['readProviderError'],
): Promise<ProviderFailure> {
  try {
    await createSetup(outcome, readError).call(contacts, undefined, {});
  } catch (error) {
    if (error instanceof ProviderFailure) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

afterEach(() => {
  unregisterSecrets('pbx');
});

test('an endpoint is asked as it says, and its answer is read', async () => {
  const { call, requests, health } = createSetup(answer(200, '[{"contact_id":"7"}]'));
  const callOptions = {};
  expect(await call(contacts, undefined, callOptions)).toEqual([{ contact_id: 7 }]);
  await call(update, { id: 'a b' }, callOptions);
  expect(requests).toEqual([
    {
      ...{ operation: 'GET /contacts', method: 'GET', path: '/api/contacts', effect: 'reads' },
      headers: { accept: 'application/json' },
      callOptions,
    },
    {
      ...{ operation: 'PUT /contacts/{id}', method: 'PUT', effect: 'replaces' },
      path: '/api/contacts/a%20b?notify=true&id=a%20b&id=a%20b',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: '{"id":"a b"}',
      callOptions,
    },
  ]);
  expect(requests[0]?.callOptions).toBe(callOptions);
  expect(health.state()).toBe('UP');
});

test('what cannot be sent is refused, is not sent, and says nothing of the health of the provider', async () => {
  const { call, requests, health } = createSetup(answer(200));
  await expect(call(update, { id: '..' }, {})).rejects.toMatchObject({ kind: 'rejected', sent: 'no' });
  expect(requests).toEqual([]);
  expect(health.state()).toBe('UNKNOWN');
});

test.each([
  [301, 'protocol', 'unknown'],
  [303, 'protocol', 'unknown'],
  [304, 'protocol', 'unknown'],
  [400, 'rejected', 'yes'],
  [401, 'auth', 'yes'],
  [402, 'rejected', 'yes'],
  [403, 'auth', 'yes'],
  [404, 'not-found', 'yes'],
  [408, 'unavailable', 'unknown'],
  [409, 'rejected', 'yes'],
  [410, 'not-found', 'yes'],
  [417, 'rejected', 'yes'],
  [429, 'rate-limited', 'yes'],
  [451, 'rejected', 'yes'],
  [500, 'unavailable', 'unknown'],
  [503, 'unavailable', 'unknown'],
  [999, 'unavailable', 'unknown'],
])('status %i is %s, and what it was asked is %s to have been heard', async (status, kind, sent) => {
  const failed = await failure(answer(status, '<h1>secret</h1>', { 'content-type': 'text/html' }));
  expect(failed).toMatchObject({ kind, sent, status, upstream: 'pbx' });
  expect(failed.message).toMatch(/^GET \/contacts .*\(status \d+\)$/);
});

test('a provider that asks us to slow down says for how long', async () => {
  expect(await failure(answer(429, '', { 'retry-after': '7' }))).toMatchObject({ retryAfterMs: 7000 });
  expect(await failure(answer(429, '', { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' }))).toMatchObject({
    retryAfterMs: 9000,
  });
  expect((await failure(answer(429))).retryAfterMs).toBeUndefined();
});

test.each([
  ['no JSON', answer(200, '{"secret"'), 'application/json, but the body is not JSON'],
  [
    'another type',
    answer(200, '[]', { 'content-type': 'text/html; charset=utf-8' }),
    'text/html instead of application/json',
  ],
  [
    'a hostile type',
    answer(200, '[]', { 'content-type': 'secret\nsecret' }),
    'a body of no known type instead of application/json',
  ],
  ['another encoding', answer(200, Buffer.from('["\xf3"]', 'latin1')), 'application/json, but the body is not UTF-8'],
  [
    'another shape',
    answer(200, '[{"contact_id":"7a"}]'),
    'application/json, expected a whole number at GET /contacts[0].contact_id, found text',
  ],
  ['no body', answer(200), 'application/json, expected a list at GET /contacts, found nothing'],
])('an answer with %s is unreadable, and its body is not told', async (_what, response, message) => {
  const failed = await failure(response);
  expect(failed).toMatchObject({ kind: 'protocol', status: 200, sent: 'unknown' });
  expect(failed.message).toBe(
    `GET /contacts had an answer that its documents do not describe (status 200): ${message}`,
  );
});

test('an empty body is nothing to read, whatever its type; an answer without a type is tried', async () => {
  const endpoint = { ...contacts, answer: optional(text) };
  const { call } = createSetup(answer(204, '', { 'content-type': 'text/html' }));
  expect(await call(endpoint, undefined, {})).toBeNull();
  const untyped = createSetup({ status: 200, headers: {}, body: Buffer.from('"a"') });
  expect(await untyped.call(endpoint, undefined, {})).toBe('a');
});

const refusal = (_status: number, body: unknown): ReportedError | undefined =>
  typeof body === 'object' && body !== null && 'error' in body
    ? { kind: 'rejected', message: String(body.error) }
    : undefined;

test('the provider’s own error speaks first, also inside a 200, cleaned and without secrets', async () => {
  registerSecrets('pbx', 'hunter2');
  for (const status of [200, 404, 500]) {
    const failed = await failure(answer(status, '{"error":"No such\\nsender for hunter2"}'), refusal);
    expect(failed).toMatchObject({ kind: 'rejected', status, sent: 'yes' });
    expect(failed.message).toBe(`GET /contacts was refused (status ${status}): No such sender for ***`);
  }
});

test('a body that does not parse, or is of another type, has no say', async () => {
  for (const [body, type] of [
    ['{"error":"secret"', 'application/json'],
    ['{"error":"secret"}', 'text/html'],
  ] as const) {
    const failed = await failure(answer(400, body, { 'content-type': type }), () => ({
      kind: 'not-found',
      message: 'secret',
    }));
    expect(failed.message).toBe('GET /contacts was refused (status 400)');
  }
});

test('an empty body can be a refusal', async () => {
  const silent = (status: number, body: unknown): ReportedError | undefined =>
    status === 500 && body === undefined ? { kind: 'auth' } : undefined;
  expect(await failure(answer(500), silent)).toMatchObject({ kind: 'auth' });
});

test('a redirect is not followed and not excused', async () => {
  const failed = await failure(answer(302, '{"error":"x"}', { location: 'http://evil' }), refusal);
  expect(failed.message).toBe('GET /contacts met an unexpected redirect (status 302)');
});

test('failures of the transport count against the health, and a success heals it', async () => {
  const down = new ProviderFailure('pbx', 'timeout', 'no answer');
  const { call, health } = createSetup(down);
  await expect(call(contacts, undefined, {})).rejects.toBe(down);
  expect([health.state(), health.lastFailure()]).toEqual(['DOWN', down]);
});

test.each(['rejected', 'not-found', 'overloaded'] as const)(
  'what is %s does not count against the health',
  async (kind) => {
    const { call, health } = createSetup(new ProviderFailure('pbx', kind, 'no'));
    await expect(call(contacts, undefined, {})).rejects.toMatchObject({ kind });
    expect(health.state()).toBe('UNKNOWN');
  },
);

test('an abort by the caller gives its reason and counts for nothing', async () => {
  const reason = new ProviderFailure('pbx', 'timeout', 'the query was given up');
  const { call, health } = createSetup(reason);
  await expect(call(contacts, undefined, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(health.state()).toBe('UNKNOWN');
});

test('a mistake of ours is not blamed on the provider', async () => {
  const { call, health } = createSetup(new TypeError('x is not a function'));
  await expect(call(contacts, undefined, {})).rejects.toThrow(TypeError);
  expect(health.state()).toBe('UNKNOWN');
});

test('whatever comes back is an answer or a ProviderFailure that keeps the body to itself', async () => {
  const body = fc.oneof(fc.json(), fc.string(), fc.constant('<html>')).map((each) => `${each}canary`);
  const type = fc.constantFrom('application/json', 'text/html', 'text/xml', 'canary');
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 100, max: 999 }), body, type, async (status, sent, contentType) => {
      const failed = await failure(answer(status, sent, { 'content-type': contentType }));
      expect(failed.message).not.toContain('canary');
    }),
  );
});
