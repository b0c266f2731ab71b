import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { Answer, TestGateway } from '../../../support/gateway.js';
import { create, idOf, update, useHostway } from '../fixture.js';

const { emulator, gatewayOf } = useHostway();
const ANNA = { name: 'anna', email: 'anna@example.com', displayName: 'Anna' };
/** After it a provider that keeps no trace of what it got has surely done it, or never will. */
const MINUTE_MS = 60_000;
const LATER_MS = 15 * MINUTE_MS;

let gateway: TestGateway;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  gateway = gatewayOf('test-domain.com');
});
afterEach(() => {
  vi.useRealTimers();
});

/** What a look tells of a write that was just lost, at once, a minute before and when it is surely over. */
async function outcomeOf({ errors }: Answer): Promise<[unknown, unknown]> {
  expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN', sent: 'unknown' } }]);
  const stateOf = async (): Promise<unknown> => {
    const id = errors[0]?.extensions['operationId'];
    const { data } = await gateway.ask('query ($id: ID!) { operation(id: $id) { state } }', { id });
    return (data?.['operation'] as { state: unknown } | null)?.state;
  };
  const first = await stateOf();
  vi.setSystemTime(Date.now() + LATER_MS - MINUTE_MS);
  expect(await stateOf()).toBe(first);
  vi.setSystemTime(Date.now() + MINUTE_MS);
  return [first, await stateOf()];
}

describe('a contact that may have been made is looked for by its name', () => {
  const COLUMNS = { displayName: ' Anna ', city: 'Łódź', pager: '', idempotencyKey: 'a-key-of-one-write' };

  test('the same is a proof that it was made, and its key tells so', async () => {
    emulator().addFault({ kind: 'resetAfterEffect', method: 'POST', times: 1 });
    expect(await outcomeOf(await create(gateway, COLUMNS))).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    const { data, errors } = await create(gateway, COLUMNS);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ createContact: { contact: { upstreamId: 'anna', city: 'Łódź' }, userErrors: [] } });
    expect(emulator().requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('none is a proof that it was not, and the same key makes it then', async () => {
    emulator().addFault({ kind: 'resetAfterRead', method: 'POST', times: 1 });
    expect(await outcomeOf(await create(gateway, COLUMNS))).toEqual(['UNKNOWN', 'NOT_SENT']);
    expect((await create(gateway, COLUMNS)).data).toMatchObject({ createContact: { contact: { upstreamId: 'anna' } } });
    expect(emulator().requests.flatMap(({ effects }) => effects)).toEqual(['contact.create test-domain.com/anna']);
  });

  test('another of that name proves nothing', async () => {
    emulator().reset({ domains: { 'test-domain.com': [{ ...ANNA, city: 'Gdańsk' }] } });
    emulator().addFault({ kind: 'resetAfterEffect', method: 'POST', times: 1 });
    expect(await outcomeOf(await create(gateway, COLUMNS))).toEqual(['UNKNOWN', 'UNKNOWN']);
  });
});

test.each([
  ['resetAfterEffect', { city: 'Łódź', displayName: ' A ', email: 'b@example.com' }, 'SUCCEEDED'],
  ['resetAfterEffect', { city: null }, 'SUCCEEDED'],
  // Somebody may have changed it since.
  ['resetAfterRead', { city: 'Łódź' }, 'UNKNOWN'],
  ['resetAfterRead', { displayName: 'A', pager: '1' }, 'UNKNOWN'],
] as const)('a change that was lost (%s) to %j is %s', async (kind, change, state) => {
  emulator().reset({ domains: { 'test-domain.com': [{ ...ANNA, city: 'Gdańsk', pager: '1' }] } });
  emulator().addFault({ kind, method: 'PUT', times: 1 });
  expect((await outcomeOf(await update(gateway, idOf('anna'), change)))[1]).toBe(state);
});
