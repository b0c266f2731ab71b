import { expect, test } from 'vitest';

import { listNewest } from '../../src/operations/listing.js';
import { makeRecord } from './records.js';

test('a record that moved on or went while its id was looked up is not listed under its old state', async () => {
  const [gone, moved, stays] = [1, 2, 3].map(() => makeRecord({ state: 'UNKNOWN' }));
  if (!gone || !moved || !stays) throw new TypeError('three records');
  const rows = await listNewest(
    { states: ['UNKNOWN'], limit: 10 },
    {
      newest: async () => [stays.id, moved.id, gone.id],
      read: async () => [stays, { ...moved, state: 'SUCCEEDED' }],
    },
  );
  expect(rows).toEqual([stays]);
});
