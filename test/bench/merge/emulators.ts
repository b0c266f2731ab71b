import { startLarge } from './people.js';

// A process of its own: what emulators need must not be counted as the gateway's.
const running = await startLarge(Number(process.argv[2]));
process.send?.(running.map(({ name, baseUrl, credentials }) => ({ name, baseUrl, credentials })));
