import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { startFive, type Five } from '../../support/all-providers.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';

let five: Five;
let gateway: TestGateway;
beforeAll(async () => {
  five = await startFive();
  gateway = startGateway(five.upstreams, undefined, { required: true });
});
afterAll(async () => {
  await gateway.close();
  await five.stop();
});

const effects = (): readonly string[] => five.emulators.cloudsigma.requests.flatMap((request) => request.effects);

const create = (key: string | null) =>
  gateway.ask(
    'mutation ($key: String) { it: createContact(input: { cloudSigma: { email: "a@example.com", name: "A", idempotencyKey: $key } }) { contact { id } userErrors { code } } }',
    { key },
  );

test('where keys are required, what acts is refused without one, and nothing is sent', async () => {
  const { data, errors } = await create(null);
  expect(data).toEqual({ it: { contact: null, userErrors: [] } });
  expect(errors).toMatchObject([{ path: ['it'], extensions: { code: 'IDEMPOTENCY_KEY_REQUIRED', sent: 'no' } }]);
  expect(effects()).toEqual([]);
});

test('with a key it is done, and what replaces needs none', async () => {
  const { data, errors } = await create(randomUUID());
  expect(errors).toEqual([]);
  const { id } = (data?.['it'] as { contact: { id: string } }).contact;
  const removed = await gateway.ask(`mutation { it: deleteContact(id: "${id}") { deletedIds userErrors { code } } }`);
  expect(removed).toMatchObject({ data: { it: { deletedIds: [id], userErrors: [] } }, errors: [] });
  expect(effects().map((effect) => effect.split(' ')[0])).toEqual(['contact.create', 'contact.delete']);
});
