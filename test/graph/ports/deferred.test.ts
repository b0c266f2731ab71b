import { expect, test } from 'vitest';

import { fetchDeferredFrom } from '../../../src/graph/ports/deferred.js';

const sources = {
  list: { columns: ['type', 'size'], endpoint: { name: 'list' }, answer: 'list' },
  item: { columns: ['type', 'owner'], endpoint: { name: 'item' }, answer: 'item' },
} as const;

const row = { id: 'id-1', upstreamId: '1' };

const fetch = (list: object | undefined, item: object | undefined) =>
  fetchDeferredFrom(sources, {
    list: async () => new Map(list ? [['1', list]] : []),
    item: async () => new Map(item ? [['1', item]] : []),
  })([row], ['type', 'size', 'owner'], {});

test('a column is null where the only read that tells it does not find the thing', async () => {
  const columns = await fetch(undefined, { type: 'sip', owner: 'anna' });
  expect(columns.get('id-1')).toEqual({ type: 'sip', size: null, owner: 'anna' });
});

test('what one read does not find, another may', async () => {
  expect((await fetch({ type: 'sip', size: 3 }, undefined)).get('id-1')).toEqual({ type: 'sip', size: 3, owner: null });
});

test('a column that a read should tell of a thing that it found stays absent, which is an error', async () => {
  expect((await fetch({ type: 'sip' }, { owner: 'anna' })).get('id-1')).toEqual({ type: 'sip', owner: 'anna' });
});
