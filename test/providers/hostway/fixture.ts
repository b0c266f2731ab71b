import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';

import { CREDENTIALS, startHostway } from '../../../src/emulators/hostway/index.js';
import { encodeId } from '../../../src/graph/values/id.js';
import { hostway } from '../../../src/providers/hostway/index.js';
import { startGateway, type Answer, type TestGateway } from '../../support/gateway.js';

export const BOOK = '/accounts/account007/email/test-domain.com/contacts';

type Emulator = Awaited<ReturnType<typeof startHostway>>;

/** An emulator for a file's tests, and gateways over it that are closed after each. */
export interface HostwayFixture {
  readonly emulator: () => Emulator;
  readonly gatewayOf: (...domains: string[]) => TestGateway;
  /** What was written: method, path, what the path means and the body as a value. */
  readonly written: () => unknown[];
}

export function useHostway(): HostwayFixture {
  let emulator: Emulator;
  const open: TestGateway[] = [];
  beforeAll(async () => {
    emulator = await startHostway();
  });
  beforeEach(() => {
    emulator.reset({ domains: {} });
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((gateway) => gateway.close()));
  });
  afterAll(() => emulator.close());
  return {
    emulator: () => emulator,
    gatewayOf: (...domains) => {
      const settings = { account: 'account007', domains, auth: CREDENTIALS };
      const gateway = startGateway([{ provider: hostway, baseUrl: emulator.url, settings }]);
      open.push(gateway);
      return gateway;
    },
    written: () =>
      emulator.requests
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path, body }): unknown => [method, path, JSON.parse(body)]),
  };
}

export function idOf(name: string, domain = 'test-domain.com'): string {
  return encodeId('hostway', 'contact', `${domain}/${name}`);
}

const SELECTED = 'upstreamId ... on HostwayContact { domain email city } held: displayName';

/** Makes a contact with the columns that one needs and these. */
export function create(gateway: TestGateway, columns: object, more = ''): Promise<Answer> {
  return gateway.ask(
    `mutation ($input: CreateContactInput!) { createContact(input: $input) {
      contact { ${SELECTED} ${more} } userErrors { code message field }
    } }`,
    { input: { hostway: { name: 'anna', email: 'anna@example.com', displayName: 'Anna', ...columns } } },
  );
}

export function update(gateway: TestGateway, id: string, change: object): Promise<Answer> {
  return gateway.ask(
    `mutation ($id: ID!, $input: UpdateContactInput!) { updateContact(id: $id, input: $input) {
      contact { ${SELECTED} } userErrors { code message field }
    } }`,
    { id, input: { hostway: change } },
  );
}
