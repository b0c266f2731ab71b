import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ConfigError } from '../../src/config/complaint.js';
import type { Config } from '../../src/config/config.js';
import { loadConfig, readConfig } from '../../src/config/load.js';
import { TOYS } from './toy.js';

const ENVIRONMENT = { TOKEN: 's3cret-token', EMPTY: '', PORT: '4100', LINES: 'from-a-file\n', YES: 'true', SIZE: '7' };

const GOOD = `# a comment
server: { host: 0.0.0.0, port: 4001, publicUrl: https://graph.example.com/ }
defaultCountry: DE
upstreams:
  zulu:
    provider: mailroom
    baseUrl: https://api.example.com/v1/
    auth: { token: "\${TOKEN}" }
    domains: [a.example, b.example]
  alpha:
    provider: bare
    baseUrl: http://127.0.0.1:9000
    timeoutMs: 250
    concurrency: 2
    defaultCountry: PL
`;

function read(text: string, environment: Record<string, string> = ENVIRONMENT): Config {
  return readConfig(text, 'gateway.yaml', TOYS, environment);
}

function complaintsOf(text: string, environment?: Record<string, string>): readonly string[] {
  try {
    read(text, environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.complaints;
    throw error;
  }
  return [];
}

/** One upstream of the provider with many keys, whose lines begin in line 5. */
function mailroom(...lines: readonly string[]): string {
  const head = ['upstreams:', '  mail:', '    provider: mailroom', '    baseUrl: https://mail.example'];
  return [...head, ...lines.map((line) => `    ${line}`)].join('\n');
}

const MAIL = ['auth: { token: abcd }', 'domains: [a.example]'];

describe('a config', () => {
  it('is read whole, its upstreams in the order of the file', () => {
    const { server, upstreams } = read(GOOD);
    expect(server).toMatchObject({ host: '0.0.0.0', port: 4001, publicUrl: 'https://graph.example.com' });
    expect(upstreams).toEqual([
      {
        name: 'zulu',
        provider: 'mailroom',
        origin: 'https://api.example.com',
        basePath: '/v1',
        timeoutMs: 10_000,
        concurrency: 16,
        defaultCountry: 'DE',
        settings: {
          auth: { token: 's3cret-token' },
          domains: ['a.example', 'b.example'],
          format: 'json',
          pageSize: 50,
          archived: false,
        },
      },
      {
        name: 'alpha',
        provider: 'bare',
        origin: 'http://127.0.0.1:9000',
        basePath: '',
        timeoutMs: 250,
        concurrency: 2,
        defaultCountry: 'PL',
        settings: {},
      },
    ]);
  });

  it('may be JSON, with tabs too', () => {
    const upstreams = { a: { provider: 'bare', baseUrl: 'https://a.example' } };
    for (const indent of [undefined, 2, '\t']) {
      expect(read(JSON.stringify({ upstreams }, undefined, indent)).upstreams[0]?.origin).toBe('https://a.example');
    }
  });

  it('stands on 127.0.0.1:4000 unless it says otherwise', () => {
    const { server } = read(mailroom(...MAIL));
    expect(server).toMatchObject({ host: '127.0.0.1', port: 4000, publicUrl: undefined });
  });

  it('may repeat a part by an alias, but not without end', () => {
    const shared = GOOD.replace('auth: {', 'auth: &login {').replace(
      'provider: bare',
      'provider: mailroom\n    auth: *login\n    domains: [x]',
    );
    expect(read(shared).upstreams[1]?.settings).toMatchObject({ auth: { token: 's3cret-token' } });
    expect(complaintsOf('upstreams: &all\n  a: *all\n')).toContainEqual(expect.stringContaining('names itself'));
  });
});

describe('every complaint is told at once', () => {
  it('with the line and the whole key', () => {
    const text = [
      'server: { port: 99999, hosts: x }',
      'upstreams:',
      '  mail:',
      '    provider: mailroom',
      '    baseUrl: http://mail.example',
      '    auth: { user: someone, password: hunter2 }',
      '    domains: []',
      '    format: yaml',
      '    timeoutMs: 10',
      '    defaultCountry: XX',
      '  9lives: { provider: nowhere, baseUrl: https://x.example }',
      '  late:',
      '    provider: bare',
      '    baseUrl: https://late.example',
      '    timeoutMS: 500',
      '  empty:',
      'upstream: {}',
    ].join('\n');
    expect(complaintsOf(text)).toEqual([
      'gateway.yaml:1 server.port: expected number to be <=65535',
      'gateway.yaml:1 server.hosts: unknown key, did you mean "host"?',
      'gateway.yaml:5 upstreams.mail.baseUrl: expected https: (credentials would travel readable; "allowInsecure: true" permits it for this upstream)',
      'gateway.yaml:6 upstreams.mail.auth.username: is missing: expected a text',
      'gateway.yaml:6 upstreams.mail.auth.user: unknown key; known here: password, token, username',
      'gateway.yaml:7 upstreams.mail.domains: expected array to have >=1 items',
      'gateway.yaml:8 upstreams.mail.format: expected one of "json"|"xml"',
      'gateway.yaml:9 upstreams.mail.timeoutMs: expected number to be >=100',
      'gateway.yaml:10 upstreams.mail.defaultCountry: expected a country as two capital letters (ISO 3166), such as PL',
      'gateway.yaml:11 upstreams.9lives: expected a name of letters, digits, "_" and "-", beginning with a letter, up to 64',
      'gateway.yaml:11 upstreams.9lives.provider: unknown provider; there are mailroom, bare',
      'gateway.yaml:15 upstreams.late.timeoutMS: unknown key, did you mean "timeoutMs"?',
      'gateway.yaml:16 upstreams.empty: expected a map with provider and baseUrl',
      'gateway.yaml:17 upstream: unknown key, did you mean "upstreams"?',
    ]);
  });

  it('names both when an upstream is there twice', () => {
    const text =
      'upstreams:\n  a: { provider: bare, baseUrl: https://a.example }\n  a: { provider: bare, baseUrl: https://b.example }\n';
    expect(complaintsOf(text)).toEqual(['gateway.yaml:3 upstreams.a: given twice; the first is in line 2']);
  });

  it.each([
    ['', 'gateway.yaml:1 expected a map of keys to values'],
    ['server: {}', 'gateway.yaml:1 upstreams: is missing: expected a map of keys to values'],
    ['upstreams: {}', 'gateway.yaml:1 upstreams: expected at least one upstream'],
    ['upstreams: [}', 'gateway.yaml:1 not valid YAML or JSON here (bad indent)'],
    ['a: 1\n---\nb: 2', 'gateway.yaml:2 not valid YAML or JSON here (multiple docs)'],
    [
      mailroom('domains: [x]'),
      'gateway.yaml:2 upstreams.mail.auth: is missing: expected { token } or { username, password }',
    ],
    [mailroom(...MAIL, '__proto__: { polluted: yes }'), 'gateway.yaml:7 upstreams.mail.__proto__: unknown key'],
    [mailroom(...MAIL, '"odd\\nkey": 1'), 'gateway.yaml:7 upstreams.mail["odd\\nkey"]: unknown key'],
  ])('even of %j', (text, complaint) => {
    expect(complaintsOf(text)).toContainEqual(expect.stringContaining(complaint));
    expect(complaintsOf(text).every((line) => !line.includes('\n'))).toBe(true);
  });

  it('when the file cannot be read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
    const file = join(folder, 'gateway.yaml');
    await expect(loadConfig(file, TOYS, {})).rejects.toThrow(`${file}: cannot be read (there is no such file)`);
    await expect(loadConfig(folder, TOYS, {})).rejects.toThrow(`${folder}: cannot be read (it is a folder)`);
    await writeFile(file, GOOD);
    await expect(loadConfig(file, TOYS, ENVIRONMENT)).resolves.toMatchObject({ server: { port: 4001 } });
    await rm(folder, { recursive: true });
  });
});

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
    expect(complaintsOf(text)).toEqual([
      'gateway.yaml:4 upstreams.mail.baseUrl: the environment variable BASE is not set; set it or give a default: ${BASE:-…}',
      'gateway.yaml:5 upstreams.mail.auth.token: the environment variable HT_TOKEN is not set; set it or give a default: ${HT_TOKEN:-…}',
      'gateway.yaml:7 upstreams.mail.timeoutMs: the environment variable WAIT is not set; set it or give a default: ${WAIT:-…}',
    ]);
  });

  it.each(['${', '${}', '${A B}', '${9}', '${TOKEN'])('%s is no variable', (text) => {
    const [complaint] = complaintsOf(mailroom(`auth: { token: "${text}" }`, 'domains: [x]'));
    expect(complaint).toContain('upstreams.mail.auth.token: expected ${NAME}');
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
  ])('base URL %s', (baseUrl) => {
    const complaints = complaintsOf(mailroom(...MAIL).replace('https://mail.example', JSON.stringify(baseUrl)));
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(/^gateway\.yaml:4 upstreams\.mail\.baseUrl: expected /);
    expect(complaints[0]).not.toContain(baseUrl);
  });

  it.each(['http://localhost:1', 'http://127.9.9.9/x', 'http://[::1]:8080', 'HTTPS://Mail.Example/V1/'])(
    'but not base URL %s',
    (baseUrl) => {
      expect(complaintsOf(mailroom(...MAIL).replace('https://mail.example', JSON.stringify(baseUrl)))).toEqual([]);
    },
  );

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
  ])('%s', (line, complaint) => {
    expect(complaintsOf(mailroom(line, 'domains: [x]'))).toContainEqual(expect.stringContaining(complaint));
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
        const told = complaintsOf(text, { SECRET: other }).join('\n');
        expect(told).not.toBe('');
        expect(told).not.toContain(one);
        expect(told).not.toContain(other);
      }),
    );
  });
});
