import { expect, test } from 'vitest';

import { BASE_PATH } from '../../../src/emulators/ictcore/index.js';
import { ictCore } from '../../../src/providers/ictcore/index.js';
import { CAPTURES } from '../../emulators/ictcore/replay.js';
import { exchangesOf, type DocumentedExchange } from '../../support/exchange.js';
import { startGateway, type Answer, type TestGateway } from '../../support/gateway.js';
import { startStub, type Stub } from '../../support/stub-server.js';
import type { Fixture } from './fixture.js';
import { gid } from './transmission/seed.js';

export const USER_ERRORS = 'userErrors { code message field }';

/** One mutation field, e.g. `write(gateway, 'startCampaign(id: "…")', 'campaign { status }')`: its payload, and the errors. */
export async function write(
  gateway: Pick<TestGateway, 'ask'>,
  field: string,
  selection = '',
): Promise<{ readonly payload: unknown; readonly errors: Answer['errors'] }> {
  const { data, errors } = await gateway.ask(`mutation { payload: ${field} { ${selection} ${USER_ERRORS} } }`);
  return { payload: data?.['payload'], errors };
}

/** What the emulator was asked to do, reads left out, e.g. `POST /campaigns {"program_id":1}`. */
export function writesOf({ emulator }: Pick<Fixture, 'emulator'>): string[] {
  return emulator.requests
    .filter(
      ({ method, path }) => (method !== 'GET' || /\/(start|stop|clone)$/.test(path)) && !path.endsWith('/authenticate'),
    )
    .map(({ method, path, body }) => `${method} ${path.slice(BASE_PATH.length)}${body && ` ${body}`}`);
}

/** An argument as GraphQL text, names without quotes: `{ name: "x", parentId: null }`. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{ ${fields.map(([name, each]) => `${name}: ${literal(each)}`).join(' ')} }`;
}

/** `name(id: "…", input: {…})` of one thing. */
export function onOne(name: string, noun: Parameters<typeof gid>[0], key: string | number, more = ''): string {
  return `${name}(id: "${gid(noun, key)}"${more && `, ${more}`})`;
}

/** What real servers were recorded to answer: capture N is line N of captures.jsonl. */
export function captured(...numbers: readonly number[]): DocumentedExchange[] {
  return numbers.map((number) => {
    const { request, response } = CAPTURES[number - 1] ?? missing(number);
    return {
      ...{ provider: 'ictcore', name: `capture ${number}`, source: '', given: undefined, config: {} },
      ...{ query: undefined, data: undefined },
      request: {
        method: request.method,
        target: request.path,
        headers: { accept: 'application/json', ...contentTypeOf(request.headers) },
        body: request.body ?? '',
      },
      response: { status: response.status, headers: Object.fromEntries(response.headers), body: response.body },
    };
  });
}

function missing(name: number | string): never {
  throw new RangeError(`there is no exchange ${name}`);
}

function contentTypeOf(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [, type] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  return type === undefined ? {} : { 'content-type': type };
}

export interface Stubbed extends AsyncDisposable {
  readonly gateway: TestGateway;
  readonly stub: Stub;
}

/** A gateway before a server that knows these exchanges and no other; the body's type must come as it was recorded. */
export async function startStubbed(exchanges: readonly DocumentedExchange[]): Promise<Stubbed> {
  const stub = await startStub(exchanges, { headers: ['accept', 'content-type'] });
  const settings = { auth: { token: 'JWT' } };
  const gateway = startGateway([{ provider: ictCore, baseUrl: stub.url + BASE_PATH, settings }]);
  return {
    gateway,
    stub,
    [Symbol.asyncDispose]: async () => {
      await gateway.close();
      await stub.close();
    },
  };
}

const documented = new Map(exchangesOf('ictcore-guide').map((exchange) => [exchange.name, exchange]));

/** What the guide tells, by the names of its files. */
export function guide(...names: readonly string[]): DocumentedExchange[] {
  return names.map((name) => documented.get(name) ?? missing(name));
}

/** A schedule as recorded, and on hold: without a status the cron of a real server takes it at its next minute. */
export function onHold(exchanges: readonly DocumentedExchange[]): DocumentedExchange[] {
  return exchanges.map(({ request, ...rest }) => ({
    ...rest,
    request: { ...request, body: request.body.replace('}', ',"status":0}') },
  }));
}

/** A read that nobody recorded, e.g. of the account that a write names. */
export function statusExchange(path: string, body: unknown): DocumentedExchange {
  const headers = { 'content-type': 'application/json' };
  return {
    ...{ provider: 'ictcore', name: path, source: '', given: undefined, config: {}, query: undefined, data: undefined },
    request: { method: 'GET', target: BASE_PATH + path, headers: { accept: 'application/json' }, body: '' },
    response: { status: 200, headers, body: JSON.stringify(body) },
  };
}

/** A mutation field, and what it meets: it must send these requests and no others. */
export interface Wired {
  readonly exchanges: readonly DocumentedExchange[];
  readonly field: string;
  readonly selection?: string;
  /** What it answers, beside no `userErrors`. */
  readonly payload?: object;
}

/** A test for each: what is sent is what was documented, reads and write, and the answers are read. */
export function testWire(cases: readonly Wired[]): void {
  for (const { exchanges, field, selection = '', payload = {} } of cases) {
    const names = exchanges.map(({ name }) => name);
    test(`${field.replace(/\(.*/s, '')} sends and reads what was documented: ${names.join(', ')}`, async () => {
      await using server = await startStubbed(exchanges);
      const written = await write(server.gateway, field, selection);
      expect(server.stub.strays).toEqual([]);
      expect(written).toEqual({ payload: { userErrors: [], ...payload }, errors: [] });
      expect([...server.stub.met].sort()).toEqual([...names].sort());
    });
  }
}

/** A mutation field that is refused: each mistake as its code and the path of its field; without a path it is of the whole. */
export type Refused = readonly [field: string, mistakes: ReadonlyArray<readonly [code: string, ...path: string[]]>];

/** All user errors come at once, and nothing but reads was sent. */
export async function expectRefused(fixture: Fixture, [field, mistakes]: Refused): Promise<void> {
  const { payload, errors } = await write(fixture.gateway, field);
  const userErrors = mistakes.map(([code, ...path]) => ({
    code,
    field: path.length > 0 ? path : null,
    message: expect.stringMatching(/^\S.{15,}$/s) as string,
  }));
  expect({ payload, errors }).toEqual({ payload: { userErrors }, errors: [] });
  expect(writesOf(fixture)).toEqual([]);
}
