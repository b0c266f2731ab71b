import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { startFive, type Five } from '../support/all-providers.js';
import { startGateway, type TestGateway } from '../support/gateway.js';

let five: Five;
let gateway: TestGateway;
beforeAll(async () => {
  five = await startFive();
  gateway = startGateway(five.upstreams.filter(({ provider }) => provider.name === 'ictcore'));
});
afterAll(async () => {
  await gateway.close();
  await five.stop();
});

const DRAFTS = '{ transmissions(first: 1000, filter: { status: PENDING }) { nodes { id } } }';
const CREATE = `mutation ($programId: ID!, $contactId: ID!, $key: String) { it: createTransmission(input: {
  programId: $programId, contactId: $contactId, idempotencyKey: $key }) { transmission { id } userErrors { code } } }`;

async function listDrafts(): Promise<readonly unknown[]> {
  const { data } = await gateway.ask(DRAFTS);
  return (data?.['transmissions'] as { readonly nodes: readonly unknown[] }).nodes;
}

it.each(['resetAfterRead', 'resetAfterEffect'] as const)(
  'M10 a draft whose answer was lost by %s is made once at most, is told, and is never sent',
  async (kind) => {
    const { emulators } = five;
    emulators.ictcore.reset();
    const { data } = await gateway.ask('{ programs(first: 1) { nodes { id } } contacts(first: 1) { nodes { id } } }');
    const { programs, contacts } = data as Record<string, { readonly nodes: ReadonlyArray<{ readonly id: string }> }>;
    const variables = { programId: programs?.nodes[0]?.id, contactId: contacts?.nodes[0]?.id, key: randomUUID() };
    const before = await listDrafts();
    emulators.ictcore.addFault({ kind, method: 'POST', path: '/transmissions' });
    const wasMade = kind === 'resetAfterEffect';
    const unknown = [{ extensions: { code: 'OUTCOME_UNKNOWN', sent: 'unknown' } }];
    expect((await gateway.ask(CREATE, variables)).errors).toMatchObject(unknown);
    emulators.ictcore.clearFaults();
    // Its key finds the draft where there is one, and makes none where there is none yet.
    for (let asked = 0; asked < 2; asked += 1) {
      expect((await gateway.ask(CREATE, variables)).errors).toMatchObject(wasMade ? [] : unknown);
    }
    const effects = emulators.ictcore.requests.flatMap((request) => request.effects);
    expect(effects.filter((effect) => effect.startsWith('transmission.send'))).toEqual([]);
    expect((await listDrafts()).length - before.length).toBe(wasMade ? 1 : 0);
    const { data: kept } = await gateway.ask('{ operations(first: 1) { nodes { mutation state } } }');
    const state = wasMade ? 'SUCCEEDED' : 'UNKNOWN';
    expect(kept).toEqual({ operations: { nodes: [{ mutation: 'createTransmission', state }] } });
  },
);
