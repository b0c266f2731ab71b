import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MAIL, configErrorsOf, mailroom, read } from './files.js';

describe('the environment', () => {
  it.each([
    ['${TOKEN}', 's3cret-token'],
    ['a-${TOKEN}-${TOKEN}', 'a-s3cret-token-s3cret-token'],
    ['${NOWHERE:-instead}', 'instead'],
    ['${EMPTY:-instead}', 'instead'],
    ['${TOKEN:-instead}', 's3cret-token'],
    ['$${TOKEN}', '${TOKEN}'],
    ['$TOKEN', '$TOKEN'],
  ])('turns %s into %s', (text, expected) => {
    const { upstreams } = read(mailroom(`auth: { token: ${JSON.stringify(text)} }`, 'domains: [x]'));
    expect(upstreams[0]?.settings).toMatchObject({ auth: { token: expected } });
  });

  it.each([
    ['{ username: ${TOKEN}, password: x }', 's3cret-token'],
    ['{ username: ${NOWHERE:-a, b: c #d}, password: x }', 'a, b: c #d'],
    ['{username: pre-${TOKEN}-post,password: x}', 'pre-s3cret-token-post'],
    ['{ "username": "${NOWHERE:-{}\\u0041", "password": "x" }', '{A'],
    ["{ username: '${NOWHERE:-[x]}', password: x }", '[x]'],
    ['{ username: $${TOKEN}, password: x }', '${TOKEN}'],
  ])('needs no quotes between braces: %s', (auth, username) => {
    const { upstreams } = read(mailroom(`auth: ${auth}`, 'domains: [${NOWHERE:-x y}]'));
    expect(upstreams[0]?.settings).toMatchObject({ auth: { username }, domains: ['x y'] });
  });

  it('gives numbers and booleans where those are wanted, and digits where a text is', () => {
    const lines = [
      'auth: { username: 007, password: 0123 }',
      'domains: [x]',
      'pageSize: ${SIZE}',
      'archived: "${YES}"',
    ];
    const text = `server: { port: "\${PORT}" }\n${mailroom(...lines, 'timeoutMs: "250"')}`;
    const { server, upstreams } = read(text);
    expect(server.port).toBe(4100);
    expect(upstreams[0]).toMatchObject({
      timeoutMs: 250,
      settings: { auth: { username: '007', password: '0123' }, pageSize: 7, archived: true },
    });
  });

  it('is named where it is not set, once and with nothing about what would follow', () => {
    const text = mailroom('auth: { token: "${HT_TOKEN}" }', 'domains: [x]', 'timeoutMs: ${WAIT}').replace(
      'https://mail.example',
      '${BASE}',
    );
    expect(configErrorsOf(text)).toEqual([
      'gateway.yaml:4 upstreams.mail.baseUrl: the environment variable BASE is not set; set it or give a default: ${BASE:-…}',
      'gateway.yaml:5 upstreams.mail.auth.token: the environment variable HT_TOKEN is not set; set it or give a default: ${HT_TOKEN:-…}',
      'gateway.yaml:7 upstreams.mail.timeoutMs: the environment variable WAIT is not set; set it or give a default: ${WAIT:-…}',
    ]);
  });

  it.each(['${', '${}', '${A B}', '${9}', '${TOKEN'])('%s is no variable', (text) => {
    const [message] = configErrorsOf(mailroom(`auth: { token: "${text}" }`, 'domains: [x]'));
    expect(message).toContain('upstreams.mail.auth.token: expected ${NAME}');
  });

  it('is never read as YAML or replaced again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (value) => {
        const text = mailroom('auth: { username: "${VALUE}", password: x }', 'domains: ["${VALUE}"]');
        expect(read(text, { VALUE: value }).upstreams[0]?.settings).toMatchObject({
          auth: { username: value },
          domains: [value],
        });
      }),
    );
  });
});

describe('what could break a URL or a header is refused', () => {
  it.each([
    'ftp://mail.example',
    'mail.example',
    'http://',
    'https:///x',
    'https:\\\\mail.example',
    'https://mail.example\\@evil.example',
    'https://user:pass@mail.example',
    'https://@mail.example',
    'https://mail.example?',
    'https://mail.example/v1#x',
    'https://mail.example/a/../b',
    'https://mail.example/%2e%2E/b',
    'https://mail.example/a//b',
    'https://mail.example/a%2fb',
    'https://mail.example/a b',
    'https://mail.example:99999',
    'http://10.0.0.1',
    'http://localhost.example',
    'http://127.0.0.1.example',
    'https://169.254.169.254',
    'https://2852039166/latest',
    'https://[::ffff:169.254.169.254]',
    'https://[fe80::1]',
    'https://0.0.0.0',
    'https://[::]',
    'https://224.0.0.1',
  ])('T10 base URL %s', (baseUrl) => {
    const messages = configErrorsOf(mailroom(...MAIL).replace('https://mail.example', JSON.stringify(baseUrl)));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^gateway\.yaml:4 upstreams\.mail\.baseUrl: expected /);
    expect(messages[0]).not.toContain(baseUrl);
  });

  it.each([
    'http://localhost:1',
    'http://127.9.9.9/x',
    'http://[::1]:8080',
    'HTTPS://Mail.Example/V1/',
    'https://10.0.0.1',
    'https://[fd00::1]',
  ])('T10 but not base URL %s', (baseUrl) => {
    expect(configErrorsOf(mailroom(...MAIL).replace('https://mail.example', JSON.stringify(baseUrl)))).toEqual([]);
  });

  it('nor http where the upstream allows it', () => {
    const text = mailroom(...MAIL, 'allowInsecure: true').replace('https:', 'http:');
    expect(read(text).upstreams[0]?.origin).toBe('http://mail.example');
  });

  it.each([
    ['auth: { token: "${LINES}" }', 'upstreams.mail.auth.token: ends with a line break'],
    ['auth: { token: "a\\u0000b" }', 'upstreams.mail.auth.token: holds a control character'],
    ['auth: { token: "a b" }', 'upstreams.mail.auth.token: holds spaces or letters'],
    ['auth: { token: "${EMPTY}" }', 'upstreams.mail.auth.token: is empty'],
    ['auth: { username: "a\\r\\nb", password: x }', 'upstreams.mail.auth.username: holds a control character'],
  ])('A21 %s', (line, message) => {
    expect(configErrorsOf(mailroom(line, 'domains: [x]'))).toContainEqual(expect.stringContaining(message));
  });
});

describe('secrets', () => {
  const secret = fc.stringMatching(/^[a-z0-9!%&@#:{}[\],]{8,20}$/);

  it('are in no complaint, whatever is wrong around them', () => {
    const wrongs = fc.subarray([
      'domains: {}',
      'format: 7',
      'region: ${SECRET}',
      'pageSize: "${SECRET}"',
      'provider: ${SECRET}',
      'broken: [',
      'timeoutMs: "${SECRET}"',
      'password: wrong place',
    ]);
    fc.assert(
      fc.property(secret, secret, wrongs, fc.boolean(), (one, other, lines, inAddress) => {
        const auth = `auth: { username: ${JSON.stringify(one)}, passwort: ${JSON.stringify(other)} }`;
        const text = mailroom(auth, ...lines).replace(
          'mail.example',
          inAddress ? '${SECRET}@mail.example' : 'mail.example',
        );
        const messages = configErrorsOf(text, { SECRET: other }).join('\n');
        expect(messages).not.toBe('');
        expect(messages).not.toContain(one);
        expect(messages).not.toContain(other);
      }),
    );
  });
});
