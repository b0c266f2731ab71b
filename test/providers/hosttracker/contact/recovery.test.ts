import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { PREFIX, startHostTracker, type HostTrackerEmulator } from '../../../../src/emulators/hosttracker/index.js';
import type { HostTrackerSeed } from '../../../../src/emulators/hosttracker/index.js';
import { hostTracker } from '../../../../src/providers/hosttracker/index.js';
import { startGateway, type Answer, type TestGateway } from '../../../support/gateway.js';
import { seenBy, TOKEN } from '../fixture.js';

const GUID = '092a2bc9-58d1-e411-80c3-00155d36955e';
const OTHER = '695dc35a-59d1-e411-80c3-00155d36955e';
/** After it a provider that keeps no trace of what it got has surely done it, or never will. */
const MINUTE_MS = 60_000;
const LATER_MS = 15 * MINUTE_MS;

type Row = NonNullable<HostTrackerSeed['contacts']>[number];
const ANNA: Row = { id: GUID, contactType: 'Email', address: 'anna@example.com', name: 'Anna' };

let emulator: HostTrackerEmulator;
let gateway: TestGateway;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  emulator = await startHostTracker();
  const upstream = { provider: hostTracker, baseUrl: emulator.url + PREFIX, settings: TOKEN, cacheMs: 60_000 };
  gateway = startGateway([upstream]);
  emulator.reset({ contacts: [] });
});
afterEach(async () => {
  await gateway.close();
  await emulator.close();
  vi.useRealTimers();
});

const create = (member: string, input: object): Promise<Answer> =>
  gateway.ask('mutation ($input: CreateContactInput!) { it: createContact(input: $input) { status } }', {
    input: { [member]: input },
  });
const createAnna = (address = 'Anna@example.com') => create('hostTrackerEmail', { address, name: 'Anna' });

function lose(kind: 'resetAfterEffect' | 'resetAfterRead'): void {
  emulator.addFault({ kind, method: 'POST', times: 1 });
  emulator.addFault({ kind, method: 'DELETE', times: 1 });
}

/** What a look tells of a write that was just lost, when it is surely over. */
async function outcomeOf({ errors }: Answer): Promise<unknown> {
  expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN', sent: 'unknown' } }]);
  const stateOf = async (): Promise<unknown> => {
    const id = errors[0]?.extensions['operationId'];
    const { data } = await gateway.ask('query ($id: ID!) { operation(id: $id) { state } }', { id });
    return (data?.['operation'] as { state: unknown } | null)?.state;
  };
  vi.setSystemTime(Date.now() + LATER_MS - MINUTE_MS);
  expect(await stateOf()).not.toBe('NOT_SENT');
  vi.setSystemTime(Date.now() + MINUTE_MS);
  return stateOf();
}

describe('what is there before a creation is asked for', () => {
  test.each([
    ['hostTrackerEmail', 'Anna@example.com', 'Email', ['Anna@example.com', 'anna@example.com']],
    ['hostTrackerEmail', 'anna@example.com', 'Email', ['anna@example.com']],
    ['hostTrackerVoice', '+48 500 111 222', 'VoiceCall', ['48500111222']],
  ])('by its address: %s %s', async (member, address, type, spellings) => {
    await create(member, { address });
    const query = spellings.map((each) => `&addresses=${each}`).join('');
    expect(seenBy(emulator)[0]).toBe(`GET /contacts?contactType=${type}${query}`);
  });

  test('by its kind alone where the filter may read the address otherwise', async () => {
    await createAnna('anna+alerts@example.com');
    expect(seenBy(emulator)[0]).toBe('GET /contacts?contactType=Email');
    emulator.reset({ contacts: [{ ...ANNA, address: 'anna+alerts@example.com' }] });
    lose('resetAfterRead');
    expect(await outcomeOf(await createAnna('anna+alerts@example.com'))).toBe('NOT_SENT');
  });
});

describe('a creation without an answer', () => {
  test('is not taken for a contact that came while an older answer was still kept', async () => {
    await gateway.ask('{ contacts(filter: { channel: EMAIL }) { nodes { id } } }');
    emulator.reset({ contacts: [ANNA] });
    lose('resetAfterRead');
    expect(await outcomeOf(await createAnna())).toBe('NOT_SENT');
  });

  test.each([
    ['of another name', { ...ANNA, name: 'Ania' }],
    ['in a spelling that was not asked for', { ...ANNA, address: 'aNNa@example.com' }],
  ])('may or may not have made one %s', async (_, row) => {
    lose('resetAfterRead');
    const lost = await createAnna();
    emulator.reset({ contacts: [row] });
    expect(await outcomeOf(lost)).toBe('UNKNOWN');
  });

  test.each(['Anna@example.com', 'anna@example.com'])('made the one that came since: %s', async (address) => {
    lose('resetAfterRead');
    const lost = await createAnna();
    emulator.reset({ contacts: [{ ...ANNA, address }] });
    expect(await outcomeOf(lost)).toBe('SUCCEEDED');
  });
});

test.each([
  [[], 'SUCCEEDED'],
  [[ANNA], 'UNKNOWN'],
  [[ANNA, { ...ANNA, id: OTHER }], 'NOT_SENT'],
])('of two contacts that were to be deleted, %j are left: %s', async (remaining, state) => {
  emulator.reset({ contacts: [ANNA, { ...ANNA, id: OTHER }] });
  lose('resetAfterRead');
  const input = { filter: { contactTypes: ['EMAIL'] }, expectedCount: 2 };
  const lost = await gateway.ask(
    'mutation ($input: DeleteHostTrackerContactsInput!) { it: deleteHostTrackerContacts(input: $input) { deletedIds } }',
    { input },
  );
  emulator.reset({ contacts: remaining });
  expect(await outcomeOf(lost)).toBe(state);
});
