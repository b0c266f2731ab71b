import { afterEach, describe, expect, it, test } from 'vitest';

import { startDemo } from '../../src/commands/demo.js';
import { readConfig } from '../../src/config/load.js';
import { EMULATORS } from '../../src/emulators/index.js';
import { createGateway } from '../../src/gateway.js';
import { providers } from '../../src/providers/index.js';
import { createLog, createScrubber } from '../../src/server/log.js';
import { startServer as serve } from '../../src/server/server.js';
import { startServer, type TestServer, type TestServerOptions } from '../support/server.js';
import { startTokenBank, type TokenBank } from '../support/token-bank.js';

const closing: Array<() => Promise<unknown>> = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const GROUPS = '{ groups { nodes { name } sources { ok error { code message } } } }';
const ADD = `mutation ($key: String) {
  createGroup(input: { upstream: "sms", name: "New", idempotencyKey: $key }) { group { name } userErrors { message } }
}`;
const [ANNA, BERT] = ['token-of-anna-AAAA', 'token-of-bert-BBBB'];

async function start(
  upstream: Parameters<typeof startTokenBank>[0] = {},
  options: TestServerOptions = {},
): Promise<{ readonly bank: TokenBank; readonly server: TestServer }> {
  const bank = await startTokenBank(upstream);
  closing.push(bank.close);
  const server = await startServer([bank.upstream], options);
  closing.push(() => server.stop(0));
  return { bank, server };
}

const as = (token: string, more: object = {}) => ({ headers: { 'x-sms-token': token, ...more } });

describe('an upstream with fromHeader', () => {
  test('each caller sees its own account, by the credential of its own request and no other', async () => {
    const { bank, server } = await start({ cacheMs: 60_000 });
    for (const [token, name] of [
      [ANNA, 'of AAAA'],
      [BERT, 'of BBBB'],
      [`Bearer ${ANNA}`, 'of AAAA'],
    ] as const) {
      const { data, errors } = await server.ask(GROUPS, as(token));
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({ groups: { nodes: [{ name }], sources: [{ ok: true }] } });
    }
    expect(bank.requests.map(({ authorization }) => authorization)).toEqual([
      `Bearer ${ANNA}`,
      `Bearer ${BERT}`,
      `Bearer ${ANNA}`,
    ]);
  });

  test('without the header nothing is sent, and the error names it', async () => {
    const { bank, server } = await start();
    const { data, errors = [] } = await server.ask(GROUPS);
    expect(data).toMatchObject({ groups: { nodes: [], sources: [{ ok: false, error: { code: 'UPSTREAM_AUTH' } }] } });
    expect(errors[0]?.message).toContain('"x-sms-token"');
    const { errors: [refused] = [] } = await server.ask(ADD);
    expect(refused?.extensions).toMatchObject({ code: 'UPSTREAM_AUTH', sent: 'no' });
    expect(bank.requests).toEqual([]);
  });

  test('a header that is no credential is refused before anything is read, and is not repeated', async () => {
    const { bank, server } = await start();
    for (const text of ['short', 'x'.repeat(4097), 'zażółć gęślą']) {
      const { status, text: answer } = await server.ask(
        GROUPS,
        as(encodeURIComponent(text) === text ? text : text.replace(/[^ -~]/g, '\u00e9')),
      );
      expect([text.length, status]).toEqual([text.length, 400]);
      expect(answer).toContain('x-sms-token');
      expect(answer).not.toContain(text);
    }
    const blank = await server.ask(GROUPS, as('two words-here'));
    expect(blank.errors?.[0]?.message).toContain('must hold a token');
    expect(bank.requests).toEqual([]);
  });

  test('T6 reads in flight are shared by calls with one credential, and never with another; writes with nobody', async () => {
    const { bank, server } = await start();
    bank.delayMs = 50;
    const asked = [ANNA, ANNA, ANNA, BERT, BERT];
    await Promise.all(asked.map((token) => server.ask(GROUPS, as(token))));
    const counts = [ANNA, BERT].map(
      (token) => bank.requests.filter((each) => each.authorization.endsWith(token)).length,
    );
    expect(counts).toEqual([1, 1]);
    bank.requests.length = 0;
    await Promise.all(asked.map((token) => server.ask(ADD, as(token))));
    expect(bank.requests.filter(({ action }) => action.startsWith('/groups/add'))).toHaveLength(asked.length);
  });

  test('T6 an idempotency key of one credential neither sends again for another nor tells it the outcome', async () => {
    const { bank, server } = await start();
    const variables = { key: 'invoice-2026-0001' };
    const first = await server.ask(ADD, { ...as(ANNA), variables });
    expect(first.data).toMatchObject({ createGroup: { group: { name: 'New' } } });
    const other = await server.ask(ADD, { ...as(BERT), variables });
    expect(other.errors?.[0]?.extensions).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    const again = await server.ask(ADD, { ...as(ANNA), variables });
    expect(again.extensions).toMatchObject({ idempotentReplay: true });
    const writes = bank.requests.filter(({ action }) => action.startsWith('/groups/add'));
    expect(writes.map(({ authorization }) => authorization)).toEqual([`Bearer ${ANNA}`]);
  });

  test('T14 refused credentials and pauses of one caller stop no other', async () => {
    const { bank, server } = await start();
    const words = JSON.stringify({ error: { code: 1001, type: 'ERR', message: 'no' } });
    bank.intercept = ({ authorization }) => (authorization.endsWith(ANNA) ? { status: 401, body: words } : undefined);
    for (let asked = 0; asked < 40; asked += 1) await server.ask(GROUPS, as(ANNA));
    bank.intercept = ({ authorization }) =>
      authorization.endsWith(ANNA) ? { status: 429, headers: { 'retry-after': '600' }, body: words } : undefined;
    await server.ask(GROUPS, as(ANNA));
    const before = bank.requests.length;
    const paused = await server.ask(GROUPS, as(ANNA));
    expect(paused.data).toMatchObject({ groups: { sources: [{ error: { code: 'UPSTREAM_RATE_LIMITED' } }] } });
    expect(bank.requests).toHaveLength(before);
    const own = await server.ask(GROUPS, as(BERT));
    expect(own.data).toMatchObject({ groups: { nodes: [{ name: 'of BBBB' }] } });
    const { data } = await server.ask('{ upstreams { state lastError { message } } }', as(BERT));
    expect(data).toEqual({ upstreams: [{ state: 'UP', lastError: null }] });
  });

  test('a write of unknown outcome is looked after with the credential that it was sent with, and no other', async () => {
    const { bank, server } = await start();
    bank.intercept = ({ action }) => (action.startsWith('/groups/add') ? 'reset' : undefined);
    const { errors: [lost] = [] } = await server.ask(ADD, as(ANNA));
    expect(lost?.extensions).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    const id = String(lost?.extensions?.['operationId']);
    bank.requests.length = 0;
    const document = `{ operation(id: "${id}") { state } }`;
    for (const headers of [as(BERT), {}]) {
      expect((await server.ask(document, headers)).data).toEqual({ operation: { state: 'UNKNOWN' } });
    }
    expect(bank.requests).toEqual([]);
    await server.ask(document, as(ANNA));
    expect(new Set(bank.requests.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${ANNA}`]));
  });

  test('what one caller does is in no plan of another', async () => {
    const { server } = await start();
    for (let made = 0; made < 3; made += 1) await server.ask(ADD, as(ANNA));
    await server.ask(GROUPS, as(ANNA));
    const planOf = async (token: string) =>
      (await server.ask(GROUPS, as(token, { 'x-trunkline-plan': '1' }))).extensions?.['plan'];
    expect(await planOf(BERT)).toEqual(await planOf('token-of-cleo-CCCC'));
    expect(await planOf(ANNA)).not.toEqual(await planOf(BERT));
  });

  test('a provider that repeats the credential tells it to nobody: not in the answer, explain or the log', async () => {
    const { bank, server } = await start();
    bank.intercept = ({ authorization }) => ({
      status: 400,
      body: JSON.stringify({
        error: {
          code: 2002,
          type: 'X',
          message: `got ${authorization} ${Buffer.from(authorization).toString('base64')}`,
        },
      }),
    });
    const answer = await server.ask(GROUPS, as(ANNA, { 'x-trunkline-explain': '1' }));
    const written = await server.ask(ADD, as(ANNA));
    const misspelt = await server.ask(`{ groups { nodes { name(x: "${ANNA}") } } }`, as(ANNA));
    const all = [answer.text, written.text, misspelt.text, ...server.lines].join('\n');
    expect(all).toContain('***');
    expect(all).not.toContain(ANNA);
    expect(all).not.toContain(Buffer.from(`Bearer ${ANNA}`).toString('base64').slice(12, 24));
  });

  test('a page of another origin may send the header where cors is on', async () => {
    const cors = { origins: ['https://app.example.com'], maxAgeSeconds: 1, credentials: false };
    const { server } = await start({}, { serve: { cors } });
    const { headers } = await server.fetch('/graphql', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example.com',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-sms-token',
      },
    });
    expect(headers.get('access-control-allow-headers')).toBe('x-sms-token');
  });
});

describe('every provider takes the credential of its callers', () => {
  it('in the forms that the guide names, and for signed URLs as for GraphQL', async () => {
    const demo = await startDemo(EMULATORS, { portBase: 0 });
    closing.push(demo.stop);
    const config = readConfig(
      demo.config.replace(/auth: \{[^}]*\}|auth:\n(?: {6}.*\n)+/g, 'auth: { fromHeader: X-Own }\n'),
      'gateway.yaml',
      providers,
      {},
    );
    const headersOf = config.upstreams.map((upstream, place) => ({ ...upstream, callerHeader: `x-own-${place}` }));
    const gateway = createGateway({ ...config, upstreams: headersOf }, providers);
    const scrub = createScrubber([]);
    const server = await serve(gateway, { host: '127.0.0.1', port: 0, scrub, log: createLog(scrub, () => undefined) });
    closing.push(() => server.stop(0));
    const credentials = demo.emulators.map(({ credentials: { username, login, password, token } }) => ({
      pair: `${username ?? login ?? ''}:${password ?? ''}`,
      token,
    }));
    const forms = [
      credentials.map(({ pair, token }, place) => [
        `x-own-${place}`,
        demo.emulators[place]?.name === 'serwersms' ? (token ?? '') : pair,
      ]),
      credentials.map(({ pair, token }, place) => [
        `x-own-${place}`,
        token === undefined ? `Basic ${Buffer.from(pair).toString('base64')}` : `Bearer ${token}`,
      ]),
    ];
    const ask = async (query: string, headers: Record<string, string>) => {
      const body = JSON.stringify({ query });
      const answer = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      });
      return (await answer.json()) as {
        data: Record<string, { sources: Array<{ ok: boolean }> } & { nodes: Array<{ mediaUrl?: string }> }>;
      };
    };
    for (const form of forms) {
      const { data } = await ask(
        '{ contacts { sources { ok error { message } } } }',
        Object.fromEntries(form) as Record<string, string>,
      );
      expect(data['contacts']?.sources.map(({ ok }) => ok)).toEqual(demo.emulators.map(() => true));
    }
    const own = Object.fromEntries(forms[0] ?? []) as Record<string, string>;
    const { data } = await ask('{ messages(first: 9) { nodes { ... on Recording { mediaUrl } } } }', own);
    const mediaUrl = data['messages']?.nodes.find((node) => node.mediaUrl !== undefined)?.mediaUrl ?? '';
    expect(mediaUrl).toContain('/media/');
    const [bare, signed] = [await fetch(mediaUrl), await fetch(mediaUrl, { headers: own })];
    expect([bare.status, signed.status]).toEqual([502, 200]);
    expect(await bare.text()).toMatch(/UPSTREAM_AUTH.*x-own-3|x-own-3.*UPSTREAM_AUTH/);
    await signed.arrayBuffer();
  });
});
