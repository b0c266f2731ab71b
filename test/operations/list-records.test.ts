import { expect, test } from 'vitest';

import { listNewestRecords } from '../../src/operations/list-records.js';
import { makeRecord } from './make-record.js';

test('a record that moved on or went while its id was looked up is not listed under its old state', async () => {
  const [gone, moved, stays] = [1, 2, 3].map(() => makeRecord({ state: 'UNKNOWN' }));
  if (!gone || !moved || !stays) throw new TypeError('three records');
  const rows = await listNewestRecords(
    { states: ['UNKNOWN'], limit: 10 },
    {
      newestIds: async () => [stays.id, moved.id, gone.id],
      readRecords: async () => [stays, { ...moved, state: 'SUCCEEDED' }],
    },
  );
  expect(rows).toEqual([stays]);
});
