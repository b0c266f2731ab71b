import { expect, test } from 'vitest';

import { startFixture } from '../fixture.js';
import { SENDING, SENT } from '../transmission/seed.js';

test('an installation with a program for each fax is not asked for each program', async () => {
  const programs = Array.from({ length: 200 }, (_, index) => ({
    program_id: index + 1,
    name: `Fax ${index + 1}`,
    type: 'sendfax',
  }));
  const transmissions = programs.map(({ program_id }, index) => ({
    ...SENT[0],
    transmission_id: index + 1,
    program_id,
    campaign_id: null,
  }));
  await using fixture = await startFixture({ ...SENDING, programs, transmissions });
  const { data, errors } = await fixture.gateway.ask(
    '{ transmissions(first: 5) { totalCount nodes { upstreamId program { name } } } }',
  );
  expect(errors).toEqual([]);
  expect(data).toEqual({
    transmissions: {
      totalCount: 200,
      nodes: [1, 2, 3, 4, 5].map((key) => ({ upstreamId: String(key), program: { name: `Fax ${key}` } })),
    },
  });
  // The list, an item for each row of the page, and the programs: to choose the way twice, and for their names.
  expect(fixture.asked().length).toBeLessThanOrEqual(1 + 5 + 3);
});
