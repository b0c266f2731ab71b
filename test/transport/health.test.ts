import { expect, test } from 'vitest';

import { ProviderFailure, type FailureDetails, type FailureKind } from '../../src/transport/failure.js';
import { createHealth } from '../../src/transport/health.js';

const FAILURES: Readonly<Record<string, readonly [FailureKind, FailureDetails]>> = {
  x: ['unavailable', {}],
  // Credentials that are not accepted, and a call that good ones are not allowed.
  d: ['auth', { status: 401, sent: 'yes' }],
  f: ['auth', { status: 403, sent: 'yes', isForbidden: true }],
  r: ['rejected', { status: 400, sent: 'yes' }],
};

/** The health reported after these calls: `o` for one that succeeded. */
function healthAfter(calls: string) {
  const health = createHealth();
  for (const call of calls) {
    const [kind, details] = FAILURES[call] ?? [];
    if (kind) health.recordFailure(new ProviderFailure('pbx', kind, `call ${call}`, details));
    else health.recordSuccess();
  }
  return [health.state(), health.lastFailure()?.message];
}

test.each([
  ['', 'UNKNOWN', undefined],
  ['o', 'UP', undefined],
  ['or', 'UP', undefined],
  ['ox', 'DEGRADED', 'call x'],
  ['oxo', 'DEGRADED', undefined],
  ['oxxx', 'DOWN', 'call x'],
  ['od', 'DEGRADED', 'call d'],
  // Another call that is not allowed says nothing of the upstream, however often it is made.
  ['of', 'UP', undefined],
  [`o${'f'.repeat(50)}`, 'UP', undefined],
  ['oxf', 'DEGRADED', 'call x'],
  ['fo', 'UP', undefined],
  ['ffffo', 'UP', undefined],
  ['xfo', 'DEGRADED', undefined],
  // Where nothing was ever allowed, the credentials are of no use.
  ['f', 'DOWN', 'call f'],
  ['fff', 'DOWN', 'call f'],
])('after the calls "%s" an upstream is %s', (calls, state, failure) => {
  expect(healthAfter(calls)).toEqual([state, failure]);
});
