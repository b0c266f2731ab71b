import type { Emulator } from '../../../src/emulators/kit/emulator.js';
import { startSerwerSms } from '../../../src/emulators/serwersms/index.js';
import type { Seed } from '../../../src/emulators/serwersms/state.js';
import { serwerSms } from '../../../src/providers/serwersms/index.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';

/** A gateway over the SerwerSMS emulator. */
export interface SerwerSmsFixture {
  readonly emulator: Emulator<Seed>;
  readonly gateway: TestGateway;
  readonly ask: TestGateway['ask'];
  /** What the emulator saw since its last reset: actions and their parameters without the log-in. */
  readonly seen: () => ReadonlyArray<readonly [action: string, parameters: unknown]>;
  /** Answers the next requests (one, unless said) with this in the emulator's place. */
  readonly answer: (status: number, body: unknown, times?: number) => void;
  readonly close: () => Promise<void>;
}

const LOGIN = ['username', 'password'];

export async function openSerwerSms(settings: Readonly<Record<string, unknown>>): Promise<SerwerSmsFixture> {
  const emulator = await startSerwerSms();
  const gateway = startGateway([{ provider: serwerSms, baseUrl: emulator.url, settings }]);
  return {
    emulator,
    gateway,
    ask: gateway.ask,
    seen: () =>
      emulator.requests.map(({ path, body }) => {
        const parameters = Object.entries(JSON.parse(body) as Record<string, unknown>);
        return [path.slice(1), Object.fromEntries(parameters.filter(([name]) => !LOGIN.includes(name)))] as const;
      }),
    answer: (status, body, times = 1) => {
      const headers = { 'content-type': 'application/json' };
      emulator.addFault({ kind: 'status', status, headers, body: JSON.stringify(body), times });
    },
    close: async () => {
      await gateway.close();
      await emulator.close();
    },
  };
}
