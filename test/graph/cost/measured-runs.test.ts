import { expect, test } from 'vitest';

import { createMeasuredRuns, RequestCounts } from '../../../src/graph/cost/measured-runs.js';

test('a run tells what each upstream got that there was then, and nothing of one that came later', () => {
  const runs = createMeasuredRuns();
  const sent = { query: '{ contacts { nodes { id } } }', operationName: undefined, variables: {} };
  runs.record(sent, new RequestCounts(new Map([['pbx', 3]]), new Set(['pbx', 'sms'])));
  const took = runs.find(sent);
  expect(['pbx', 'sms', 'mail'].map((upstream) => took?.get(upstream))).toEqual([3, 0, undefined]);
  expect(runs.find({ ...sent, variables: { first: 1 } })).toBeUndefined();
});
