import { generateKeyPairSync, sign } from 'node:crypto';

import { afterAll, beforeEach, describe, expect, test } from 'vitest';

import { CREDENTIALS, startIctCore, USER_CREDENTIALS, type Seed } from '../../../src/emulators/ictcore/index.js';
import { exchangesOf } from '../../support/exchange.js';
import { BASIC, basic, clientOf, failure, JSON_BODY } from './client.js';
import { expectAnswered } from '../expect-exchange.js';

const emulator = await startIctCore();
const { send, ask, login } = clientOf(emulator);

afterAll(() => emulator.close());
beforeEach(() => {
  emulator.reset();
});

describe('documented exchanges', () => {
  test.each(exchangesOf('ictcore'))('$name is answered as written', async (exchange) => {
    emulator.reset(exchange.given === undefined ? {} : (exchange.given as Seed));
    await expectAnswered(exchange, emulator.url);
  });
});

describe('login', () => {
  test('the token is a JSON Web Token that says who and until when', async () => {
    const [head, payload] = (await login(CREDENTIALS))
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('utf8'));
    const claims = JSON.parse(payload ?? '') as { iat: number; nbf: number; exp: number };
    expect(JSON.parse(head ?? '')).toEqual({ typ: 'JWT', alg: 'RS256' });
    expect(claims).toMatchObject({ user_id: '1', username: 'admin', is_admin: '1', 'api-version': '1.0' });
    expect([claims.nbf - claims.iat, claims.exp - claims.iat]).toEqual([0, 31_104_000]);
  });

  test('a token serves until its time is over, through a reset and a cancel', async () => {
    const headers = { authorization: `Bearer ${await login(CREDENTIALS)}` };
    emulator.reset();
    expect(await (await send('POST', '/authenticate/cancel', headers)).json()).toBe(true);
    emulator.clock.advance(31_103_990_000);
    expect((await send('GET', '/contacts', headers)).status).toBe(200);
    emulator.clock.advance(10_000);
    expect((await send('GET', '/contacts', headers)).status).toBe(401);
    expect((await send('GET', '/contacts', { authorization: `Bearer ${await login(CREDENTIALS)}` })).status).toBe(200);
  });

  test('e-mail goes before name before id, and the MD5 of a password serves as well', async () => {
    const { email, username, hash } = {
      email: 'user@ictcore.org',
      username: 'admin',
      hash: 'e5b021ef9f5b148da3e2cda979ca164d',
    };
    const answer = await send(
      'POST',
      '/authenticate',
      JSON_BODY,
      JSON.stringify({ email, username, user_id: 1, hash }),
    );
    expect(await answer.json()).toMatchObject({ user_id: '2', expires_in: 31_104_000, token_type: 'Bearer' });
  });

  test('a changed token, one of another key and one without signature are refused alike', async () => {
    const [head = '', payload = '', signature = ''] = (await login(USER_CREDENTIALS)).split('.');
    const forged = Buffer.from(payload, 'base64url').toString('utf8').replace('"user_id":"2"', '"user_id":"1"');
    const changed = Buffer.from(forged).toString('base64url');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const foreign = sign('sha256', Buffer.from(`${head}.${payload}`), privateKey).toString('base64url');
    for (const token of [
      `${head}.${changed}.${signature}`,
      `${head}.${payload}.${foreign}`,
      `${head}.${payload}.`,
      'x',
    ]) {
      const answer = await send('GET', '/providers/1', { authorization: `Bearer ${token}` });
      expect(answer.status, token).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Basic realm="ICTCore Framework :: REST API Server"');
      expect(await answer.json()).toEqual(failure(401, 'Invalid credentials, access is denied to providers/1.'));
    }
  });

  test('a disabled user is out at once, also with a token from before', async () => {
    const headers = { authorization: `Bearer ${await login(CREDENTIALS)}` };
    emulator.reset({ users: [{ user_id: 1, username: 'admin', active: 0 }], user_roles: [{ user_id: 1, role_id: 1 }] });
    expect((await send('GET', '/contacts', headers)).status).toBe(401);
  });

  test('roles decide: a plain user has contacts and groups but no providers, and nobody anything without a role', async () => {
    const user = { authorization: basic(USER_CREDENTIALS) };
    const asked = ['/contacts', '/groups/1', '/providers', '/groups/1/csv'];
    const statuses = async (): Promise<number[]> =>
      Promise.all(asked.map(async (path) => (await send('GET', path, user)).status));
    expect(await statuses()).toEqual([200, 200, 403, 200]);
    emulator.reset({
      users: [{ user_id: 2, username: 'user', passwd: 'e5b021ef9f5b148da3e2cda979ca164d', active: 1 }],
      groups: [{ group_id: 1 }],
    });
    // The files are not guarded beyond the login.
    expect(await statuses()).toEqual([403, 403, 403, 200]);
  });
});

describe('every request', () => {
  test.each([
    ['GET', '/contacts/'],
    ['GET', '/nothing'],
    ['PATCH', '/contacts/1'],
    ['DELETE', '/contacts'],
    ['OPTIONS', '/contacts'],
    ['PUT', '/groups/1/contacts'],
  ])('%s %s is not found, with or without a login', async (method, path) => {
    for (const headers of [{}, BASIC]) {
      const answer = await send(method, path, { accept: 'application/json', ...headers });
      expect([answer.status, await answer.json()]).toEqual([404, failure(404, 'Not Found')]);
    }
  });

  test.each([
    ['/groups', 'application/json', 'application/json'],
    ['/groups', 'application/json, text/plain, */*', 'application/json'],
    ['/groups', '*/*', 'text/plain;charset=UTF-8'],
    ['/groups', 'application/json;q=0.9', 'text/plain;charset=UTF-8'],
    ['/groups.json', '*/*', 'application/json'],
    ['/groups?format=json', '*/*', 'application/json'],
    ['/groups.json?format=plain', 'application/json', 'text/plain;charset=UTF-8'],
  ])('%s asked with Accept %s is sent as %s', async (path, accept, type) => {
    const answer = await send('GET', path, { ...BASIC, accept });
    expect(answer.headers.get('content-type')).toBe(type);
    expect(await answer.json()).toHaveLength(5);
  });

  test('JSON is compact, with its slashes escaped and its letters not, and brings a cookie', async () => {
    const answer = await send('GET', '/groups', BASIC);
    expect(await answer.text()).toContain(
      '"name":"Dział techniczny","contact_total":"7"},{"group_id":"3","name":"On call 24\\/7"',
    );
    expect(answer.headers.get('set-cookie')).toMatch(/^ictcore=\w{26}; path=\/$/);
  });

  test.each([
    ['application/json', '{"first_name":"A"}', 'A'],
    ['APPLICATION/JSON', '{"first_name":"A"}', 'A'],
    ['application/x-www-form-urlencoded', 'first_name=A', 'A'],
    ['application/json; charset=utf-8', '{"first_name":"A"}', null],
    ['text/plain', '{"first_name":"A"}', null],
    ['application/json', '{"first_name":', null],
  ])('a body of type %s that reads %s makes a contact named %s', async (type, body, name) => {
    emulator.reset({});
    expect(await (await send('POST', '/contacts', { ...BASIC, 'content-type': type }, body)).text()).toBe('1');
    expect(await ask('GET', '/contacts/1')).toMatchObject({ first_name: name });
  });

  test('a POST may be a DELETE in disguise, a GET may not', async () => {
    const disguise = { ...BASIC, 'x-http-method-override': 'DELETE' };
    expect(await (await send('GET', '/contacts/1', disguise)).json()).toMatchObject({ contact_id: '1' });
    expect(await (await send('POST', '/contacts/1', disguise)).json()).toBe(true);
    expect(await ask('GET', '/contacts/1')).toEqual(failure(404, 'Contact not found'));
  });
});
