import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Seed } from '../../../../src/emulators/ictcore/index.js';
import { startFixture } from '../fixture.js';
import { literal, onOne, write } from '../sending-fixture.js';
import { gid } from '../transmission/seed.js';

const SEED: Seed = {
  contacts: [1, 2, 3].map((contact_id) => ({ contact_id, phone: '48500111222' })),
  groups: [1, 2].map((group_id) => ({ group_id, name: `Group ${group_id}` })),
  // The second group is empty.
  links: [1, 2, 3].map((contact_id) => ({ group_id: 1, contact_id })),
  programs: [1, 2].map((program_id) => ({ program_id, name: `Program ${program_id}`, type: 'sendfax' })),
  providers: [{ provider_id: 1, name: 'trunk', service_flag: 3, active: 1 }],
};

const refs = { programId: gid('program', 1), groupId: gid('group', 1) };
const create = (input: object): string => `createCampaign(input: ${literal(input)})`;
const update = (key: number, input: object): string =>
  onOne('updateCampaign', 'campaign', key, `input: ${literal(input)}`);

interface Modelled {
  program: number;
  group: number;
  account: number;
  cpm: number;
  tries: number;
  status: 'NEW' | 'RUNNING' | 'PAUSED' | 'COMPLETED';
  /** Whether there is anybody to send to. */
  peopled: boolean;
}

const ALL = `{ campaigns { nodes {
  upstreamId status transmissionsPerMinute triesAllowed program { upstreamId } group { upstreamId } account { upstreamId }
} } }`;

test('campaigns are what a plain model of all that was done says', async () => {
  const number = fc.integer({ min: 1, max: 2 });
  const optional = (value: fc.Arbitrary<number>) => fc.option(value, { nil: undefined });
  // Slow enough that none is through within a run.
  const change = fc.record({
    program: optional(number),
    group: optional(number),
    account: optional(number),
    cpm: optional(number),
    tries: optional(fc.integer({ min: 1, max: 9 })),
  });
  const step = fc.record({
    does: fc.constantFrom('create', 'create', 'update', 'start', 'start', 'stop', 'delete', 'cancel'),
    key: fc.integer({ min: 1, max: 2 }),
    change,
  });
  const check = async (steps: ReadonlyArray<typeof step extends fc.Arbitrary<infer Step> ? Step : never>) => {
    await using fixture = await startFixture(SEED);
    const model = new Map<number, Modelled>();
    let last = 0;
    for (const { does, key, change: asked } of steps) {
      const input = {
        ...(asked.program ? { programId: gid('program', asked.program) } : {}),
        ...(asked.group ? { groupId: gid('group', asked.group) } : {}),
        ...(asked.account ? { accountId: gid('account', asked.account) } : {}),
        transmissionsPerMinute: asked.cpm,
        triesAllowed: asked.tries,
      };
      const at = model.get(key);
      let code = at ? undefined : 'NOT_FOUND';
      let field = onOne(`${does}Campaign${does === 'cancel' ? 'Schedule' : ''}`, 'campaign', key);
      const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
      if (does === 'create') {
        code = undefined;
        last += 1;
        field = create({ ...refs, ...input });
        const made = { program: 1, group: 1, account: 1, cpm: 2, tries: 1, status: 'NEW', peopled: false } as const;
        model.set(last, { ...made, ...given });
      } else if (does === 'update') {
        field = update(key, input);
        if (Object.keys(given).length === 0) code = undefined;
        if (at) Object.assign(at, given);
      } else if (does === 'delete') model.delete(key);
      else if (does === 'stop' && at?.status === 'RUNNING') at.status = 'PAUSED';
      else if (does === 'start' && at) {
        if (at.status === 'RUNNING' || at.status === 'COMPLETED') code = 'CONFLICT';
        else {
          if (at.status === 'NEW') at.peopled = at.group === 1;
          at.status = at.peopled ? 'RUNNING' : 'COMPLETED';
        }
      }
      const { payload, errors } = await write(fixture.gateway, field);
      expect({ payload, errors }).toMatchObject({ payload: { userErrors: code ? [{ code }] : [] }, errors: [] });
    }
    const { data } = await fixture.gateway.ask(ALL);
    const nodes = [...model].map(([key, each]) => ({
      upstreamId: String(key),
      status: each.status,
      transmissionsPerMinute: each.cpm,
      triesAllowed: each.tries,
      program: { upstreamId: String(each.program) },
      group: { upstreamId: String(each.group) },
      account: { upstreamId: String(each.account) },
    }));
    expect(data).toEqual({ campaigns: { nodes } });
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14, size: 'max' }), check), {
    numRuns: 30,
  });
}, 20_000);
