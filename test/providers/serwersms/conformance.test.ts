import { CREDENTIALS, startSerwerSms } from '../../../src/emulators/serwersms/index.js';
import { serwerSms } from '../../../src/providers/serwersms/index.js';
import { testExchanges } from '../../support/stub-server.js';
import { testProvider } from '../conformance/test-provider.js';
import { startHostileSerwerSms } from '../hostile-seeds.js';

const { username, password, token } = CREDENTIALS;
const settings = { auth: { username, password } };

testExchanges(serwerSms, { settings, also: { 'contacts-view-grouped': ['groups-check'] } });

testProvider({
  provider: serwerSms,
  start: () => startSerwerSms(),
  hostile: { start: startHostileSerwerSms },
  settings,
  secrets: [password, token],
  unknownKeys: ['999999999', '0', '007', 'abc', '99999999999999999', '12345678901234567890', "1' OR '1"],
});
