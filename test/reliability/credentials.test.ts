import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { exportJWK, exportSPKI, SignJWT, type JWTPayload } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import type { Authentication } from '../../src/server/auth/authenticate.js';
import { createAuthenticator } from '../../src/server/auth/create-authenticator.js';
import { createIssuerKey, signToken, startIssuer, type IssuerKey, type TestIssuer } from '../support/issuer.js';
import { memoryUpstream, UNABLE } from '../support/memory-provider.js';
import { startServer } from '../support/server.js';

const KEY = 'a-key-of-the-tests-with-enough-letters';
const sha256 = createHash('sha256').update(KEY).digest('hex');
const keys = [{ name: 'dashboard', sha256, scopes: ['read'], upstreams: ['book'] }] as const;

let key: IssuerKey;
let foreign: IssuerKey;
let issuer: TestIssuer;

beforeAll(async () => {
  [key, foreign] = [await createIssuerKey('one'), await createIssuerKey('one')];
  issuer = await startIssuer(key);
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => issuer.stop());

const bearer = (token: string): { headersDistinct: Record<string, string[]> } => ({
  headersDistinct: { authorization: [`Bearer ${token}`] },
});
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = (): number => Math.floor(Date.now() / 1000);
/** An end before 1970 counts from now. */
const atNow = ({ exp, ...claims }: JWTPayload): JWTPayload =>
  exp === undefined ? claims : { ...claims, exp: now() + exp };
const answerOf = (found: Authentication): unknown => (found.is === 'known' ? found.principal : found.status);

describe('T1 a caller without a valid credential', () => {
  it.each<[string, Record<string, string[]>, number]>([
    ['no token', {}, 401],
    ['garbage', { authorization: ['Bearer garbage'] }, 401],
    ['an empty one', { authorization: ['Bearer '] }, 401],
    ['another scheme', { authorization: [`Basic ${KEY}`] }, 401],
    ['a wrong key', { 'x-api-key': [`${KEY}x`] }, 401],
    ['more than 8 KB', { authorization: [`Bearer ${'x'.repeat(8193)}`] }, 401],
    ['two headers', { authorization: [`Bearer ${KEY}`, `Bearer ${KEY}`] }, 400],
    ['both kinds of header', { authorization: [`Bearer ${KEY}`], 'x-api-key': [KEY] }, 400],
  ])('%s', async (_, headersDistinct, status) => {
    const authenticate = createAuthenticator({ keys, jwt: issuer.rule });
    expect(answerOf(await authenticate({ headersDistinct }))).toBe(status);
  });

  it('has a token that the issuer did not sign so, and no key is read from where the token says', async () => {
    const [evil, evilUrl, hits] = await startEvilKeys();
    const { rule } = issuer;
    const claims = { iss: rule.issuer, aud: rule.audience, sub: 'anna', exp: now() + 300 };
    const good = await signToken(key, rule);
    const [, body = '', signature = ''] = good.split('.');
    const signedBy = (header: object, by = foreign): Promise<string> =>
      new SignJWT(claims).setProtectedHeader({ alg: 'ES256', ...header }).sign(by.privateKey);
    const hs = `${encode({ alg: 'HS256', kid: 'one' })}.${encode(claims)}`;
    const tokens: Record<string, string> = {
      'alg none': `${encode({ alg: 'none' })}.${encode(claims)}.`,
      'HS256 by the public key': `${hs}.${createHmac('sha256', await exportSPKI(key.publicKey))
        .update(hs)
        .digest('base64url')}`,
      expired: await signToken(key, rule, { exp: now() - 60 }),
      'not yet': await signToken(key, rule, { nbf: now() + 120 }),
      'wrong issuer': await signToken(key, rule, { iss: 'https://evil.example' }),
      'wrong audience': await signToken(key, rule, { aud: 'other' }),
      'no exp': await new SignJWT({ iss: rule.issuer, aud: rule.audience, sub: 'anna' })
        .setProtectedHeader({ alg: 'ES256', kid: 'one' })
        .sign(key.privateKey),
      'no subject': await signToken(key, rule, { sub: null as never }),
      'an empty subject': await signToken(key, rule, { sub: '' }),
      'a foreign signature': await signToken(foreign, rule),
      jwk: await signedBy({ kid: 'one', jwk: await exportJWK(foreign.publicKey) }),
      jku: await signedBy({ kid: 'one', jku: evilUrl }),
      x5u: await signedBy({ kid: 'one', x5u: evilUrl }),
      'a path for a kid': await signedBy({ kid: '../../etc/passwd' }),
      crit: `${encode({ alg: 'ES256', kid: 'one', crit: ['b64x'], b64x: true })}.${body}.${signature}`,
      'a cut signature': good.slice(0, -8),
      'a changed claim': [good.split('.')[0], encode({ ...claims, sub: 'root' }), signature].join('.'),
    };
    const authenticate = createAuthenticator({ keys, jwt: rule });
    const reads = issuer.reads();
    for (const [name, token] of Object.entries(tokens)) {
      expect([name, answerOf(await authenticate(bearer(token)))]).toEqual([name, 401]);
    }
    expect([hits(), issuer.reads() - reads]).toEqual([0, 1]);
    await evil();
  });

  it('is refused over HTTP before anything runs, and nothing of its credential is said', async () => {
    const server = await startServer([memoryUpstream('book', [], UNABLE)], {
      authenticate: createAuthenticator({ keys, jwt: undefined }),
    });
    const ask = (headers: Record<string, string>): Promise<[number, string | undefined, string]> =>
      server
        .ask('{ upstreams { name } }', { headers })
        .then(({ status, errors, text }) => [status, errors?.[0]?.extensions?.['code'] as string, text]);
    const [status, code, text] = await ask({ authorization: 'Bearer s3cret-guess' });
    expect([status, code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(text).not.toContain('s3cret');
    expect((await ask({ 'x-api-key': KEY })).slice(0, 2)).toEqual([200, undefined]);
    expect((await ask({ authorization: `bearer ${KEY}` }))[0]).toBe(200);
    expect((await ask({ 'x-api-key': KEY, authorization: `Bearer ${KEY}` })).slice(0, 2)).toEqual([400, 'BAD_REQUEST']);
    await server.stop(0);
  });
});

describe('a token of the issuer', () => {
  it.each<[string, JWTPayload, object]>([
    ['scopes in a text', { scope: 'openid read send' }, { scopes: new Set(['read', 'send']) }],
    ['scopes in a list', { scope: ['admin', 'profile', 7] }, { scopes: new Set(['admin']) }],
    ['no scopes', { scope: null }, { scopes: new Set() }],
    ['upstreams', { trunkline_upstreams: ['book'] }, { upstreams: new Set(['book']) }],
    ['no upstreams: none is seen', {}, { upstreams: new Set() }],
    ['a subject, which no key of the config shares', { sub: 'dashboard' }, { name: 'jwt:dashboard' }],
    ['an end that our clock sees a little early', { exp: -20 }, { name: 'jwt:anna' }],
  ])('has %s', async (_, claims, expected) => {
    const authenticate = createAuthenticator({ keys: [], jwt: issuer.rule });
    expect(answerOf(await authenticate(bearer(await signToken(key, issuer.rule, atNow(claims)))))).toMatchObject(
      expected,
    );
  });

  it('sees all upstreams where the config names no claim for them', async () => {
    const rule = { ...issuer.rule, upstreamsClaim: undefined };
    const authenticate = createAuthenticator({ keys: [], jwt: rule });
    expect(answerOf(await authenticate(bearer(await signToken(key, rule))))).toMatchObject({ upstreams: undefined });
  });
});

describe("T2 the issuer's keys", () => {
  it('are used for ten minutes while it is down, and asked for at most once in 30 s for an unknown key', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const own = await startIssuer(key);
    const authenticate = createAuthenticator({ keys: [], jwt: own.rule });
    const ask = async (by: IssuerKey): Promise<unknown> =>
      answerOf(await authenticate(bearer(await signToken(by, own.rule))));
    expect(await ask(key)).toMatchObject({ name: 'jwt:anna' });
    const rotated = await createIssuerKey('two');
    own.answerWith({ status: 503 });
    for (let index = 0; index < 20; index += 1) await ask(rotated);
    expect(own.reads()).toBe(1);
    vi.advanceTimersByTime(31_000);
    for (let index = 0; index < 20; index += 1) expect(await ask(rotated)).not.toMatchObject({ name: 'jwt:anna' });
    expect(own.reads()).toBe(2);
    expect(await ask(key)).toMatchObject({ name: 'jwt:anna' });
    own.answerWith({ keys: [key, rotated] });
    vi.advanceTimersByTime(31_000);
    expect(await ask(rotated)).toMatchObject({ name: 'jwt:anna' });
    expect(own.reads()).toBe(3);
    own.answerWith({ status: 503 });
    vi.advanceTimersByTime(601_000);
    expect(await ask(key)).toBe(503);
    await own.stop();
  });

  it('that were never read are asked for again after five seconds, and the token is not called wrong', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const own = await startIssuer(key);
    own.answerWith({ status: 500 });
    const authenticate = createAuthenticator({ keys: [], jwt: own.rule });
    const ask = async (): Promise<unknown> => answerOf(await authenticate(bearer(await signToken(key, own.rule))));
    expect([await ask(), await ask(), own.reads()]).toEqual([503, 503, 1]);
    own.answerWith({ status: 200 });
    vi.advanceTimersByTime(5001);
    expect(await ask()).toMatchObject({ name: 'jwt:anna' });
    await own.stop();
  });
});

describe('A27 an API key', () => {
  it('is told from 1,000 near ones, each compared whole with every key', () => {
    const digests = Array.from({ length: 50 }, (_, index) => createHash('sha256').update(`${index}`).digest('hex'));
    const many = digests.map((digest, index) => ({ ...keys[0], name: `k${index}`, sha256: digest }));
    const authenticate = createAuthenticator({ keys: [...many, keys[0]], jwt: undefined });
    const guesses = Array.from({ length: 1000 }, (_, index) => `${KEY.slice(0, index % KEY.length)}#${index}`);
    expect(guesses.filter((guess) => answerOf(authenticate(bearer(guess)) as Authentication) !== 401)).toEqual([]);
    expect(answerOf(authenticate(bearer(KEY)) as Authentication)).toMatchObject({ name: 'dashboard' });
  });
});

/** Keys at another place, which nobody must read: how to stop it, where it is, and how often it was asked. */
async function startEvilKeys(): Promise<[() => Promise<void>, string, () => number]> {
  let hits = 0;
  const server = createServer((_, response) => {
    hits += 1;
    response.end('{"keys":[]}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
  return [
    () =>
      new Promise((resolve) =>
        server.close(() => {
          resolve();
        }),
      ),
    url,
    () => hits,
  ];
}
