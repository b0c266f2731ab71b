import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';

import { CREDENTIALS, startCloudSigma } from '../../../src/emulators/cloudsigma/index.js';
import { cloudSigma } from '../../../src/providers/cloudsigma/index.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';

export const LIST = '/api/2.0/notification_contacts/';
export const settings = { auth: CREDENTIALS };

type Emulator = Awaited<ReturnType<typeof startCloudSigma>>;

/** An emulator for a file's tests and a gateway for each of them. */
export interface CloudSigmaFixture {
  readonly emulator: () => Emulator;
  readonly gateway: () => TestGateway;
  /** Paths and queries that the emulator saw. */
  readonly asked: () => string[];
}

export function useCloudSigma(): CloudSigmaFixture {
  let emulator: Emulator;
  let gateway: TestGateway;
  beforeAll(async () => {
    emulator = await startCloudSigma();
  });
  beforeEach(() => {
    emulator.reset();
    gateway = startGateway([{ provider: cloudSigma, baseUrl: `${emulator.url}/api/2.0`, settings }]);
  });
  afterEach(() => gateway.close());
  afterAll(() => emulator.close());
  return {
    emulator: () => emulator,
    gateway: () => gateway,
    asked: () => emulator.requests.map(({ path, query }) => path + query),
  };
}

export function uuidOf(number: number): string {
  return `00000000-0000-4000-a000-${String(number).padStart(12, '0')}`;
}

/** A row as CloudSigma keeps it. */
export function contact(
  number: number,
  columns: Partial<{ name: string; phone: string | null; main: boolean | null }> = {},
) {
  return {
    uuid: uuidOf(number),
    email: `n${number}@example.com`,
    name: `N ${number}`,
    phone: '',
    main: null,
    ...columns,
  };
}
