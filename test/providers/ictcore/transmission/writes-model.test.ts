import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Seed } from '../../../../src/emulators/ictcore/index.js';
import { startFixture } from '../fixture.js';
import { literal, onOne, write } from '../sending-fixture.js';
import { gid } from './seed.js';

const SEED: Seed = {
  // Calls to the second are busy.
  contacts: ['48500111222', '48500110000'].map((phone, index) => ({ contact_id: index + 1, phone })),
  programs: [{ program_id: 1, name: 'Fax', type: 'sendfax' }],
  providers: [{ provider_id: 1, name: 'trunk', service_flag: 3, active: 1 }],
};

interface Modelled {
  readonly title: string;
  readonly contact: number;
  readonly tries: number;
  readonly attempts: Array<'INITIATED' | 'COMPLETED' | 'FAILED'>;
  status: 'PENDING' | 'PROCESSING' | 'COMPLETED' | 'FAILED';
}

const ALL = `{ transmissions { nodes {
  upstreamId title status channel direction triesAllowed contact { upstreamId } program { upstreamId } attempts { status }
} } }`;
/** Longer than an attempt takes. */
const AFTER_ALL = 10_000;

const step = fc.record({
  does: fc.constantFrom('create', 'create', 'send', 'send', 'retry', 'clone', 'delete', 'wait'),
  key: fc.integer({ min: 1, max: 2 }),
  contact: fc.integer({ min: 1, max: 2 }),
  title: fc.option(fc.string({ minLength: 1, maxLength: 8 }).filter(isPlain), { nil: undefined }),
});

function isPlain(text: string): boolean {
  return text.trim() !== '';
}

function finishSending(model: ReadonlyMap<number, Modelled>): void {
  for (const each of model.values()) {
    if (each.status !== 'PROCESSING') continue;
    each.status = each.contact === 1 ? 'COMPLETED' : 'FAILED';
    each.attempts.splice(-1, 1, each.status);
  }
}

test('transmissions are what a plain model of all that was done says, attempts included', async () => {
  await using fixture = await startFixture(SEED);
  const check = async (steps: ReadonlyArray<typeof step extends fc.Arbitrary<infer Step> ? Step : never>) => {
    fixture.emulator.reset(SEED);
    const model = new Map<number, Modelled>();
    let last = 0;
    for (const { does, key, contact, title } of steps) {
      const at = model.get(key);
      let code = at ? undefined : 'NOT_FOUND';
      let field = onOne(`${does}Transmission`, 'transmission', key);
      if (does === 'wait') {
        fixture.emulator.clock.advance(AFTER_ALL);
        finishSending(model);
        continue;
      }
      if (does === 'create') {
        const input = { programId: gid('program', 1), contactId: gid('contact', contact), title };
        field = `createTransmission(input: ${literal(input)})`;
        code = undefined;
        model.set((last += 1), { title: title ?? 'Fax', contact, tries: 1, attempts: [], status: 'PENDING' });
      } else if (does === 'clone' && at) model.set((last += 1), { ...at, attempts: [], status: 'PENDING' });
      else if (does === 'delete') model.delete(key);
      else if (at && at.status !== 'PENDING' && at.status !== 'FAILED') code = 'CONFLICT';
      else if (at) {
        at.status = 'PROCESSING';
        at.attempts.push('INITIATED');
      }
      const { payload, errors } = await write(fixture.gateway, field);
      expect({ payload, errors }).toMatchObject({ payload: { userErrors: code ? [{ code }] : [] }, errors: [] });
    }
    const { data } = await fixture.gateway.ask(ALL);
    const nodes = [...model].map(([key, each]) => ({
      upstreamId: String(key),
      title: each.title,
      status: each.status,
      channel: 'FAX',
      direction: 'OUTBOUND',
      triesAllowed: each.tries,
      contact: { upstreamId: String(each.contact) },
      program: { upstreamId: '1' },
      attempts: each.attempts.map((status) => ({ status })),
    }));
    expect(data).toEqual({ transmissions: { nodes } });
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14, size: 'max' }), check), {
    numRuns: 30,
  });
}, 20_000);
