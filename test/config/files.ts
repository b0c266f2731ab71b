import { ConfigError } from '../../src/config/config-error.js';
import type { Config } from '../../src/config/config.js';
import { readConfig } from '../../src/config/load.js';
import { TEST_PROVIDERS } from './test-providers.js';

export const ENVIRONMENT = {
  TOKEN: 's3cret-token',
  EMPTY: '',
  PORT: '4100',
  LINES: 'from-a-file\n',
  YES: 'true',
  SIZE: '7',
};

export const GOOD = `# a comment
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
    retry: { tryTimeoutMs: 2000 }
    cacheMs: 0
    defaultCountry: PL
`;

export function read(text: string, environment: Record<string, string> = ENVIRONMENT): Config {
  return readConfig(text, 'gateway.yaml', TEST_PROVIDERS, environment);
}

export function configErrorsOf(text: string, environment?: Record<string, string>): readonly string[] {
  try {
    read(text, environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.messages;
    throw error;
  }
  return [];
}

/** One upstream of the provider with many keys, whose lines begin in line 5. */
export function mailroom(...lines: readonly string[]): string {
  const head = ['upstreams:', '  mail:', '    provider: mailroom', '    baseUrl: https://mail.example'];
  return [...head, ...lines.map((line) => `    ${line}`)].join('\n');
}

export const MAIL = ['auth: { token: abcd }', 'domains: [a.example]'];
