import { expect, it } from 'vitest';

import { configErrorsOf, GOOD, read } from './files.js';

const budgetsOf = (text: string) => {
  const { budget, upstreams } = read(text);
  return [budget.requests, ...upstreams.map((upstream) => upstream.budget)];
};

it('an operation may take 1000 requests and 500 to each upstream, unless the config or an upstream says otherwise', () => {
  expect(budgetsOf(GOOD)).toEqual([1000, 500, 500]);
  expect(budgetsOf(`budget: { requests: 70 }\n${GOOD}`)).toEqual([70, 500, 500]);
  const own = GOOD.replace('cacheMs: 0', 'budget: 7');
  expect(budgetsOf(`budget: { perUpstream: 20 }\n${own}`)).toEqual([1000, 20, 7]);
});

it('complains of a budget for nothing, and of a misspelt one', () => {
  expect(configErrorsOf(`budget: { requests: 0 }\n${GOOD}`)[0]).toContain('gateway.yaml:1 budget.requests');
  expect(configErrorsOf(`budget: { perUpstrem: 5 }\n${GOOD}`)[0]).toContain(
    'gateway.yaml:1 budget.perUpstrem: unknown key, did you mean "perUpstream"?',
  );
  expect(configErrorsOf(GOOD.replace('cacheMs: 0', 'budget: many'))[0]).toContain('upstreams.alpha.budget');
});

it('an operation has the limits of the config, or the usual ones', () => {
  const usual = { rootFields: 20, rows: 20_000, depth: 15, resultNodes: 500_000, responseBytes: 20_000_000 };
  expect(read(GOOD).limits).toEqual(usual);
  expect(read(`limits: { rows: 500 }\n${GOOD}`).limits).toEqual({ ...usual, rows: 500 });
});

it('a caller may ask as often as it likes without a log-in, and 600 times in a minute with one', () => {
  const auth = `auth: { keys: { one: { sha256: ${'0'.repeat(64)}, scopes: [read] } } }\n${GOOD}`;
  expect(read(GOOD).rates).toEqual({ requestsPerMinute: undefined, costPerMinute: undefined });
  expect(read(auth).rates).toEqual({ requestsPerMinute: 600, costPerMinute: 6000 });
  expect(read(`limits: { requestsPerMinute: 5 }\n${auth}`).rates?.requestsPerMinute).toBe(5);
  expect([read(GOOD).server.introspection, read(auth).server.introspection]).toEqual([true, false]);
});

it.each([
  ['limits: { rootFields: 0 }', 'limits.rootFields'],
  ['limits: { rows: many }', 'limits.rows'],
  ['limits: { depth: 1.5 }', 'limits.depth'],
  ['limits: { rootfields: 5 }', 'limits.rootfields: unknown key, did you mean "rootFields"?'],
  ['limit: { rows: 5 }', 'limit: unknown key, did you mean "limits"?'],
])('complains of %s', (line, message) => {
  expect(configErrorsOf(`${line}\n${GOOD}`)[0]).toContain(`gateway.yaml:1 ${message}`);
});
