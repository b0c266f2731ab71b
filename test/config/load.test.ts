import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { loadConfig } from '../../src/config/load.js';
import { ENVIRONMENT, GOOD, MAIL, configErrorsOf, mailroom, read } from './files.js';
import { TEST_PROVIDERS } from './test-providers.js';

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
        pipelining: 1,
        retry: {},
        cacheMs: 2000,
        budget: 500,
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
        pipelining: 1,
        retry: { tryTimeoutMs: 2000 },
        cacheMs: 0,
        budget: 500,
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
    expect(configErrorsOf('upstreams: &all\n  a: *all\n')).toContainEqual(expect.stringContaining('names itself'));
  });
});

describe('a map may take keys of others by <<', () => {
  const merging = (merge: string): string => `upstreams:
  first: &first { provider: bare, baseUrl: https://a.example, timeoutMs: 1000, concurrency: 3 }
  second: &second { <<: *first, timeoutMs: 2000, cacheMs: 7 }
  third: { ${merge}, timeoutMs: 3000 }
`;

  it.each([
    ['<<: *first', { timeoutMs: 3000, concurrency: 3, cacheMs: 2000 }],
    ['<<: *second', { timeoutMs: 3000, concurrency: 3, cacheMs: 7 }],
    ['<<: [*second, { concurrency: 9, provider: bare }]', { timeoutMs: 3000, concurrency: 3, cacheMs: 7 }],
    ['<<: [{ concurrency: 9 }, *second]', { timeoutMs: 3000, concurrency: 9, cacheMs: 7 }],
  ])('%s', (merge, expected) => {
    expect(read(merging(merge)).upstreams[2]).toMatchObject({ ...expected, origin: 'https://a.example' });
  });

  it.each(['<<: 7', '<<: [*first, x]', '<<: '])('but not of what is none: %s', (merge) => {
    expect(configErrorsOf(merging(merge))).toContainEqual(
      'gateway.yaml:4 upstreams.third["<<"]: expected a map, such as *base, or a list of them',
    );
  });

  it('and not without end', () => {
    expect(configErrorsOf('upstreams: &all\n  <<: *all\n').join()).toContain('names itself');
  });
});

it.each([
  ['UK', 'GB'],
  ['EL', 'GR'],
  ['pl', 'PL'],
  ['Poland', 'PL'],
  ['united kingdom', 'GB'],
])('a country that is called %s is meant to be %s', (given, meant) => {
  expect(configErrorsOf(`defaultCountry: ${given}\n${GOOD.replace('defaultCountry: DE\n', '')}`)).toEqual([
    `gateway.yaml:1 defaultCountry: expected a country as two capital letters (ISO 3166), such as PL; did you mean "${meant}"?`,
  ]);
});

it('a file that is no UTF-8 is refused with its line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
  const file = join(folder, 'gateway.yaml');
  for (const [encoded, line] of [
    [Buffer.concat([Buffer.from('# a\n# '), Buffer.from([0xb3, 0xf3, 0x64, 0xbc]), Buffer.from('\n')]), 2],
    [Buffer.from('\ufeffupstreams: {}\n', 'utf16le'), 1],
  ] as const) {
    await writeFile(file, encoded);
    await expect(loadConfig(file, TEST_PROVIDERS, {})).rejects.toThrow(
      `${file}:${line}: not UTF-8 here; save the file as UTF-8`,
    );
  }
  await rm(folder, { recursive: true });
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
      '    retry: { tries: 0, tryTimeout: 5 }',
      '    defaultCountry: XX',
      '  9lives: { provider: nowhere, baseUrl: https://x.example }',
      '  late:',
      '    provider: bare',
      '    baseUrl: https://late.example',
      '    timeoutMS: 500',
      '  empty:',
      'upstream: {}',
    ].join('\n');
    expect(configErrorsOf(text)).toEqual([
      'gateway.yaml:1 server.port: expected number to be <=65535',
      'gateway.yaml:1 server.hosts: unknown key, did you mean "host"?',
      'gateway.yaml:5 upstreams.mail.baseUrl: expected https: (credentials would travel readable; "allowInsecure: true" permits it for this upstream)',
      'gateway.yaml:6 upstreams.mail.auth.username: is missing: expected a text',
      'gateway.yaml:6 upstreams.mail.auth.user: unknown key; known here: password, token, username',
      'gateway.yaml:7 upstreams.mail.domains: expected array to have >=1 items',
      'gateway.yaml:8 upstreams.mail.format: expected one of "json"|"xml"',
      'gateway.yaml:9 upstreams.mail.timeoutMs: expected number to be >=100',
      'gateway.yaml:10 upstreams.mail.retry.tries: expected number to be >=1',
      'gateway.yaml:10 upstreams.mail.retry.tryTimeout: unknown key, did you mean "tryTimeoutMs"?',
      'gateway.yaml:11 upstreams.mail.defaultCountry: expected a country as two capital letters (ISO 3166), such as PL',
      'gateway.yaml:12 upstreams.9lives: expected a name of letters, digits, "_" and "-", beginning with a letter, up to 64',
      'gateway.yaml:12 upstreams.9lives.provider: unknown provider; there are mailroom, bare',
      'gateway.yaml:16 upstreams.late.timeoutMS: unknown key, did you mean "timeoutMs"?',
      'gateway.yaml:17 upstreams.empty: expected a map with provider and baseUrl',
      'gateway.yaml:18 upstream: unknown key, did you mean "upstreams"?',
    ]);
  });

  it('names both when an upstream is there twice', () => {
    const text =
      'upstreams:\n  a: { provider: bare, baseUrl: https://a.example }\n  a: { provider: bare, baseUrl: https://b.example }\n';
    expect(configErrorsOf(text)).toEqual(['gateway.yaml:3 upstreams.a: given twice; the first is in line 2']);
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
    [mailroom(...MAIL, 'toString: 1'), 'gateway.yaml:7 upstreams.mail.toString: unknown key'],
    [mailroom(...MAIL, '"odd\\nkey": 1'), 'gateway.yaml:7 upstreams.mail["odd\\nkey"]: unknown key'],
  ])('even of %j', (text, message) => {
    expect(configErrorsOf(text)).toContainEqual(expect.stringContaining(message));
    expect(configErrorsOf(text).every((line) => !line.includes('\n'))).toBe(true);
  });

  it('when the file cannot be read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
    const file = join(folder, 'gateway.yaml');
    await expect(loadConfig(file, TEST_PROVIDERS, {})).rejects.toThrow(
      `${file}: cannot be read (there is no such file)`,
    );
    await expect(loadConfig(folder, TEST_PROVIDERS, {})).rejects.toThrow(`${folder}: cannot be read (it is a folder)`);
    await writeFile(file, GOOD);
    await expect(loadConfig(file, TEST_PROVIDERS, ENVIRONMENT)).resolves.toMatchObject({ server: { port: 4001 } });
    await rm(folder, { recursive: true });
  });
});
