import { expect, test } from 'vitest';

import type { UpstreamRequest, UpstreamResponse } from '../../src/transport/exchange.js';
import { ProviderFailure } from '../../src/transport/failure.js';
import { createCaller } from '../../src/wire/caller.js';
import type { Endpoint } from '../../src/wire/endpoint.js';
import { jsonCodec } from '../../src/wire/json.js';
import { text } from '../../src/wire/value-readers.js';
import type { Reader } from '../../src/wire/reader.js';
import { arrayOf } from '../../src/wire/structure-readers.js';

const answer: Reader<readonly string[] | string> = arrayOf(text);
const plain: Endpoint<undefined, readonly string[] | string> = {
  name: 'GET /contacts',
  method: 'GET',
  path: () => '/contacts',
  effect: 'reads',
  answer,
};
const paged = { ...plain, seeOther: (value: unknown, at: string) => `is at ${text(value, at)}` };

async function ask(endpoint: typeof plain, status: number, location?: string): Promise<unknown> {
  const requests: UpstreamRequest[] = [];
  const headers = { 'content-type': 'application/json', ...(location === undefined ? {} : { location }) };
  const exchange = async (request: UpstreamRequest): Promise<UpstreamResponse> => {
    requests.push(request);
    return { status, headers, body: Buffer.from('["Anna"]') };
  };
  const call = createCaller({ connection: { upstream: 'mail', exchange }, basePath: '', codec: jsonCodec() });
  const answered = await call(endpoint, undefined, {}).catch((error: unknown) => error);
  expect(requests).toHaveLength(1);
  return answered instanceof ProviderFailure ? [answered.kind, answered.status] : answered;
}

test('a 303 is an answer where the endpoint reads its location, and is not followed', async () => {
  expect(await ask(paged, 303, '/contacts?page=1')).toBe('is at /contacts?page=1');
  expect(await ask(paged, 200)).toEqual(['Anna']);
});

test('T9 a 303 without a readable location, at another endpoint, or another redirect is unreadable', async () => {
  expect(await ask(paged, 303)).toEqual(['protocol', 303]);
  expect(await ask(plain, 303, '/contacts?page=1')).toEqual(['protocol', 303]);
  for (const status of [301, 302, 307, 308]) expect(await ask(paged, status, '/x')).toEqual(['protocol', status]);
});
