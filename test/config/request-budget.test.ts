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
  expect(read(GOOD).limits).toEqual({ rootFields: 20, rows: 20_000, depth: 15 });
  expect(read(`limits: { rows: 500 }\n${GOOD}`).limits).toEqual({ rootFields: 20, rows: 500, depth: 15 });
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
