import { afterAll, beforeAll, expect, test } from 'vitest';

import type { EmulatorName } from '../../../src/emulators/index.js';
import { startFive, type Five } from '../../support/all-providers.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';

let five: Five;
let gateway: TestGateway;
beforeAll(async () => {
  five = await startFive({ timeoutMs: 15_000 });
  gateway = startGateway(five.upstreams);
});
afterAll(async () => {
  await gateway.close();
  await five.stop();
});

const WRONG = [
  'mailto:anna@example.com',
  'Anna <anna@example.com>',
  '<anna@example.com>',
  'anna@example.com.',
  'an\u200Bna@example.com',
  '\uFEFFanna@example.com',
  'anna@exam\u00ADple.com',
  '\u202Aanna@example.com\u202C',
];

/** A new contact of each provider, whole but for its e-mail, and the field that has it. */
const CONTACTS: Readonly<Record<EmulatorName, readonly [member: string, field: string, rest: object]>> = {
  hosttracker: ['hostTrackerEmail', 'address', { name: 'Anna' }],
  cloudsigma: ['cloudSigma', 'email', { name: 'Anna' }],
  hostway: ['hostway', 'email', { name: 'anna', displayName: 'Anna' }],
  ictcore: ['ictCore', 'email', { firstName: 'Anna', phone: '+48500111222' }],
  serwersms: ['serwerSms', 'email', { phone: '+48500111222' }],
};

test.each(Object.values(CONTACTS))('%s takes no e-mail that would be read as another', async (member, field, rest) => {
  for (const text of WRONG) {
    const { data, attempts } = await gateway.ask(
      'mutation ($input: CreateContactInput!) { it: createContact(input: $input) { contact { id } userErrors { code field } } }',
      { input: { [member]: { ...rest, [field]: text } } },
    );
    expect(data, text).toEqual({
      it: { contact: null, userErrors: [{ code: 'BAD_USER_INPUT', field: ['input', member, field] }] },
    });
    expect(attempts.filter(({ method }) => method !== 'GET')).toEqual([]);
  }
});
