import { expect, it } from 'vitest';

import { readConfig } from '../../src/config/load.js';
import { providers } from '../../src/providers/index.js';

const LOGIN = '{ username: someone, password: ${PASSWORD} }';

/** The config that the documentation shows, with all providers. */
const PROMISED = `
server: { host: 127.0.0.1, port: 4000 }
upstreams:
  monitoring:                     # any name; it is Upstream.name
    provider: hosttracker
    baseUrl: https://www.host-tracker.com/api/web/v1     # any prefix included
    auth: { token: \${HT_TOKEN} }
    format: json
  cloud:
    provider: cloudsigma
    baseUrl: https://zrh.cloudsigma.com/api/2.0
    auth: ${LOGIN}
  mail:
    provider: hostway
    baseUrl: https://api.hostway.com
    account: account007
    domains: [test-domain.com]
    auth: ${LOGIN}
  pbx:
    provider: ictcore
    baseUrl: http://ictcore.example.com/api
    allowInsecure: true
    auth: ${LOGIN}
  sms:
    provider: serwersms
    baseUrl: https://api2.serwersms.pl
    auth: ${LOGIN}
    timeoutMs: 5000
    concurrency: 4
    defaultCountry: PL
`;

it('the config of the documentation is one', () => {
  const { upstreams } = readConfig(PROMISED, 'gateway.yaml', providers, {
    HT_TOKEN: 'a-token',
    PASSWORD: 'a-password',
  });
  expect(upstreams.map(({ name, provider }) => `${name} ${provider}`)).toEqual([
    'monitoring hosttracker',
    'cloud cloudsigma',
    'mail hostway',
    'pbx ictcore',
    'sms serwersms',
  ]);
  expect(upstreams.map(({ provider }) => provider)).toEqual(providers.map(({ name }) => name));
  expect(upstreams.map(({ settings }) => JSON.stringify(settings)).join()).toMatch(/a-token.*(a-password.*){4}/);
});
