import { expect, test } from 'vitest';

import { CREDENTIALS, PREFIX, startHostTracker } from '../../src/emulators/hosttracker/index.js';
import { encodeId } from '../../src/graph/values/id.js';
import { hostTracker } from '../../src/providers/hosttracker/index.js';
import { startGateway } from '../support/gateway.js';

const PAGE = `query ($after: String) {
  contacts(first: 1000, after: $after, orderBy: { field: DISPLAY_NAME }) {
    nodes { id displayName emails phones ... on HostTrackerContact { confirmed activeDays subscriptions } }
    pageInfo { hasNextPage endCursor }
    sources { fetched ok }
  }
}`;

interface Page {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

test('thousands of contacts in XML are listed as they are in JSON', async () => {
  const emulator = await startHostTracker();
  const type = (index: number) => (['Email', 'SMS', 'IM', 'VoiceCall'] as const)[index % 4] ?? 'Email';
  emulator.reset({
    contacts: Array.from({ length: 2000 }, (_, index) => ({
      id: `a8cf3212-43a3-463c-ac41-${String(index).padStart(12, '0')}`,
      contactType: type(index),
      address: index % 2 ? `4850011${String(index).padStart(4, '0')}` : `osoba${index}@example.com`,
      name: index % 5 ? `Żaneta <${(index * 7919) % 2000}> & Syn` : null,
      activeDays: index % 3 ? null : ['Monday', 'Sunday'],
      subscriptions: index % 7 ? [] : [{ taskId: '1', alertTypes: ['Down', 'Up'] }],
    })),
  });
  const pages = async (format: 'json' | 'xml'): Promise<readonly Page[]> => {
    const settings = { auth: { token: CREDENTIALS.token }, format };
    const gateway = startGateway([
      { provider: hostTracker, baseUrl: emulator.url + PREFIX, settings, timeoutMs: 30_000 },
    ]);
    const all: Page[] = [];
    for (let after: string | null = null; ; after = all.at(-1)?.pageInfo.endCursor ?? null) {
      const { data, errors } = await gateway.ask(PAGE, { after });
      expect(errors).toEqual([]);
      all.push(data?.['contacts'] as Page);
      if (!all.at(-1)?.pageInfo.hasNextPage) break;
    }
    await gateway.close();
    return all;
  };
  const inXml = await pages('xml');
  expect(inXml.flatMap(({ nodes }) => nodes)).toHaveLength(2000);
  expect(inXml).toEqual(await pages('json'));
  await emulator.close();
});

test('contacts are found by id in a list of XML that is too long to be parsed at once', async () => {
  const emulator = await startHostTracker();
  const idOf = (index: number): string => `a8cf3212-43a3-463c-ac41-${String(index).padStart(12, '0')}`;
  const name = 'x'.repeat(20_000);
  emulator.reset({
    contacts: Array.from({ length: 300 }, (_, index) => ({
      id: idOf(index),
      contactType: 'IM',
      address: `osoba${index}`,
      name,
    })),
  });
  const settings = { auth: { token: CREDENTIALS.token }, format: 'xml' };
  const gateway = startGateway([{ provider: hostTracker, baseUrl: emulator.url + PREFIX, settings }]);
  // More than fit the query of a request, so that the whole list is asked for.
  const ids = Array.from({ length: 60 }, (_, index) => encodeId('hosttracker', 'contact', idOf(index * 5)));
  const found = await gateway.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(found).toMatchObject({ errors: [], data: { nodes: ids.map((id) => ({ id })) } });
  await gateway.close();
  await emulator.close();
});
