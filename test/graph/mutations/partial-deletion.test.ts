import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { startFive, type Five } from '../../support/all-providers.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';

let five: Five;
let gateway: TestGateway;
beforeAll(async () => {
  five = await startFive();
  // Before the gateway takes its clock.
  vi.useFakeTimers({ toFake: ['Date'] });
  gateway = startGateway(five.upstreams);
});
afterAll(async () => {
  vi.useRealTimers();
  await gateway.close();
  await five.stop();
});

test('a deletion of which a part was done is never told as not sent', async () => {
  const found = await gateway.ask('{ contacts(upstreams: ["cloudsigma"], first: 3) { nodes { id upstreamId } } }');
  const { nodes } = found.data?.['contacts'] as { nodes: Array<{ id: string; upstreamId: string }> };
  const [, gone, stays] = nodes;
  if (!gone || !stays) throw new Error('two contacts are there');
  five.emulators.cloudsigma.addFault({ kind: 'resetAfterRead', method: 'DELETE', path: stays.upstreamId });
  const remove = (key: string) =>
    gateway.ask(
      'mutation ($ids: [ID!]!, $key: String) { deleteContacts(ids: $ids, idempotencyKey: $key) { deletedIds } }',
      { ids: [gone.id, stays.id], key },
    );
  const key = randomUUID();
  const first = await remove(key);
  expect(first.data).toEqual({ deleteContacts: { deletedIds: [gone.id] } });
  expect(first.errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);

  five.emulators.cloudsigma.clearFaults();
  // Long after the last byte of it can have been on its way.
  vi.setSystemTime(Date.now() + 120_000);
  const id = first.errors[0]?.extensions['operationId'];
  const operation = await gateway.ask('query ($id: ID!) { operation(id: $id) { state } }', { id });
  expect(operation.data).toEqual({ operation: { state: 'UNKNOWN' } });
  expect((await remove(key)).data).toEqual({ deleteContacts: { deletedIds: [gone.id] } });
});
