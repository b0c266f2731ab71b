import { describe, expect, test } from 'vitest';

import { CREDENTIALS, type Seed } from '../../../src/emulators/ictcore/index.js';
import { encodeId } from '../../../src/graph/values/id.js';
import { startFixture, startScripted } from './fixture.js';

const CONTACTS = '{ contacts { nodes { upstreamId } } }';
const CREATE = `mutation ($name: String!) {
  createContact(input: { ictCore: { firstName: $name, phone: "+48600100202" } }) { contact { id } userErrors { code message field } }
}`;
const WRONG = { ...CREDENTIALS, password: 'wrong-password' };

/** What a client sees of the only error. */
function describeErrors(errors: ReadonlyArray<{ message: string; extensions: Readonly<Record<string, unknown>> }>) {
  const [error] = errors;
  return { errors: errors.length, code: error?.extensions['code'], retryable: error?.extensions['retryable'] };
}

describe('a server whose database is down', () => {
  test.each([['hidden'], ['on']] as const)('is unavailable (errors %s), and is asked again at once', async (shown) => {
    const configuration = { database: 'down', ...(shown === 'on' ? { display_errors: shown } : {}) } as const;
    await using fixture = await startFixture({ configuration });
    const { errors } = await fixture.gateway.ask(CONTACTS);
    expect(describeErrors(errors)).toEqual({ errors: 1, code: 'UPSTREAM_UNAVAILABLE', retryable: true });
    expect(errors[0]?.message).not.toContain('password');
    fixture.emulator.reset({ contacts: [{ phone: '+48500111222' }] });
    expect(await fixture.gateway.ask(CONTACTS)).toMatchObject({
      errors: [],
      data: { contacts: { nodes: [{ upstreamId: '1' }] } },
    });
  });

  test('has done nothing of a write whose log-in it crashed at', async () => {
    await using fixture = await startFixture({ configuration: { database: 'down' } });
    const { errors } = await fixture.gateway.ask(CREATE, { name: 'Anna' });
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', sent: 'no', retryable: true } }]);
    expect(fixture.emulator.requests.filter(({ path }) => path.endsWith('/contacts'))).toEqual([]);
  });

  test('is told from a wrong password by a path that does not exist, asked without credentials', async () => {
    await using fixture = await startFixture({}, WRONG);
    const { errors, attempts } = await fixture.gateway.ask(CONTACTS);
    expect(describeErrors(errors)).toEqual({ errors: 1, code: 'UPSTREAM_AUTH', retryable: false });
    expect(attempts.map(({ operation, status }) => [operation, status])).toEqual([
      ['POST /authenticate', 500],
      ['GET /nonexistent', 404],
    ]);
    expect(fixture.emulator.requests[1]?.headers).not.toHaveProperty('authorization');
    // It is believed for a while.
    await fixture.gateway.ask(CONTACTS);
    expect(fixture.emulator.requests).toHaveLength(2);
  });

  test("is not well because a proxy's page says 404", async () => {
    const crash = { status: 500, type: 'text/html; charset=UTF-8', body: '' };
    const replies = { '/authenticate': crash, '/nonexistent': { status: 404, type: 'text/html', body: '<h1>?</h1>' } };
    await using server = await startScripted(replies, CREDENTIALS);
    const { errors } = await server.gateway.ask(CONTACTS);
    expect(describeErrors(errors).code).toBe('UPSTREAM_UNAVAILABLE');
  });
});

describe('a server that displays its errors', () => {
  test('denies a wrong password by a page with status 200', async () => {
    await using fixture = await startFixture({ configuration: { display_errors: 'on' } }, WRONG);
    const { errors } = await fixture.gateway.ask(CONTACTS);
    expect(describeErrors(errors)).toEqual({ errors: 1, code: 'UPSTREAM_AUTH', retryable: false });
    expect(errors[0]?.message).toContain('display_errors');
    expect(fixture.emulator.requests).toHaveLength(1);
  });

  test.each([
    ['<br />\n<b>Fatal error</b>:  Uncaught Error: secret text in <b>x.php</b>', 'UPSTREAM_UNAVAILABLE'],
    ['<br />\n<b>Parse error</b>:  syntax error, secret text in <b>x.php</b>', 'UPSTREAM_UNAVAILABLE'],
    ['PHP Fatal error:  secret text in x.php on line 3', 'UPSTREAM_UNAVAILABLE'],
    ['<br />\n<b>Warning</b>:  secret text in <b>x.php</b><br />\n[]', 'UPSTREAM_PROTOCOL'],
    ['<br />\n<b>Notice</b>:  secret text in <b>x.php</b><br />\n[]', 'UPSTREAM_PROTOCOL'],
    ['<br />\n<b>Deprecated</b>:  secret text in <b>x.php</b><br />\n[]', 'UPSTREAM_PROTOCOL'],
    ['[]<br />\n<b>Warning</b>:  secret text in <b>x.php</b>', 'UPSTREAM_PROTOCOL'],
    ['\nWarning: secret text in x.php on line 3\n[]', 'UPSTREAM_PROTOCOL'],
  ])('%j is told as what it is, whatever type it has', async (body, code) => {
    for (const type of ['text/html; charset=UTF-8', 'application/json', 'text/plain']) {
      await using server = await startScripted({ '/contacts': { type, body } });
      const { errors } = await server.gateway.ask(CONTACTS);
      expect(describeErrors(errors)).toEqual({ errors: 1, code, retryable: code === 'UPSTREAM_UNAVAILABLE' });
      expect(errors[0]?.message).toContain('display_errors');
      expect(errors[0]?.message).not.toContain('secret');
    }
  });

  test.each(['<b>Fatal error</b>: x', '<b>Notice</b>: x<br />\n7'])(
    'answers a write by %j: nobody knows what it did',
    async (body) => {
      await using server = await startScripted({ '/contacts': { type: 'text/html', body } });
      const { errors } = await server.gateway.ask(CREATE, { name: 'Anna' });
      expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN', sent: 'unknown' } }]);
      expect(errors[0]?.message).toContain('display_errors');
    },
  );

  test('is no sick server where a contact is called so', async () => {
    const contacts = [{ contact_id: '1', first_name: '<b>Fatal error</b>: ', last_name: 'Notice: ', phone: '1' }];
    await using server = await startScripted({ '/contacts': { body: contacts } });
    expect((await server.gateway.ask(CONTACTS)).errors).toEqual([]);
  });
});

describe('text that is no UTF-8', () => {
  const poisoned: Seed = {
    configuration: { charset: 'latin1' },
    contacts: [{ first_name: `a${'ż'.repeat(40)}` }, { first_name: 'Anna' }],
    groups: [{ name: `a${'ż'.repeat(64)}` }],
  };

  test.each(['contacts', 'groups'])(
    'takes a whole list of %s with it, and the answer says what heals it',
    async (list) => {
      await using fixture = await startFixture(poisoned);
      const { errors } = await fixture.gateway.ask(`{ ${list} { nodes { id } } }`);
      expect(describeErrors(errors)).toEqual({ errors: 1, code: 'UPSTREAM_PROTOCOL', retryable: false });
      expect(errors[0]?.message).toMatch(/a row holds text that is no UTF-8.*delete it, or mend it in the database/);
    },
  );

  test('is told of one row as well, which can be deleted', async () => {
    await using fixture = await startFixture(poisoned);
    const id = encodeId('ictcore', 'contact', '1');
    const { errors } = await fixture.gateway.ask('query ($id: ID!) { contact(id: $id) { displayName } }', { id });
    expect(errors[0]?.message).toContain('no UTF-8');
    await fixture.gateway.ask('mutation ($id: ID!) { deleteContact(id: $id) { deletedIds } }', { id });
    expect(await fixture.gateway.ask(CONTACTS)).toMatchObject({
      errors: [],
      data: { contacts: { nodes: [{ upstreamId: '2' }] } },
    });
  });

  test.each([
    ['a'.repeat(64), []],
    ['ż'.repeat(32), []],
    ['a'.repeat(65), ['64 characters, not 65']],
    [`a${'ż'.repeat(40)}`, ['64 bytes of UTF-8 ("ż" has two), not 81']],
    ['ż'.repeat(40), ['64 bytes of UTF-8 ("ż" has two), not 80']],
    ['😀'.repeat(17), ['64 bytes of UTF-8 ("ż" has two), not 68']],
  ])('is never made by us: lengths count bytes (%s)', async (name, lines) => {
    await using fixture = await startFixture({ configuration: { charset: 'latin1' } });
    const { data, errors } = await fixture.gateway.ask(CREATE, { name });
    expect(errors).toEqual([]);
    const { userErrors } = data?.['createContact'] as { userErrors: ReadonlyArray<{ message: string }> };
    expect(userErrors).toHaveLength(lines.length);
    for (const [index, words] of lines.entries()) expect(userErrors[index]?.message).toContain(words);
    expect((await fixture.gateway.ask(CONTACTS)).errors).toEqual([]);
  });
});
