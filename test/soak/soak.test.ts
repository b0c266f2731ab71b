import { describe, expect, it, test } from 'vitest';

import type { Fault } from '../../src/emulators/kit/faults.js';
import { createFaultSpells } from './fault-spells.js';
import { checkStates } from './check-states.js';
import type { ProcessState } from './report-process.js';
import { runSoak } from './run-soak.js';
import type { Answer } from './soaked-gateway.js';
import { createWriteAccount } from './write-account.js';

test('L2 a short soak with faults, cancels and reloads loses nothing and leaves nothing open', async () => {
  const lines: string[] = [];
  const { faults, tried } = await runSoak({
    ...{ minutes: 0.1, seed: 3, phases: 1, deadlineMs: 4000 },
    print: (line) => lines.push(line),
  });
  expect(faults, lines.join('\n')).toEqual([]);
  const { queries, reloads, given, healed } = tried;
  expect(Math.min(queries ?? 0, reloads ?? 0, given ?? 0, healed ?? 0), lines.join('\n')).toBeGreaterThan(0);
}, 90_000);

describe('a soak finds', () => {
  const calm: ProcessState = { heapMb: 50, rssMb: 200, handles: 3, sockets: 0, descriptors: 33, pools: 16 };
  const heaps = (...all: readonly number[]): ProcessState[] => all.map((heapMb) => ({ ...calm, heapMb }));

  it('a heap that grows, over the last three phases', () => {
    expect(checkStates(calm, heaps(40, 45, 50, 50.5, 50.9))).toEqual([]);
    expect(checkStates(calm, heaps(50, 50, 50, 50.5, 51.1))).toEqual(['the heap differs by 2.20 % in the last phases']);
  });

  it.each(['handles', 'sockets', 'descriptors', 'pools'] as const)('%s that are left', (what) => {
    const left = { ...calm, [what]: calm[what] + 1 };
    expect(checkStates(calm, [left])).toEqual([`${what}: ${calm[what]} at rest, ${calm[what] + 1} in the end`]);
    expect(checkStates(left, [calm])).toEqual([]);
  });

  const DONE: Answer = { data: { createContact: { userErrors: [] } } };
  const refused = (code: string, sent: string): Answer => ({ errors: [{ extensions: { code, sent } }] });
  const EFFECT = { effects: ['contact'], body: '{"first_name":"Soak1"}' };
  it.each([
    [DONE, [EFFECT], []],
    [DONE, [], ['Soak1 was lost: it is said to be done']],
    [DONE, [EFFECT, EFFECT], ['Soak1 was done 2 times']],
    [DONE, [{ ...EFFECT, effects: [] }], ['Soak1 was lost: it is said to be done']],
    [refused('UPSTREAM_UNAVAILABLE', 'no'), [], []],
    [refused('UPSTREAM_UNAVAILABLE', 'no'), [EFFECT], ['Soak1 was done, and is said not to be sent']],
    [refused('OUTCOME_UNKNOWN', 'unknown'), [EFFECT], []],
    [refused('OUTCOME_UNKNOWN', 'unknown'), [], []],
  ])('writes that are not what the answer says: %j %j', async (answer, received, found) => {
    const writes = createWriteAccount();
    await writes.send(async () => answer, 1);
    expect(writes.settle(received)).toEqual(found);
  });

  it('an upstream that was healed and does not answer a deadline later', () => {
    const scripted: Fault[] = [];
    const emulator = { addFault: (fault: Fault) => scripted.push(fault), clearFaults: () => (scripted.length = 0) };
    const spells = createFaultSpells([{ name: 'hostway', emulator: emulator as never }], 1000);
    const sources = [{ upstream: { name: 'hostway' }, ok: false, error: { code: 'UPSTREAM_TIMEOUT' } }];
    const checkAt = (at: number): string[] => spells.check({ data: { contacts: { sources } } }, at);
    const message = 'hostway was healed, and did not answer: UPSTREAM_TIMEOUT';
    expect(checkAt(performance.now())).toEqual([message]);
    spells.stir({ below: () => 0, chance: () => false, pick: ([first]) => first as never });
    expect(scripted).toHaveLength(1);
    expect(checkAt(performance.now() + 100_000)).toEqual([]);
    spells.healAll();
    expect(scripted).toEqual([]);
    expect(checkAt(performance.now() + 900)).toEqual([]);
    expect(checkAt(performance.now() + 1100)).toEqual([message]);
  });
});
