import { describe, expect, test } from 'vitest';

import { CREDENTIALS, USER_CREDENTIALS } from '../../../src/emulators/ictcore/index.js';
import { ictCore } from '../../../src/providers/ictcore/index.js';
import { startFixture, startScripted } from './fixture.js';

const CONTACTS = '{ contacts { nodes { upstreamId } } }';
const DAY = 86_400_000;

describe('log-in', () => {
  test('a token is sent as Authorization and as Authentication', async () => {
    await using server = await startScripted({ '/contacts': { body: [] } });
    expect((await server.gateway.ask(CONTACTS)).errors).toEqual([]);
    const bearer = 'Bearer given-token';
    expect(server.headers).toMatchObject([
      ['/contacts', { authorization: bearer, authentication: bearer, accept: 'application/json' }],
    ]);
  });

  test.each([
    ["the guide's token alone", { token: 'issued' }],
    ['the whole user', { user_id: '1', active: '1', token: 'issued', access_token: 'issued', expires_in: 31104000 }],
    ['access_token alone', { access_token: 'issued', expires_in: '31104000' }],
  ])('the log-in answers %s', async (_, body) => {
    await using server = await startScripted({ '/authenticate': { body }, '/contacts': { body: [] } }, CREDENTIALS);
    await server.gateway.ask(CONTACTS);
    await server.gateway.ask(CONTACTS);
    expect(server.headers).toMatchObject([
      ['/authenticate', { 'content-type': 'application/json', accept: 'application/json' }],
      ['/contacts', { authorization: 'Bearer issued' }],
      ['/contacts', { authorization: 'Bearer issued' }],
    ]);
    expect(server.headers[0]?.[1]).not.toHaveProperty('authorization');
  });

  test('a token whose end expires_in puts close is used for a while all the same: clocks differ', async () => {
    const replies = { '/authenticate': { body: { token: 'issued', expires_in: 5 } }, '/contacts': { body: [] } };
    await using server = await startScripted(replies, CREDENTIALS);
    await server.gateway.ask(CONTACTS);
    await server.gateway.ask(CONTACTS);
    expect(server.headers.map(([path]) => path)).toEqual(['/authenticate', '/contacts', '/contacts']);
  });

  test('a token that has ended is renewed once and the read repeated', async () => {
    await using fixture = await startFixture({});
    await fixture.gateway.ask(CONTACTS);
    fixture.emulator.clock.advance(361 * DAY);
    expect((await fixture.gateway.ask(CONTACTS)).errors).toEqual([]);
    expect(fixture.emulator.requests.map(({ operation, status }) => [operation.split(' ')[0], status])).toEqual([
      ['POST', 200],
      ['GET', 200],
      ['GET', 401],
      ['POST', 200],
      ['GET', 200],
    ]);
  });

  test.each([
    [
      'a wrong password is answered by an empty 500: denied, and not tried again',
      { ...CREDENTIALS, password: 'wrong-password' },
      // The second one asks whether the server is well.
      2,
    ],
    ['an unknown user is denied', { username: 'ghost', password: 'wrong-password' }, 1],
  ])('%s', async (_, auth, requests) => {
    await using fixture = await startFixture({}, auth);
    const answer = await fixture.gateway.ask('{ contacts { sources { ok error { code } } } }');
    expect(answer.data).toEqual({ contacts: { sources: [{ ok: false, error: { code: 'UPSTREAM_AUTH' } }] } });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_AUTH', upstream: 'ictcore' } }]);
    expect(JSON.stringify(answer)).not.toContain('wrong-password');
    expect(fixture.emulator.requests).toHaveLength(requests);
  });

  test('an empty 500 that is not HTML is a server that is down', async () => {
    const replies = { '/authenticate': { status: 500, type: 'text/plain', body: '' } };
    await using server = await startScripted(replies, CREDENTIALS);
    const { errors } = await server.gateway.ask(CONTACTS);
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });

  test.each([404, 423, 426, 429])('code %i of a log-in is denied, as the community edition means it', async (code) => {
    const replies = { '/authenticate': { status: code, body: { error: { code, message: 'No entry' } } } };
    await using server = await startScripted(replies, CREDENTIALS);
    const { errors } = await server.gateway.ask(CONTACTS);
    expect(errors).toMatchObject([
      { message: expect.stringContaining('No entry') as string, extensions: { code: 'UPSTREAM_AUTH' } },
    ]);
  });

  test('a token that would break a header is no token', async () => {
    const replies = { '/authenticate': { body: { token: 'issued\r\nx-evil: 1' } } };
    await using server = await startScripted(replies, CREDENTIALS);
    const { errors } = await server.gateway.ask(CONTACTS);
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_PROTOCOL' } }]);
    expect(JSON.stringify(errors)).not.toContain('x-evil');
  });

  test('who may not read providers is told so, and keeps the token', async () => {
    await using fixture = await startFixture(undefined, USER_CREDENTIALS);
    const { errors } = await fixture.gateway.ask('{ gateways { nodes { id } } contacts { nodes { id } } }');
    expect(errors).toMatchObject([{ path: ['gateways'], extensions: { code: 'UPSTREAM_AUTH' } }]);
    expect(fixture.emulator.requests.filter(({ path }) => path.endsWith('/authenticate'))).toHaveLength(1);
    // One role's limit is nothing that all others need to be warned of.
    const { data } = await fixture.gateway.ask('{ upstreams { state lastError { code } } }');
    expect(data).toEqual({ upstreams: [{ state: 'UP', lastError: null }] });
  });
});

test.each([
  {},
  { auth: {} },
  { auth: { username: 'a' } },
  { auth: { username: '', password: 'b' } },
  { auth: { username: 'a', password: 'b', token: 'c' } },
  { auth: { token: 'a\r\nb' } },
  { auth: { token: '' } },
  { auth: { token: 'a' }, format: 'xml' },
])('a config with %j is refused', (config) => {
  expect(ictCore.settings.safeParse(config).success).toBe(false);
});
