import { describe, expect, it } from 'vitest';

import { GOOD, configErrorsOf, read } from './files.js';

const URL = 'http://proxy.example.com:3128';
const variables = { TOKEN: 's3cret-token' };

describe('a proxy', () => {
  it('is none unless one is named', () => {
    expect(read(GOOD, variables).proxy).toBeUndefined();
  });

  it('comes from the config, for https and http, and NO_PROXY holds for it', () => {
    const { proxy } = read(`proxy: ${URL}\n${GOOD}`, { ...variables, HTTPS_PROXY: 'http://other', NO_PROXY: 'a,.b' });
    expect(proxy).toEqual({ https: URL, http: URL, noProxy: 'a,.b' });
  });

  it.each([
    [{ HTTPS_PROXY: URL }, { https: URL, http: undefined, noProxy: '' }],
    [
      { http_proxy: URL, no_proxy: 'x' },
      { https: undefined, http: URL, noProxy: 'x' },
    ],
    [
      { https_proxy: URL, HTTPS_PROXY: 'http://other' },
      { https: URL, http: undefined, noProxy: '' },
    ],
  ])('comes from the environment: %j', (environment, proxy) => {
    expect(read(GOOD, { ...variables, ...environment }).proxy).toEqual(proxy);
  });

  it.each(['gate.example.org:3128', 'socks5://proxy', 'http://user@proxy', 'http://proxy/path', 'http://pro xy', '7'])(
    'that can’t be one is refused, and not repeated: %s',
    (url) => {
      const messages = [
        ...configErrorsOf(`proxy: ${url}\n${GOOD}`, variables),
        ...configErrorsOf(GOOD, { ...variables, HTTPS_PROXY: url }),
      ];
      expect(messages).toHaveLength(2);
      expect(messages[0]).toMatch(/gateway.yaml:1 proxy: expected a URL such as http:\/\/proxy.example.com:3128/);
      expect(messages[1]).toContain("in the environment's HTTPS_PROXY");
    },
  );
});
