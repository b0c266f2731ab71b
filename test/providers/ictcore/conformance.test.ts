import { BASE_PATH, CREDENTIALS, startIctCore } from '../../../src/emulators/ictcore/index.js';
import { ictCore } from '../../../src/providers/ictcore/index.js';
import { exchangesOf } from '../../support/exchange.js';
import { testExchanges, type StubReply, type StubRequest } from '../../support/stub-server.js';
import { testProvider } from '../conformance/test-provider.js';
import { startHostileIctCore } from '../hostile-seeds.js';

const recorded = exchangesOf('ictcore').find(({ name }) => name === 'authenticate');

/** The log-in as it was recorded. */
function login({ method, target, headers, body }: StubRequest): StubReply | undefined {
  if (!recorded || method !== 'POST' || target !== recorded.request.target) return undefined;
  const asked = headers['content-type'] === 'application/json' && headers.accept === 'application/json';
  return asked && JSON.stringify(JSON.parse(body)) === JSON.stringify(CREDENTIALS)
    ? recorded.response
    : { status: 401, headers: {}, body: '' };
}

// Real answers were recorded with HTTP Basic in place of a token.
testExchanges(ictCore, { settings: { auth: CREDENTIALS }, basePath: BASE_PATH, login, headers: ['accept'] });
testExchanges(ictCore, {
  folder: 'ictcore-guide',
  settings: { auth: { token: 'JWT' } },
  basePath: BASE_PATH,
  headers: ['accept', 'authorization'],
  also: {
    'transmission-get-unsent': ['transmission-status'],
    'transmission-get-attempts': ['transmission-detail'],
    'transmission-get-results': ['transmission-result'],
    'spool-status': ['spool-result'],
    'program-list-by-id': ['program-get', 'document-get'],
    'account-get-setting': ['account-setting'],
  },
});

testProvider({
  provider: ictCore,
  start: startIctCore,
  hostile: { start: startHostileIctCore, cautious: ['user phone.eq'] },
  basePath: BASE_PATH,
  settings: { auth: CREDENTIALS },
  secrets: [CREDENTIALS.password],
  unknownKeys: ['999999', '0', '-2', '007', 'abc', '1/csv'],
});
