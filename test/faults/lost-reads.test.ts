import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { EMULATORS } from '../../src/emulators/index.js';
import { startFive, type Five } from '../support/all-providers.js';
import { startGateway } from '../support/gateway.js';

const CONTACTS = '{ contacts(first: 3) { nodes { id } } }';

let five: Five;
beforeAll(async () => {
  five = await startFive();
});
afterAll(() => five.stop());

describe.each(EMULATORS)('%s', (name) => {
  const upstreams = () =>
    five.upstreams
      .filter(({ provider }) => provider.name === name)
      // So long that only the try can end in time, and so short that the test need not wait.
      .map((each) => ({ ...each, timeoutMs: 60_000, retry: { tryTimeoutMs: 100 } }));

  test('loses an answer, and the read is asked once more', async () => {
    const emulator = five.emulators[name];
    emulator.reset();
    const gateway = startGateway(upstreams());
    const expected = await gateway.ask(CONTACTS);
    emulator.addFault({ kind: 'hang', times: 1 });
    const { data, errors, attempts } = await gateway.ask(CONTACTS);
    expect(errors).toEqual([]);
    expect(data).toEqual(expected.data);
    expect(attempts.filter(({ status }) => status === null)).toHaveLength(1);
    await gateway.close();
  });

  test('loses its first answer ever, be it that of a log-in', async () => {
    const emulator = five.emulators[name];
    emulator.reset();
    const gateway = startGateway(upstreams());
    emulator.addFault({ kind: 'hang', times: 1 });
    const { errors } = await gateway.ask(CONTACTS);
    expect(errors).toEqual([]);
    await gateway.close();
  });
});
