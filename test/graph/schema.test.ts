import { afterAll, beforeAll, expect, test } from 'vitest';

import { createSchema } from '../../src/graph/schema.js';
import { providers } from '../../src/providers/index.js';
import { startFive, type Five } from '../support/all-providers.js';
import { startGateway } from '../support/gateway.js';
import { memoryProvider, memoryUpstream, UNABLE } from '../support/memory-provider.js';

let five: Five;
beforeAll(async () => {
  five = await startFive();
});
afterAll(() => five.stop());

test('a sixth provider is one module and one entry in the list of providers', async () => {
  const row = {
    key: '1',
    displayName: 'Anna Kowalska',
    emails: ['anna.kowalska@example.com'],
    phones: [],
    channels: ['EMAIL' as const],
    groupKeys: [],
  };
  const gateway = startGateway([...five.upstreams, memoryUpstream('sixth', [row], UNABLE)]);
  const { data, errors } = await gateway.ask(`{
    upstreams(providers: [MEMORY]) { name provider capabilities { entities } }
    contacts(filter: { email: { eq: "anna.kowalska@example.com" } }) {
      nodes { __typename ... on MemoryContact { nickname } ... on HostTrackerContact { address } }
      sources { upstream { name } ok }
    }
  }`);
  await gateway.close();
  expect(errors).toEqual([]);
  expect(data?.['upstreams']).toEqual([{ name: 'sixth', provider: 'MEMORY', capabilities: { entities: ['Contact'] } }]);
  const { nodes, sources } = data?.['contacts'] as { nodes: object[]; sources: object[] };
  expect(nodes).toContainEqual({ __typename: 'MemoryContact', nickname: null });
  expect(sources).toHaveLength(6);
});

test('a schema holds exactly the types and filters of its providers', () => {
  const namesOf = (providersOf: Parameters<typeof createSchema>[0]): string[] =>
    Object.keys(createSchema(providersOf).getTypeMap());
  const alone = namesOf([memoryProvider]);
  expect(alone).toContain('MemoryContact');
  const titles = providers.map(({ title }) => title);
  const ofProviders = new RegExp([...titles, 'NotificationPreference', 'SendFax'].join('|'), 'i');
  expect(alone.filter((name) => ofProviders.test(name))).toEqual([]);
  for (const { name, title } of providers) {
    const types = namesOf(providers.filter((each) => each.name === name));
    expect([name, types.some((type) => new RegExp(title, 'i').test(type))]).toEqual([name, true]);
  }
  expect(namesOf(providers).filter((name) => name.startsWith('Memory'))).toEqual([]);
  expect(createSchema([memoryProvider]).getType('Provider')?.toConfig()).toMatchObject({
    values: { MEMORY: { value: 'MEMORY' } },
  });
});
