import { CREDENTIALS, startCloudSigma } from '../../../src/emulators/cloudsigma/index.js';
import { cloudSigma } from '../../../src/providers/cloudsigma/index.js';
import { testExchanges } from '../../support/stub-server.js';
import { testProvider } from '../conformance/test-provider.js';
import { startHostileCloudSigma } from '../hostile-seeds.js';

const PAIR = `${CREDENTIALS.username}:${CREDENTIALS.password}`;
const DOCUMENTED = Buffer.from('SWYgeW91IGZvdW5kIHRoaXMsIGhhdmUgYSBjb29raWUsIHlvdSBkZXNlcnZlIGl0IDop', 'base64');
const [username = '', password = ''] = DOCUMENTED.toString().split(':');

testExchanges(cloudSigma, {
  basePath: '/api/2.0',
  settings: { auth: { username, password } },
  also: {
    // What was made is read anew.
    'contact-create': ['contact-read'],
    // Only the contact tells whose 403 it is.
    'contact-delete-main': ['contact-read-main'],
  },
});

testProvider({
  provider: cloudSigma,
  start: startCloudSigma,
  hostile: { start: startHostileCloudSigma },
  basePath: '/api/2.0',
  settings: { auth: CREDENTIALS },
  secrets: [CREDENTIALS.password, Buffer.from(PAIR).toString('base64')],
  unknownKeys: ['0103f398-9f85-446a-a285-fe63cf9f0f28', '../notification_preferences', 'none'],
});
